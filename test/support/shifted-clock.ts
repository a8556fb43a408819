import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('./clock-preload.mjs', import.meta.url));

/** The wall clock of a hub that a test can set off. */
export class ShiftedClock {
  private readonly folder = mkdtempSync(join(tmpdir(), 'tongguan-clock-'));
  private readonly file = join(this.folder, 'shift');

  /** For the environment of the hub. */
  get env(): Readonly<Record<string, string>> {
    return { CLOCK_SHIFT_FILE: this.file, NODE_OPTIONS: `--import ${preload}` };
  }

  /** @param ms by how much it is fast; negative: slow */
  async shift(ms: number): Promise<void> {
    writeFileSync(this.file, String(ms));
    // Until the hub has looked.
    await pause(100);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
