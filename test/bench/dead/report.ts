import type { Machine } from '../machine.js';
import type { DeadFigures } from './measure.js';

export function deadTable({ runs, ratio }: DeadFigures, on: Machine): string {
  const lines = runs.map(({ others, figures, tried }) => {
    const { p50, p95, p99, max } = figures.endToEndMs;
    return [
      others.padEnd(8),
      `end to end ms p50/p95/p99/max ${p50} / ${p95} / ${p99} / ${max}`.padEnd(64),
      `lost ${figures.lost}`.padEnd(8),
      `silent tried ${tried.silent}, slow ${tried.slow}`,
    ].join(' ');
  });
  return [
    `${on.processor}, ${on.cores} cores, Node ${on.node}, load before ${on.loadBefore}`,
    '',
    ...lines,
    '',
    `dead / paused: ${ratio.p50} times the p50, ${ratio.p99} times the p99`,
  ].join('\n');
}
