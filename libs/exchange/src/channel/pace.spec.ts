import fc from 'fast-check';
import { paceOf } from './pace.js';

describe('the pace of a destination', () => {
  it.each<[string, number | undefined, number | undefined, ReturnType<typeof paceOf>]>([
    ['has no bound without a rate', undefined, 5_000, { rows: Number.MAX_SAFE_INTEGER, waitMs: 0 }],
    ['is a second of its rate at once after a rest', 50, undefined, { rows: 50, waitMs: 0 }],
    ['is what is left of the second', 50, 10_600, { rows: 20, waitMs: 0 }],
    ['is none when the second is used up', 50, 11_000, { rows: 0, waitMs: 20 }],
    ['is at least one after a rest, however slow', 0.1, undefined, { rows: 1, waitMs: 0 }],
    ['waits for the next of a slow one', 0.1, 20_000, { rows: 0, waitMs: 10_000 }],
    ['forgets what was long ago', 50, 3_000, { rows: 50, waitMs: 0 }],
  ])('%s', (_, perSecond, pacedUntil, expected) => {
    expect(paceOf(perSecond, pacedUntil === undefined ? {} : { pacedUntil }, 10_000)).toEqual(expected);
  });

  it('never gives more than its rate and one burst over any time, and after waiting always gives one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 2_000, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 40 }),
        (perSecond, steps) => {
          const each = 1_000 / perSecond;
          let now = 1_000_000;
          let pacedUntil = now;
          let given = 0;
          for (const step of steps) {
            now += step;
            const { rows, waitMs } = paceOf(perSecond, { pacedUntil }, now);
            if (rows === 0) expect(paceOf(perSecond, { pacedUntil }, now + waitMs).rows).toBeGreaterThan(0);
            given += rows;
            pacedUntil = Math.max(pacedUntil, now) + rows * each;
          }
          const allowed = ((now - 1_000_000) / 1_000) * perSecond + Math.max(1, perSecond) + 1;
          expect(given).toBeLessThanOrEqual(allowed);
        },
      ),
    );
  });
});
