import type { Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { asidePrefix, decodedName, isPlain, isTemporary, plainFor } from './names.js';

/** Entries of one folder that are looked at in one go; the others have their turn when these are gone. */
const MOST = 10_000;

/** How coarse the times of file systems are. */
const GRAIN_MS = 10;

/** What a file looked like: as long as none of it changes, nobody has written to it. */
export interface Look {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

/** A complete file. */
export interface Found extends Look {
  /** Where it is, byte by byte. */
  readonly path: Buffer;
  /** What its sender calls it. */
  readonly name: string;
  /** It was set aside by an earlier look that did not come to its end. */
  readonly aside: boolean;
}

/** An entry that is not taken in, told of once. */
export interface Odd {
  readonly path: Buffer;
  /** As near to its name as can be shown. */
  readonly shown: string;
  /** A name that its answer can have. */
  readonly name: string;
  readonly why: { readonly kind: 'name' } | { readonly kind: 'not-plain'; readonly what: string };
}

interface Seen extends Look {
  readonly since: number;
  readonly told: boolean;
}

/** What lies in a participant's folder `in`, from one look to the next. */
export class InFolder {
  private seen = new Map<string, Seen>();
  /** Files that had a temporary name at the last look: under another name they are complete. */
  private temporaries = new Set<number>();

  /**
   * @param quietMs a file that looks the same for so long is complete
   * @param emptyMs the same of a file without content
   */
  constructor(
    private readonly folder: string,
    private readonly quietMs: number,
    private readonly emptyMs: number,
  ) {}

  /**
   * The complete files, those changed longest ago first, and what is no file to be taken.
   *
   * @param now milliseconds of a clock that never goes back
   */
  async look(now: number): Promise<{ readonly complete: readonly Found[]; readonly odd: readonly Odd[] }> {
    const seen = new Map<string, Seen>();
    const temporaries = new Set<number>();
    const complete: Found[] = [];
    const odd: Odd[] = [];
    let count = 0;
    const began = Date.now() - GRAIN_MS;
    for await (const { name: raw } of await opendir(this.folder, { encoding: 'latin1' })) {
      if (++count > MOST) break;
      const path = Buffer.from(`${Buffer.from(this.folder).toString('latin1')}/${raw}`, 'latin1');
      const stats = await lstat(path).catch(() => undefined);
      // What comes while a folder is listed may be listed or not, whatever came before it: it has its turn at the next look.
      if (!stats || stats.ctimeMs >= began) continue;
      const name = decodedName(raw);
      if (name !== undefined && isTemporary(name)) {
        temporaries.add(stats.ino);
        continue;
      }
      const before = this.unchanged(raw, stats);
      const state: Seen = { ...lookOf(stats), since: before?.since ?? now, told: true };
      const strange = oddity(path, raw, name, stats);
      if (strange) {
        if (!before?.told) odd.push(strange);
        seen.set(raw, state);
        continue;
      }
      seen.set(raw, { ...state, told: false });
      if (this.isComplete(state, now)) complete.push(found(path, name ?? raw, state));
    }
    this.seen = seen;
    this.temporaries = temporaries;
    return { complete: inOrder(complete), odd };
  }

  private unchanged(raw: string, stats: Stats): Seen | undefined {
    const before = this.seen.get(raw);
    return before && sameLook(before, stats) ? before : undefined;
  }

  private isComplete({ ino, size, since }: Seen, now: number): boolean {
    if (size === 0) return now - since >= this.emptyMs;
    return this.temporaries.has(ino) || now - since >= this.quietMs;
  }
}

export const sameLook = (one: Look, other: Look): boolean =>
  one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;

const lookOf = ({ ino, size, mtimeMs }: Stats): Look => ({ ino, size, mtimeMs });

function found(path: Buffer, name: string, { ino, size, mtimeMs }: Seen): Found {
  const aside = name.startsWith(asidePrefix);
  return { path, name: aside ? name.slice(asidePrefix.length) : name, aside, ino, size, mtimeMs };
}

function oddity(path: Buffer, raw: string, name: string | undefined, stats: Stats): Odd | undefined {
  const own = name?.startsWith(asidePrefix) ? name.slice(asidePrefix.length) : name;
  const plain = own !== undefined && isPlain(own);
  const about = { path, shown: shown(name ?? raw), name: plain ? own : plainFor(raw) };
  const what = notPlain(stats);
  if (what !== undefined) return { ...about, why: { kind: 'not-plain', what } };
  return plain ? undefined : { ...about, why: { kind: 'name' } };
}

/** Links of any kind could lead to what is not the participant's. */
function notPlain(stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) return 'symbolic link';
  if (stats.isDirectory()) return 'folder';
  if (stats.isFIFO()) return 'pipe';
  if (!stats.isFile()) return 'device';
  return stats.nlink > 1 ? 'hard link' : undefined;
}

const shown = (name: string): string => name.replace(/[^\p{L}\p{N}\p{M}._~+@=(), -]/gu, '?').slice(0, 100);

/** What stands aside came before what has its name now, which waits until it is gone. */
function inOrder(files: readonly Found[]): Found[] {
  const aside = new Set(files.filter((file) => file.aside).map((file) => file.name));
  return files
    .filter((file) => file.aside || !aside.has(file.name))
    .sort((a, b) => a.mtimeMs - b.mtimeMs || (a.name < b.name ? -1 : 1));
}
