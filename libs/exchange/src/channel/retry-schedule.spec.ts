import fc from 'fast-check';
import { nextWait, publishedSchedule, waitsOf, type RetrySchedule } from './retry-schedule.js';

const hour = 3_600_000;
const schedules = fc.record<RetrySchedule>({
  firstMs: fc.integer({ min: 1, max: 60_000 }),
  factor: fc.double({ min: 1, max: 4, noNaN: true }),
  capMs: fc.integer({ min: 1, max: 6 * hour }),
  spanMs: fc.integer({ min: 0, max: 72 * hour }),
  jitter: fc.constantFrom('equal', 'full'),
});
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the published schedule', () => {
  it('starts at seconds, doubles, stays at six hours and goes on for 72 hours', () => {
    const waits = waitsOf(publishedSchedule);
    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(waits.at(-1)).toBe(6 * hour);
    const expected = waits.reduce((total, wait) => total + wait * 0.75, 0);
    expect(expected).toBeGreaterThanOrEqual(72 * hour);
    expect(expected).toBeLessThan(78 * hour);
  });

  it('gives a wait for each retry and then none', () => {
    const retries = waitsOf(publishedSchedule).length;
    expect(nextWait(publishedSchedule, retries, 0)).toBe(3 * hour);
    expect(nextWait(publishedSchedule, retries + 1, 0)).toBeUndefined();
  });

  it('waits as long as the receiver asked, and no less than its own', () => {
    expect(nextWait(publishedSchedule, 1, 0, 60_000)).toBe(60_000);
    expect(nextWait(publishedSchedule, 1, 0, 1)).toBe(2_500);
  });
});

describe('any schedule', () => {
  it('comes to an end, never passes its cap and, for the same chance, never waits less than before', () => {
    fc.assert(
      fc.property(schedules, random, (schedule, chance) => {
        const waits = waitsOf(schedule).map((_, at) => nextWait(schedule, at + 1, chance) ?? Number.NaN);
        expect(waits.filter((wait, at) => !(wait <= schedule.capMs && wait >= (waits[at - 1] ?? 0)))).toEqual(
          [],
        );
        expect(nextWait(schedule, waits.length + 1, chance)).toBeUndefined();
      }),
    );
  });

  it('keeps its jitter between half and all, or nothing and all, of the wait', () => {
    fc.assert(
      fc.property(schedules, random, fc.integer({ min: 1, max: 40 }), (schedule, chance, attempts) => {
        const wait = waitsOf(schedule)[attempts - 1];
        const given = nextWait(schedule, attempts, chance);
        if (wait === undefined || given === undefined) return expect(given).toBe(wait);
        expect(given).toBeGreaterThanOrEqual(Math.floor(schedule.jitter === 'equal' ? wait / 2 : 0));
        return expect(given).toBeLessThanOrEqual(Math.ceil(wait));
      }),
    );
  });
});
