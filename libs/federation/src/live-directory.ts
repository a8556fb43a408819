import type { PublicJwk } from '#evidence';
import { directoryMark, latestDirectory, membership, type Sql } from '#store';
import { activeKeys, publicJwk, retiredKeys } from './dated-keys.js';
import type { DatedKey, Directory, ListedNode } from './generated/directory.js';
import type { PeerDirectory, PeerNode } from './peer-directory.js';
import { pinnedKeys } from './own-entry.js';
import { keptDirectory } from './signed-directory.js';

export interface LiveDirectoryParts {
  readonly sql: Sql;
  /** Code of this node. */
  readonly self: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A newer directory could not be read: the last one stays in use. */
  readonly onFault: (error: Error) => void;
  /** How often to look although no notice came, in milliseconds. Default 5000. */
  readonly checkEvery?: number;
  /** A signature by an unknown key makes the province be asked at most this often, in milliseconds. Default 3000. */
  readonly refreshEvery?: number;
}

/** How long such a question may keep its caller waiting, in milliseconds. */
const refreshPatience = 5_000;

/** The directory in memory: read again as soon as the database says that there is another. */
export class LiveDirectory implements PeerDirectory {
  private directory: Directory | undefined;
  private provinceCode: string | undefined;
  /** What was read last, whether or not it was good. */
  private mark: string | undefined;
  private readonly shown = new Map<string, { node: PeerNode; until: number }>();
  private readonly waiting = new Set<() => void>();
  private reading: Promise<void> = Promise.resolve();
  private asked: Promise<void> = Promise.resolve();
  private askedAt = Number.NEGATIVE_INFINITY;
  private stops: (() => Promise<void>)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;

  private constructor(private readonly parts: LiveDirectoryParts) {}

  /** @throws when the database cannot be read */
  static async open(parts: LiveDirectoryParts): Promise<LiveDirectory> {
    const directory = new LiveDirectory(parts);
    const look = () => void directory.reread().catch(parts.onFault);
    directory.stops = [
      await parts.sql.listen('directory_changed', look),
      await parts.sql.listen('directory_checked', () => directory.answered()),
    ];
    directory.timer = setInterval(look, parts.checkEvery ?? 5_000);
    directory.timer.unref();
    await directory.reread();
    return directory;
  }

  version(): number {
    return this.directory?.version ?? 0;
  }

  node(code: string): PeerNode | undefined {
    const now = this.parts.now();
    const known = this.shown.get(code);
    if (known && now < known.until) return known.node;
    const listed = this.directory?.nodes.find((one) => one.code === code);
    if (!listed) return undefined;
    const node = peerNode(listed, now);
    this.shown.set(code, { node, until: nextRetirement(listed.keys, now) });
    return node;
  }

  nodes(): readonly PeerNode[] {
    return (this.directory?.nodes ?? []).flatMap(({ code }) => this.node(code) ?? []);
  }

  self(): string {
    return this.parts.self;
  }

  province(): string | undefined {
    return this.provinceCode;
  }

  /** All that the directory says; `undefined` while there is none. */
  current(): Directory | undefined {
    return this.directory;
  }

  refresh(): Promise<void> {
    const rest = this.askedAt + (this.parts.refreshEvery ?? 3_000) - performance.now();
    if (rest <= 0) return this.askNow();
    // What was answered a moment ago may be out of date already: whoever asks next is to find better.
    this.again ??= setTimeout(() => void this.askNow(), rest).unref();
    return this.asked;
  }

  private askNow(): Promise<void> {
    clearTimeout(this.again);
    this.again = undefined;
    this.askedAt = performance.now();
    return (this.asked = this.ask().catch(this.parts.onFault));
  }

  /** What the database holds at this moment or later. */
  reread(): Promise<void> {
    return (this.reading = this.reading.catch(() => undefined).then(() => this.read()));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.again);
    this.answered();
    for (const stop of this.stops) await stop();
    await this.reading.catch(() => undefined);
    await this.asked;
  }

  private async ask(): Promise<void> {
    if (this.provinceCode === undefined || this.provinceCode === this.parts.self) return this.reread();
    const answer = new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(late);
        this.waiting.delete(done);
        resolve();
      };
      const late = setTimeout(done, refreshPatience);
      late.unref();
      this.waiting.add(done);
    });
    await this.parts.sql.execute('NOTIFY directory_wanted');
    await answer;
    await this.reread();
  }

  private answered(): void {
    for (const done of this.waiting) done();
  }

  private async read(): Promise<void> {
    const { sql, onFault } = this.parts;
    const mark = await directoryMark(sql);
    if (mark === this.mark && mark !== undefined) return;
    const [member, kept] = [await membership(sql), await latestDirectory(sql)];
    this.provinceCode = member?.province;
    this.mark = mark;
    if (!member || !kept) return;
    const directory = keptDirectory(kept.signed, member.province, pinnedKeys(member));
    if (directory) {
      this.directory = directory;
      this.shown.clear();
    } else
      onFault(new Error(`directory ${kept.version} of the database is not as ${member.province} signed it`));
  }
}

function peerNode(listed: ListedNode, now: number): PeerNode {
  const { code, nameZh, nameEn, endpoint, state } = listed;
  const jwks = (keys: readonly DatedKey[]): PublicJwk[] => keys.flatMap((key) => publicJwk(key) ?? []);
  const retired = state === 'active' ? retiredKeys(listed.keys, now) : listed.keys;
  return {
    code,
    nameZh,
    nameEn,
    endpoint,
    state,
    keys: state === 'active' ? jwks(activeKeys(listed.keys, now)) : [],
    retired: retired.flatMap((key) => {
      const jwk = publicJwk(key);
      const retiredAt = Date.parse(key.retiredAt ?? listed.revokedAt ?? '') || now;
      return jwk ? [{ jwk, retiredAt, ...(key.revoked ? { revoked: true } : {}) }] : [];
    }),
  };
}

/** Until when the keys stay as they are. */
const nextRetirement = (keys: readonly DatedKey[], now: number): number =>
  Math.min(
    ...keys.map(({ retiredAt }) => Date.parse(retiredAt ?? '')).filter((time) => time > now),
    Infinity,
  );
