import { watch, type FSWatcher } from 'node:fs';

/** Systems bound how much a process may watch; whoever is not watched is looked at all the same. */
const MOST = 500;

/** Hears of changes in folders. A hint that saves waiting for the next look, and nothing that is relied on. */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();

  constructor(private readonly changed: () => void) {}

  add(folder: string): void {
    if (this.watchers.has(folder) || this.watchers.size >= MOST) return;
    try {
      const watcher = watch(folder, { persistent: false }, (event) => {
        if (event === 'rename') this.changed();
      });
      watcher.on('error', () => this.forget(folder));
      this.watchers.set(folder, watcher);
    } catch {
      // Too many are watched on this machine.
    }
  }

  close(): void {
    for (const folder of [...this.watchers.keys()]) this.forget(folder);
  }

  private forget(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }
}
