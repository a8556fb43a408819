import { Backoff } from './backoff.js';
import { LaneError } from './lane-error.js';
import { laneName, MAX_LANE_ID_LENGTH, parseLane } from './lane.js';

describe('parseLane', () => {
  it.each([
    'deliver:0199a3c0-7b1e-7000-8000-000000000000',
    'maintain:partitions',
    'normalise:a:b',
    'deliver:大连',
  ])('reads %s back as it was written', (name) => {
    expect(laneName(parseLane(name))).toBe(name);
  });

  it.each([
    '',
    'deliver',
    'deliver:',
    ':a',
    'Deliver:a',
    'deliver me:a',
    'deliver:a\u0000b',
    'deliver:\ud800',
    `deliver:${'x'.repeat(MAX_LANE_ID_LENGTH + 1)}`,
  ])('refuses %p', (name) => {
    expect(() => parseLane(name)).toThrow(LaneError);
  });
});

describe('Backoff', () => {
  it('doubles with each failure up to the longest, is jittered, and begins anew after a success', () => {
    const backoff = new Backoff(100, 1_000);
    for (const ceiling of [100, 200, 400, 800, 1_000, 1_000]) {
      const { delayMs } = backoff.failed('a', 0);
      expect(delayMs).toBeGreaterThanOrEqual(ceiling / 2);
      expect(delayMs).toBeLessThanOrEqual(ceiling);
    }
    backoff.succeeded('a');
    expect(backoff.failed('a', 0).attempt).toBe(1);
  });

  it('waits for the lane that failed and for no other, until its time has come', () => {
    const backoff = new Backoff(100, 1_000);
    const { delayMs } = backoff.failed('a', 5_000);
    expect(backoff.waiting('a', 5_000 + delayMs - 1)).toBe(true);
    expect(backoff.waiting('a', 5_000 + delayMs)).toBe(false);
    expect(backoff.waiting('b', 5_000)).toBe(false);
  });
});
