import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

export interface BacklogLimits {
  /** Files that may lie in a folder, waiting to be fetched. */
  readonly files: number;
  /** Their bytes together. */
  readonly bytes: number;
}

interface Amount {
  files: number;
  bytes: number;
}

interface Measure extends Amount {
  /** Until when it is believed, in milliseconds of `performance.now()`. */
  until: number;
}

interface Folder {
  measure: Measure | undefined;
  counting: Promise<Measure> | undefined;
  /** Being written now: a count may or may not have seen it. */
  readonly under: Amount;
}

/** A measure is believed for at least so long, and for as many times longer as it took than it may cost. */
const BELIEVED_MS = 1_000;
const SHARE = 20;
const REMEMBERED = 10_000;

/** How much lies in folders and waits to be fetched: counted now and then, and added to in between. */
export class Backlog {
  private readonly folders = new Map<string, Folder>();

  constructor(private readonly limits: BacklogLimits) {}

  /**
   * Takes room for so much more. An empty folder has room for one file whatever its size.
   *
   * @returns how to say that it is written, or that nothing came of it; undefined when there is no room
   */
  async reserve(path: string, files: number, bytes: number): Promise<(() => void) | undefined> {
    const folder = this.folder(path);
    const measure = await this.measured(path, folder);
    const full = measure.files + files > this.limits.files || measure.bytes + bytes > this.limits.bytes;
    if (full && measure.files > 0) return undefined;
    for (const amount of [measure, folder.under]) {
      amount.files += files;
      amount.bytes += bytes;
    }
    return () => {
      folder.under.files -= files;
      folder.under.bytes -= bytes;
    };
  }

  private folder(path: string): Folder {
    const known = this.folders.get(path);
    if (known) return known;
    if (this.folders.size >= REMEMBERED) this.folders.clear();
    const made: Folder = { measure: undefined, counting: undefined, under: { files: 0, bytes: 0 } };
    this.folders.set(path, made);
    return made;
  }

  private async measured(path: string, folder: Folder): Promise<Measure> {
    if (folder.measure && performance.now() < folder.measure.until) return folder.measure;
    folder.counting ??= this.count(path, folder).finally(() => (folder.counting = undefined));
    return folder.counting;
  }

  /** Stops where the limit is reached: a folder with a million files is as full as one with one too many. */
  private async count(path: string, folder: Folder): Promise<Measure> {
    const began = performance.now();
    const counted = { files: 0, bytes: 0 };
    for await (const { name } of await opendir(path)) {
      if (name.startsWith('.')) continue;
      counted.files++;
      // Fetched and removed between being listed and being looked at.
      counted.bytes += await lstat(join(path, name)).then(
        (found) => found.size,
        () => 0,
      );
      if (counted.files >= this.limits.files || counted.bytes >= this.limits.bytes) break;
    }
    const ended = performance.now();
    const until = ended + BELIEVED_MS + (ended - began) * SHARE;
    const { under } = folder;
    folder.measure = { files: counted.files + under.files, bytes: counted.bytes + under.bytes, until };
    return folder.measure;
  }
}
