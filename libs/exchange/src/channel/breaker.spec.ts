import fc from 'fast-check';
import { admit, afterAnswer, afterFailure, breakerLimits, closedBreaker, type Breaker } from './breaker.js';

const { threshold, firstOpenMs, maxOpenMs, probeMs } = breakerLimits;
const failed = (times: number, now: number): Breaker =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => afterFailure(breaker, now), closedBreaker);

describe('a breaker', () => {
  it('stays closed below the threshold and opens at it', () => {
    expect(failed(threshold - 1, 0)).toEqual({ state: 'closed', failures: threshold - 1 });
    expect(failed(threshold, 0)).toEqual({ state: 'open', failures: threshold, openUntil: firstOpenMs });
  });

  it('lets nothing pass while open, then one probe', () => {
    const open = failed(threshold, 0);
    expect(admit(open, firstOpenMs - 1).pass).toBe('none');
    const { pass, breaker } = admit(open, firstOpenMs);
    expect(pass).toBe('probe');
    expect(breaker.state).toBe('half-open');
    expect(admit(breaker, firstOpenMs + 1).pass).toBe('none');
  });

  it('lets another probe pass when the first one is lost', () => {
    const { breaker } = admit(failed(threshold, 0), firstOpenMs);
    expect(admit(breaker, firstOpenMs + probeMs).pass).toBe('probe');
  });

  it('closes when the probe is answered, and forgets the failures', () => {
    expect(afterAnswer()).toEqual(closedBreaker);
    expect(admit(afterAnswer(), 0).pass).toBe('all');
  });

  it('stays open twice as long after each probe that fails, up to the longest', () => {
    let breaker = failed(threshold, 0);
    const times: number[] = [];
    for (let probe = 0; probe < 8; probe++) {
      const now = breaker.openUntil ?? 0;
      breaker = afterFailure(admit(breaker, now).breaker, now);
      times.push((breaker.openUntil ?? 0) - now);
    }
    expect(times.slice(0, 3)).toEqual([firstOpenMs * 2, firstOpenMs * 4, firstOpenMs * 8]);
    expect(times.at(-1)).toBe(maxOpenMs);
  });

  it('whatever happens, always lets something pass after the longest time it may wait', () => {
    const steps = fc.array(fc.record({ wait: fc.nat(maxOpenMs), fails: fc.boolean() }), { maxLength: 100 });
    fc.assert(
      fc.property(steps, (all) => {
        let now = 0;
        let breaker = closedBreaker;
        for (const { wait, fails } of all) {
          now += wait;
          const admitted = admit(breaker, now);
          breaker = admitted.breaker;
          if (admitted.pass === 'none') continue;
          breaker = fails ? afterFailure(breaker, now) : afterAnswer();
        }
        expect(admit(breaker, now + Math.max(maxOpenMs, probeMs)).pass).not.toBe('none');
      }),
    );
  });
});
