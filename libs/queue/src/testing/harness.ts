import { Lanes } from '../lanes.js';
import type { LaneLimits, LaneLogger, LaneStore } from '../options.js';

/** Keeps what was logged, to be looked at. */
export class TestLogger implements LaneLogger {
  readonly lines: { level: string; message: string; fields: Readonly<Record<string, unknown>> }[] = [];

  info(message: string, fields = {}): void {
    this.lines.push({ level: 'info', message, fields });
  }

  warn(message: string, fields = {}): void {
    this.lines.push({ level: 'warn', message, fields });
  }

  error(message: string, fields = {}): void {
    this.lines.push({ level: 'error', message, fields });
  }

  has(text: string): boolean {
    return this.lines.some(({ message }) => message.includes(text));
  }
}

/** Opens lanes for one test and closes them all after it. */
export class LaneBench {
  readonly logger = new TestLogger();
  readonly #opened: Lanes[] = [];

  async open(store: LaneStore, limits: Partial<LaneLimits> = {}): Promise<Lanes> {
    const lanes = await Lanes.open({ store, logger: this.logger, limits });
    this.#opened.push(lanes);
    return lanes;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.splice(0).map((lanes) => lanes.close()));
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds, and says what did not when it takes too long. */
export async function until(what: string, holds: () => boolean, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await sleep(10);
  }
}

/** A promise to be kept by hand. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
