import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { round, type PhaseFigures } from '../figures.js';
import { sinkCount } from '../routes.js';
import { phase, startLoad, startSinks } from '../run.js';
import { hubWith, type Create } from '../subject-hub.js';
import { startBadReceivers, type BadReceivers } from './receivers.js';

export interface DeadPlan {
  readonly rate: number;
  readonly seconds: number;
  readonly connections: number;
  readonly rounds: number;
  readonly seed: number;
}

export interface DeadRun {
  readonly others: 'paused' | 'dead';
  readonly figures: PhaseFigures;
  /** How often the bad receivers were tried during the measured phase. */
  readonly tried: { readonly silent: number; readonly slow: number };
}

export interface DeadFigures {
  /** In the order of the runs. */
  readonly runs: readonly DeadRun[];
  /** With them by without, of the medians over the runs. */
  readonly ratio: { readonly p50: number; readonly p99: number };
}

/** Messages before the clock starts. */
const warmUp = 2_000;

/**
 * The time from a POST to the three webhooks that work, while ten others are dead and one is slow, and while the same
 * eleven are paused: then their deliveries are owed and written just so, and nothing is tried.
 */
export async function measureDead(plan: DeadPlan, progress: (text: string) => void): Promise<DeadFigures> {
  const runs: DeadRun[] = [];
  for (let at = 1; at <= plan.rounds; at++) {
    // The second of a pair may have the warmer machine: it is not always the same.
    for (const others of at % 2 === 1 ? (['paused', 'dead'] as const) : (['dead', 'paused'] as const)) {
      const run = await runOnce(others, plan);
      progress(`${others} ${at}/${plan.rounds}: p99 ${run.figures.endToEndMs.p99} ms`);
      runs.push(run);
    }
  }
  const of = (others: DeadRun['others'], what: 'p50' | 'p99'): number =>
    median(runs.filter((run) => run.others === others).map(({ figures }) => figures.endToEndMs[what]));
  const by = (what: 'p50' | 'p99'): number => round(of('dead', what) / of('paused', what));
  return { runs, ratio: { p50: by('p50'), p99: by('p99') } };
}

async function runOnce(others: DeadRun['others'], plan: DeadPlan): Promise<DeadRun> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tongguan-bench-dead-'));
  const load = startLoad();
  const sinks = startSinks();
  const bad = await startBadReceivers();
  try {
    const { urls } = await sinks.ask({ ask: 'start', ports: Array(sinkCount).fill(0), seed: plan.seed });
    const subject = hubWith({}, (create) => addBad(bad, others, create));
    const running = await subject.start(urls, dataDir);
    try {
      await sinks.ask({ ask: 'trust', secrets: running.secrets });
      const { url, headers } = running;
      const common = { url, headers, connections: plan.connections, seed: plan.seed };
      await phase(load, sinks, { ...common, first: 0, messages: warmUp, rate: plan.rate * 2 });
      const before = bad.tried();
      const messages = Math.round(plan.rate * plan.seconds);
      const { figures } = await phase(load, sinks, { ...common, first: warmUp, messages, rate: plan.rate });
      const after = bad.tried();
      const tried = { silent: after.silent - before.silent, slow: after.slow - before.slow };
      return { others, figures, tried };
    } finally {
      await running.stop();
    }
  } finally {
    await Promise.all([load.stop(), sinks.stop(), bad.close()]);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Every declaration is owed to each of them too. */
async function addBad(bad: BadReceivers, others: DeadRun['others'], create: Create): Promise<void> {
  for (const [at, url] of [...bad.refusing, ...bad.silent, bad.slow].entries()) {
    const code = `bad-${at + 1}`;
    await create('destinations', { participant: 'customs', code, kind: 'webhook', url });
    if (others === 'paused') await create(`destinations/customs%2F${code}/pause`, { reason: 'bench' });
    await create('routes', {
      code: `to-${code}`,
      documentType: 'Declaration',
      destination: `customs/${code}`,
    });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
