import type { Comparison } from './compare.js';
import type { Percentiles } from './figures.js';
import type { Machine } from './machine.js';
import type { RunFigures } from './run.js';
import type { RunningHubFigures } from './running-hub.js';

/** One column for each run, one line for each figure. */
export function comparisonTable(comparison: Comparison, on: Machine): string {
  const runs = [...(comparison.limit?.runs ?? []), ...(comparison.hub?.runs ?? [])];
  const lines: [string, (run: RunFigures) => string | number][] = [
    ['', (run) => run.subject],
    ['accepted/s', (run) => run.acceptedPerSecond],
    ['delivered/s', (run) => run.deliveredPerSecond],
    ['accept ms p50/p95/p99', (run) => three(run.acceptMs)],
    ['end to end ms p50/p95/p99', (run) => three(run.endToEndMs)],
    ['at half the rate: messages/s', (run) => run.paced?.rate ?? '-'],
    ['  accept ms p50/p95/p99', (run) => three(run.paced?.acceptMs)],
    ['  end to end ms p50/p95/p99', (run) => three(run.paced?.endToEndMs)],
    ['CPU ms/message: process', (run) => run.cpuMsPerMessage.process],
    ['CPU ms/message: postgres', (run) => run.cpuMsPerMessage.postgres],
    [
      'CPU ms/message: load + sinks',
      (run) => `${run.benchCpuMsPerMessage.load} + ${run.benchCpuMsPerMessage.sinks}`,
    ],
    ['peak RSS MiB', (run) => run.peakRssMiB],
    ['events a request, bytes an event', (run) => `${run.eventsPerRequest}, ${run.bytesPerEvent}`],
    ['lost, duplicated', (run) => `${run.lost}, ${run.duplicated}`],
  ];
  const rows = lines.map(
    ([name, value]) => name.padEnd(34) + runs.map((run) => String(value(run)).padStart(26)).join(''),
  );
  const { ratio } = comparison;
  const verdict = ratio
    ? `\nhub / limit: ${ratio.deliveredPerSecond} of the delivered messages a second, ${ratio.cpuPerMessage} times the CPU a message`
    : '';
  return `${machineLine(on)}\n\n${rows.join('\n')}\n${verdict}`;
}

export function runningHubTable(figures: RunningHubFigures, on: Machine): string {
  const lines = [
    ['accepted', `${figures.accepted} of ${figures.sent}, answers ${JSON.stringify(figures.statuses)}`],
    ['accepted/s', figures.acceptedPerSecond],
    ['accept ms p50/p95/p99', three(figures.acceptMs)],
    ...(figures.delivered === undefined
      ? []
      : [
          ['delivered/s', figures.deliveredPerSecond],
          ['end to end ms p50/p95/p99', three(figures.endToEndMs)],
          ['lost, duplicated, of others', `${figures.lost}, ${figures.duplicated}, ${figures.strangers}`],
        ]),
  ];
  return `${machineLine(on)}\n\n${lines.map(([name, value]) => String(name).padEnd(34) + String(value)).join('\n')}`;
}

const machineLine = (on: Machine): string =>
  `${on.processor}, ${on.cores} cores, ${on.memoryGiB} GiB, ${on.platform}, Node ${on.node}, load before ${on.loadBefore}`;

const three = (of: Percentiles | undefined): string =>
  of ? [of.p50, of.p95, of.p99].map((ms) => ms.toFixed(ms < 10 ? 1 : 0)).join(' / ') : '-';
