import { mean, round } from './figures.js';
import type { Machine } from './machine.js';
import { runSubject, type Plan, type RunFigures } from './run.js';
import { hubWith } from './subject-hub.js';

export interface EvidenceCost {
  /** In the order of the runs. */
  readonly runs: readonly { readonly evidence: 'on' | 'off'; readonly figures: RunFigures }[];
  /** With evidence by without, each of the means over the runs. */
  readonly ratio: { readonly deliveredPerSecond: number; readonly cpuPerMessage: number };
}

/** The hub with and without its chain of evidence, in turn, so that a slow minute of the machine falls on both. */
export async function measureEvidence(
  rounds: number,
  plan: Plan,
  progress: (text: string) => void,
): Promise<EvidenceCost> {
  const runs: { evidence: 'on' | 'off'; figures: RunFigures }[] = [];
  for (let at = 1; at <= rounds; at++) {
    // The second of a pair may have the warmer machine: it is not always the same.
    for (const evidence of at % 2 === 1 ? (['off', 'on'] as const) : (['on', 'off'] as const)) {
      const figures = await runSubject(hubWith({ EVIDENCE: evidence }), plan);
      progress(`evidence ${evidence} ${at}/${rounds}: ${figures.deliveredPerSecond} delivered/s`);
      runs.push({ evidence, figures });
    }
  }
  const of = (evidence: 'on' | 'off', what: (figures: RunFigures) => number): number =>
    mean(runs.filter((run) => run.evidence === evidence).map(({ figures }) => what(figures)));
  const by = (what: (figures: RunFigures) => number): number => round(of('on', what) / of('off', what));
  return {
    runs,
    ratio: {
      deliveredPerSecond: by((figures) => figures.deliveredPerSecond),
      cpuPerMessage: by((figures) => figures.cpuMsPerMessage.total),
    },
  };
}

export function evidenceTable({ runs, ratio }: EvidenceCost, on: Machine): string {
  const lines = runs.map(({ evidence, figures }) =>
    [
      `evidence ${evidence}`.padEnd(14),
      `${figures.deliveredPerSecond} delivered/s`.padStart(20),
      `CPU ms/message ${figures.cpuMsPerMessage.process} + ${figures.cpuMsPerMessage.postgres} postgres`.padStart(
        48,
      ),
      `lost ${figures.lost}`.padStart(10),
    ].join(''),
  );
  return [
    `${on.processor}, ${on.cores} cores, Node ${on.node}, load before ${on.loadBefore}`,
    '',
    ...lines,
    '',
    `on / off: ${ratio.deliveredPerSecond} of the delivered messages a second, ${ratio.cpuPerMessage} times the CPU a message`,
  ].join('\n');
}
