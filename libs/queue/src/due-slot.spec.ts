import fc from 'fast-check';
import { dueSlot, FINEST_SLOT_MS, LONGEST_DELAY_MS } from './due-slot.js';

const now = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
const delay = fc.integer({ min: 1, max: LONGEST_DELAY_MS });

describe('dueSlot', () => {
  it('is never early, and late by at most an eighth of the delay or the finest slot', () => {
    fc.assert(
      fc.property(now, delay, (at, delayMs) => {
        const late = dueSlot(at, delayMs) - (at + delayMs);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(Math.max(delayMs / 8, FINEST_SLOT_MS));
      }),
    );
  });

  it('gives armings with one delay that come close together few slots', () => {
    fc.assert(
      fc.property(now, delay, (at, delayMs) => {
        const within = Array.from({ length: 50 }, (_, index) =>
          dueSlot(at + (index * delayMs) / 50, delayMs),
        );
        expect(new Set(within).size).toBeLessThanOrEqual(18);
      }),
    );
  });

  it('cuts a delay that is too long', () => {
    expect(dueSlot(0, 10 * LONGEST_DELAY_MS)).toBe(dueSlot(0, LONGEST_DELAY_MS));
  });
});
