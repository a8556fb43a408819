import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import { dropFolders, makeDropFolders, type Exchange, type Rulebook } from '#exchange';
import type { Fault } from '#kernel';
import { holdLease, releaseLease, type Setup, type SetupSnapshot, type Sql } from '#store';
import type { FileDropConfig } from '../config.js';
import { RateLimit } from '../http/rate-limit.js';
import { Answers } from './answers.js';
import { InFolder } from './in-folder.js';
import { Nap } from './nap.js';
import { leftBehindBefore, removeOld } from './old-files.js';
import type { Sender } from './sender.js';
import { Taking, unusable } from './taking.js';
import { FolderWatch } from './watch.js';

export interface FileDropParts {
  readonly config: FileDropConfig;
  /** Bytes of one file at most. */
  readonly most: number;
  readonly sql: Sql;
  readonly snapshot: SetupSnapshot;
  readonly exchange: Exchange;
  readonly rulebook: Rulebook;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

const LEASE = 'file-drop';
/** Files of one participant in one round: the next participant has its turn. */
const TURN = 2_000;
/** How long it is believed that folders are there. */
const MADE_MS = 30_000;
const OLD_FILES_MS = 3_600_000;
/** The same trouble is told again after so long. */
const TROUBLE_MS = 60_000;
/** A file without content is complete after so many times as long as another: some clients make a file before they fill it. */
const EMPTY_LOOKS = 5;

/**
 * The door for those who drop files. One process looks at the folders of all participants, round after round; that it is
 * one only saves work, as whoever takes a file twice finds that it is known.
 */
export class FileDrop {
  private readonly owner = randomUUID();
  private readonly nap = new Nap();
  private readonly watch = new FolderWatch(() => this.nap.wake());
  private readonly inFolders = new Map<string, InFolder>();
  private readonly made = new Map<string, number>();
  private readonly told = new Map<string, number>();
  private readonly taking: Taking;
  private readonly answers: Answers;
  private leaseUntil = 0;
  private oldFilesAt = 0;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: FileDropParts) {
    const rate = new RateLimit(parts.config.ratePerSecond);
    const trouble = (sender: Sender, fault: Fault): void => this.trouble(sender.participant.code, fault);
    const { sql, exchange, rulebook, most } = parts;
    const allows = (id: string): boolean => rate.allows(id, performance.now());
    this.taking = new Taking({ sql, exchange, most, allows, trouble });
    this.answers = new Answers({ sql, exchange, rulebook, trouble });
  }

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.nap.end();
    await this.running;
    this.watch.close();
    await releaseLease(this.parts.sql, LEASE, this.owner).catch(() => undefined);
  }

  private async run(): Promise<void> {
    const { lookMs } = this.parts.config;
    while (!this.stopping) {
      const began = performance.now();
      const more = await this.round().catch((error: unknown) => {
        this.parts.log.error({ reason: String(error) }, 'the folders of files could not be looked at');
        return false;
      });
      // Looks that were asked for by changes leave most of the time to others.
      const took = performance.now() - began;
      if (!more) await this.nap.take(Math.min(lookMs, HINT_MS + took * HINT_SHARE), lookMs);
    }
  }

  private async round(): Promise<boolean> {
    if (!(await this.isOurs())) return false;
    const senders = await this.senders(this.parts.snapshot.current());
    let more = false;
    for (const sender of senders.values()) {
      if (await this.over()) return false;
      more = (await this.turn(sender)) || more;
    }
    await this.answers.write(senders, () => this.over());
    if (performance.now() >= this.oldFilesAt) await this.removeOldFiles(senders);
    return more && !this.stopping;
  }

  /** What is wrong with the folders of one participant is nobody else's trouble. */
  private async turn(sender: Sender): Promise<boolean> {
    const { code } = sender.participant;
    try {
      const { complete, odd } = await this.inFolder(sender).look(performance.now());
      for (const one of odd) await this.taking.refuse(sender, one);
      const taken = await this.taking.take(sender, complete.slice(0, TURN), () => this.over());
      if (taken === 'later') this.nap.wake();
      return taken === 'done' && complete.length > TURN;
    } catch (error) {
      this.made.delete(code);
      this.trouble(code, unusable(sender, error));
      return false;
    }
  }

  /** Those whose folder is there, or who have a destination that is one; not who is suspended. */
  private async senders({ participants, destinations }: Setup): Promise<Map<string, Sender>> {
    const { root } = this.parts.config;
    const folders = new Set(await readdir(root).catch(() => []));
    const wanted = new Set<string>();
    for (const one of destinations.values()) if (one.kind === 'file') wanted.add(one.participantId);
    const senders = new Map<string, Sender>();
    for (const participant of participants.values()) {
      const { id, code, state } = participant;
      if (state !== 'active' || !(folders.has(code) || wanted.has(id))) {
        this.inFolders.delete(code);
        continue;
      }
      try {
        const made = await this.folders(code);
        senders.set(id, { participant, folders: made });
        this.watch.add(made.in);
      } catch (error) {
        this.trouble(code, unusable({ participant }, error));
      }
    }
    return senders;
  }

  private async folders(code: string) {
    const { root } = this.parts.config;
    const until = this.made.get(code) ?? 0;
    if (performance.now() < until) return dropFolders(root, code);
    const folders = await makeDropFolders(root, code);
    this.made.set(code, performance.now() + MADE_MS);
    return folders;
  }

  private inFolder({ participant, folders }: Sender): InFolder {
    const known = this.inFolders.get(participant.code);
    if (known) return known;
    const { lookMs } = this.parts.config;
    const quietMs = lookMs * 0.9;
    const made = new InFolder(folders.in, quietMs, quietMs * EMPTY_LOOKS);
    this.inFolders.set(participant.code, made);
    return made;
  }

  private async removeOldFiles(senders: ReadonlyMap<string, Sender>): Promise<void> {
    this.oldFilesAt = performance.now() + OLD_FILES_MS;
    const { keptMs } = this.parts.config;
    const now = this.parts.now();
    for (const { folders, participant } of senders.values()) {
      try {
        for (const folder of [folders.out, folders.ack, folders.error])
          await removeOld(folder, 'left behind', leftBehindBefore(now));
        if (keptMs > 0)
          for (const folder of [folders.ack, folders.error]) await removeOld(folder, 'all', now - keptMs);
      } catch (error) {
        this.trouble(participant.code, unusable({ participant }, error));
      }
    }
  }

  private async over(): Promise<boolean> {
    return this.stopping || !(await this.isOurs());
  }

  /** Kept while there is something to do; a process that ended is followed by another when its lease is over. */
  private async isOurs(): Promise<boolean> {
    const ms = Math.max(LEASE_MS, this.parts.config.lookMs * 3);
    if (performance.now() < this.leaseUntil - ms / 2) return true;
    const asked = performance.now();
    const ours = await holdLease(this.parts.sql, LEASE, this.owner, ms);
    this.leaseUntil = ours ? asked + ms : 0;
    return ours;
  }

  private trouble(code: string, fault: Fault): void {
    const what = `${code} ${fault.code}`;
    const now = performance.now();
    if (now < (this.told.get(what) ?? 0)) return;
    this.told.set(what, now + TROUBLE_MS);
    this.parts.log.error({ participant: code, code: fault.code, reason: fault.text.en }, 'file drop');
  }
}

const LEASE_MS = 5_000;
/** A look that a change asked for comes no sooner than this after the last, and than this many times what that took. */
const HINT_MS = 200;
const HINT_SHARE = 10;
