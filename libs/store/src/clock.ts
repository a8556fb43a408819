import type { Sql } from './sql.js';

/** How often the clock is set, and the longest way to the database and back that it is set by, in milliseconds. */
const SET_EVERY_MS = 10_000;
const WAY_MS = 1_000;

/**
 * The time of the database, told without asking it. What one process writes down to be due, paced or open until then
 * another one reads, and statements compare it with `now()`: so all go by one clock, whatever the clocks of their
 * machines say, and none notices when the clock of its machine is set.
 */
export class Clock {
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly sql: Sql,
    private offset: number,
  ) {
    this.timer = setInterval(() => void this.set(), SET_EVERY_MS);
    this.timer.unref();
  }

  /** @throws when the database cannot be asked */
  static async open(sql: Sql): Promise<Clock> {
    return new Clock(sql, (await measured(sql)).offset);
  }

  /** Unix milliseconds. */
  readonly now = (): number => Math.floor(performance.now() + this.offset);

  close(): Promise<void> {
    clearInterval(this.timer);
    return Promise.resolve();
  }

  /** While the database is away it goes on as it was. */
  private async set(): Promise<void> {
    const found = await measured(this.sql).catch(() => undefined);
    if (found && found.way <= WAY_MS) this.offset = found.offset;
  }
}

async function measured(sql: Sql): Promise<{ offset: number; way: number }> {
  const asked = performance.now();
  const [row] = await sql.query<{ at: number }>(
    `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at`,
  );
  const answered = performance.now();
  if (!row) throw new Error('the database told no time');
  return { offset: row.at - (asked + answered) / 2, way: answered - asked };
}
