import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.js';
import type { Child } from './child.js';
import { clock } from './clock.js';
import { phaseFigures, round } from './figures.js';
import type { PhaseFigures } from './figures.js';
import type { Phase, PhaseResult } from './load/phase.js';
import { serverCpuMs, usageOf } from './processes.js';
import type { SinkAnswer, SinkQuestion } from './sinks/protocol.js';
import { sinkCount } from './routes.js';
import type { RunningSubject, Subject } from './subject.js';

export interface Plan {
  readonly messages: number;
  readonly connections: number;
  readonly seconds?: number | undefined;
  /** Messages a second of the saturation phase; without it as fast as answers come. */
  readonly rate?: number | undefined;
  /** Seconds of the paced phase at half the rate found; 0 leaves it out. */
  readonly pacedSeconds: number;
  readonly seed: number;
}

export interface RunFigures extends PhaseFigures {
  readonly subject: string;
  readonly duplicated: number;
  /** Answers by status; 0 is a broken connection. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Processor milliseconds for each accepted message, until all were delivered. */
  readonly cpuMsPerMessage: { readonly process: number; readonly postgres: number; readonly total: number };
  readonly peakRssMiB: number;
  /** Processor milliseconds of the bench itself for each message, on the same cores. */
  readonly benchCpuMsPerMessage: { readonly load: number; readonly sinks: number };
  /** The size of an event at the sinks. */
  readonly bytesPerEvent: number;
  readonly eventsPerRequest: number;
  /** At half the rate found: how long a message takes when nothing waits. */
  readonly paced?: PhaseFigures & { readonly rate: number };
}

export type Load = Child<Phase, PhaseResult>;
export type Sinks = Child<SinkQuestion, SinkAnswer>;

export const startLoad = (): Load => startChild('load/main.js');
export const startSinks = (): Sinks => startChild('sinks/main.js');

/** Messages before the clock starts: compiled code, warm caches, connections, prepared statements. */
export const warmUpMessages = 4_000;
/** Nothing more was delivered for so long: what is missing is lost. */
const giveUpMs = 15_000;

/** Starts a subject on a fresh data folder, warms it up, saturates it, paces it, ends it. */
export async function runSubject(subject: Subject, plan: Plan): Promise<RunFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), `tongguan-bench-${subject.name}-`));
  const load = startLoad();
  const sinks = startSinks();
  try {
    const { urls } = await sinks.ask({ ask: 'start', ports: Array(sinkCount).fill(0), seed: plan.seed });
    const running = await subject.start(urls, dataDir);
    try {
      await sinks.ask({ ask: 'trust', secrets: running.secrets });
      return await measure(subject.name, running, load, sinks, plan);
    } finally {
      await running.stop();
    }
  } finally {
    await Promise.all([load.stop(), sinks.stop()]);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  running: RunningSubject,
  load: Load,
  sinks: Sinks,
  plan: Plan,
): Promise<RunFigures> {
  const { url, headers } = running;
  const common = { url, headers, connections: plan.connections, seed: plan.seed };
  await phase(load, sinks, { ...common, first: 0, messages: warmUpMessages });

  const before = await usage(running, load, sinks);
  const first = warmUpMessages;
  const main = await phase(load, sinks, {
    ...common,
    first,
    messages: plan.messages,
    seconds: plan.seconds,
    rate: plan.rate,
  });
  const after = await usage(running, load, sinks);
  const { accepted, deliveredPerSecond } = main.figures;
  const each = (of: 'process' | 'postgres' | 'load' | 'sinks'): number =>
    round((after[of] - before[of]) / Math.max(1, accepted));

  const rate = Math.max(1, Math.round(deliveredPerSecond / 2));
  const paced =
    plan.pacedSeconds > 0
      ? await phase(load, sinks, {
          ...common,
          first: first + main.figures.sent,
          messages: rate * plan.pacedSeconds,
          rate,
        })
      : undefined;
  const end = await sinks.ask({ ask: 'counts' });
  if (end.refused > 0)
    throw new Error(`${end.refused} requests to the sinks were malformed or wrongly signed`);
  return {
    subject: name,
    ...main.figures,
    duplicated: end.repeats,
    statuses: main.statuses,
    cpuMsPerMessage: {
      process: each('process'),
      postgres: each('postgres'),
      total: round(each('process') + each('postgres')),
    },
    peakRssMiB: Math.round((await usageOf(running.pid)).peakBytes / 1_048_576),
    benchCpuMsPerMessage: { load: each('load'), sinks: each('sinks') },
    bytesPerEvent: Math.round(end.bytes / Math.max(1, end.distinct + end.repeats)),
    eventsPerRequest: round((end.distinct + end.repeats) / Math.max(1, end.requests)),
    ...(paced ? { paced: { rate, ...paced.figures } } : {}),
  };
}

/** One stretch of load, and the wait until the sinks have what was accepted. */
export async function phase(
  load: Load,
  sinks: Sinks,
  of: Phase,
): Promise<{ figures: PhaseFigures; statuses: PhaseResult['statuses'] }> {
  const before = await sinks.ask({ ask: 'counts' });
  const { started, accepted, statuses } = await load.ask(of);
  const wanted = before.distinct + accepted.filter((at) => at > 0).length;
  await settle(sinks, wanted);
  const { times } = await sinks.ask({ ask: 'times', first: of.first, count: started.length });
  return { figures: phaseFigures(started, accepted, times), statuses };
}

async function settle(sinks: Sinks, wanted: number): Promise<void> {
  let seen = -1;
  let movedAt = clock();
  for (;;) {
    const { distinct } = await sinks.ask({ ask: 'counts' });
    if (distinct >= wanted) return;
    if (distinct !== seen) {
      seen = distinct;
      movedAt = clock();
    } else if (clock() - movedAt > giveUpMs) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function usage(
  running: RunningSubject,
  load: Load,
  sinks: Sinks,
): Promise<Record<'process' | 'postgres' | 'load' | 'sinks', number>> {
  return {
    process: (await usageOf(running.pid)).cpuMs,
    postgres: running.postmaster === undefined ? 0 : await serverCpuMs(running.postmaster),
    load: (await usageOf(load.pid)).cpuMs,
    sinks: (await usageOf(sinks.pid)).cpuMs,
  };
}
