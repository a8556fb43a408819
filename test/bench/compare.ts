import { mean, round } from './figures.js';
import { runSubject } from './run.js';
import type { Plan, RunFigures } from './run.js';
import type { Subject } from './subject.js';

export interface SubjectFigures {
  /** Means over the runs. */
  readonly acceptedPerSecond: number;
  readonly deliveredPerSecond: number;
  readonly cpuMsPerMessage: number;
  readonly peakRssMiB: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly runs: readonly RunFigures[];
}

export interface Comparison {
  readonly limit?: SubjectFigures;
  readonly hub?: SubjectFigures;
  /** Hub by limit, each of the means over the runs. */
  readonly ratio?: {
    /** 1: as many messages a second as the bare pipeline. */
    readonly deliveredPerSecond: number;
    /** 1: as little processor time a message. */
    readonly cpuPerMessage: number;
  };
}

/** Runs the subjects in turn, so that a slow minute of the machine falls on all of them. */
export async function compare(
  subjects: readonly Subject[],
  rounds: number,
  plan: Plan,
  progress: (text: string) => void,
): Promise<Comparison> {
  const runs: RunFigures[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const subject of subjects) {
      progress(`${subject.name} ${round}/${rounds} …`);
      const figures = await runSubject(subject, plan);
      progress(`${subject.name} ${round}/${rounds}: ${figures.deliveredPerSecond} delivered/s`);
      runs.push(figures);
    }
  }
  return comparisonOf(runs);
}

export function comparisonOf(runs: readonly RunFigures[]): Comparison {
  const limit = together(runs.filter((run) => run.subject === 'limit'));
  const hub = together(runs.filter((run) => run.subject === 'hub'));
  return {
    ...(limit ? { limit } : {}),
    ...(hub ? { hub } : {}),
    ...(limit && hub
      ? {
          ratio: {
            deliveredPerSecond: round(hub.deliveredPerSecond / limit.deliveredPerSecond),
            cpuPerMessage: round(hub.cpuMsPerMessage / limit.cpuMsPerMessage),
          },
        }
      : {}),
  };
}

function together(runs: readonly RunFigures[]): SubjectFigures | undefined {
  if (runs.length === 0) return undefined;
  const meanOf = (of: (run: RunFigures) => number): number => mean(runs.map(of));
  return {
    acceptedPerSecond: Math.round(meanOf((run) => run.acceptedPerSecond)),
    deliveredPerSecond: Math.round(meanOf((run) => run.deliveredPerSecond)),
    cpuMsPerMessage: round(meanOf((run) => run.cpuMsPerMessage.total)),
    peakRssMiB: Math.round(meanOf((run) => run.peakRssMiB)),
    lost: runs.reduce((sum, run) => sum + run.lost, 0),
    duplicated: runs.reduce((sum, run) => sum + run.duplicated, 0),
    runs,
  };
}
