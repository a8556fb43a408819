import { percentiles, phaseFigures } from './figures.js';
import { comparisonOf } from './compare.js';
import type { RunFigures } from './run.js';

describe('percentiles', () => {
  test.each<[string, number[], { p50: number; p95: number; p99: number; max: number }]>([
    ['none', [], { p50: 0, p95: 0, p99: 0, max: 0 }],
    ['one', [7], { p50: 7, p95: 7, p99: 7, max: 7 }],
    ['a hundred', Array.from({ length: 100 }, (_, at) => 100 - at), { p50: 50, p95: 95, p99: 99, max: 100 }],
  ])('of %s', (_, values, expected) => {
    expect(percentiles(Float64Array.from(values))).toEqual(expected);
  });
});

describe('phaseFigures', () => {
  const times = (...values: number[]): Float64Array => Float64Array.from(values);

  it('measures from the first POST to the last answer and to the last event', () => {
    const figures = phaseFigures(times(1000, 1100, 1200), times(1010, 1120, 2000), times(1500, 1600, 5000));
    expect(figures).toMatchObject({
      sent: 3,
      accepted: 3,
      delivered: 3,
      lost: 0,
      acceptedPerSecond: 3,
      deliveredPerSecond: 1,
      acceptMs: { p50: 20, max: 800 },
      endToEndMs: { p50: 500, max: 3800 },
    });
  });

  it('counts as lost what was accepted and never came, and not what was refused', () => {
    expect(phaseFigures(times(1, 2, 3), times(11, 12, 0), times(21, 0, 0))).toMatchObject({
      sent: 3,
      accepted: 2,
      delivered: 1,
      lost: 1,
    });
  });

  it('counts as delivered what reached a sink though its answer broke off', () => {
    expect(phaseFigures(times(1), times(0), times(21))).toMatchObject({ accepted: 0, delivered: 1, lost: 0 });
  });

  it('gives zeros when nothing was delivered', () => {
    const figures = phaseFigures(times(1, 2), times(0, 0), times());
    expect(figures).toMatchObject({ acceptedPerSecond: 0, deliveredPerSecond: 0, lost: 0 });
  });
});

describe('comparisonOf', () => {
  const run = (subject: string, deliveredPerSecond: number, total: number, lost = 0): RunFigures => ({
    ...phaseFigures(Float64Array.of(), Float64Array.of(), Float64Array.of()),
    subject,
    deliveredPerSecond,
    lost,
    duplicated: 1,
    statuses: {},
    cpuMsPerMessage: { process: 0, postgres: 0, total },
    peakRssMiB: 0,
    benchCpuMsPerMessage: { load: 0, sinks: 0 },
    bytesPerEvent: 0,
    eventsPerRequest: 0,
  });

  it('divides the means and adds up what went wrong', () => {
    const runs = [
      run('limit', 4000, 0.2),
      run('hub', 1000, 0.5, 2),
      run('limit', 6000, 0.2),
      run('hub', 2000, 0.7, 3),
    ];
    const comparison = comparisonOf(runs);
    expect(comparison.ratio).toEqual({ deliveredPerSecond: 0.3, cpuPerMessage: 3 });
    expect(comparison.hub).toMatchObject({ deliveredPerSecond: 1500, lost: 5, duplicated: 2 });
  });

  it('has no ratio without both', () => {
    expect(comparisonOf([run('limit', 4000, 0.2)])).not.toHaveProperty('ratio');
  });
});
