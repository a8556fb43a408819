import type { PhaseFigures } from './figures.js';
import { phaseFigures } from './figures.js';
import type { Phase, PhaseResult } from './load/phase.js';
import type { BenchOptions } from './options.js';
import { phase, startLoad, startSinks } from './run.js';

export type RunningHubFigures = Pick<PhaseFigures, 'sent' | 'accepted' | 'acceptedPerSecond' | 'acceptMs'> &
  Partial<PhaseFigures> & {
    readonly statuses: PhaseResult['statuses'];
    readonly duplicated?: number;
    /** Events at the sinks about declarations that this run did not send. */
    readonly strangers?: number;
  };

/** Sends to a hub that the operator runs; measures deliveries where its destinations point at our sinks. */
export async function loadRunningHub(options: BenchOptions, base: string): Promise<RunningHubFigures> {
  const target = new URL(base);
  if (target.protocol !== 'http:') throw new Error('--url takes an http: address');
  if (target.pathname === '/') target.pathname = '/v1/interchanges';
  const of: Phase = {
    url: target.href,
    headers: options.headers,
    connections: options.connections,
    seed: options.seed ?? Date.now() % 0x1_0000_0000,
    first: 0,
    messages: options.messages,
    seconds: options.seconds,
    rate: options.rate,
  };
  const load = startLoad();
  try {
    return options.sinkPorts.length > 0 ? await withSinks(options, load, of) : await acceptOnly(load, of);
  } finally {
    await load.stop();
  }
}

async function acceptOnly(load: ReturnType<typeof startLoad>, of: Phase): Promise<RunningHubFigures> {
  const { started, accepted, statuses } = await load.ask(of);
  const figures = phaseFigures(started, accepted, new Float64Array(0));
  const { sent, accepted: taken, acceptedPerSecond, acceptMs } = figures;
  return { sent, accepted: taken, acceptedPerSecond, acceptMs, statuses };
}

async function withSinks(
  options: BenchOptions,
  load: ReturnType<typeof startLoad>,
  of: Phase,
): Promise<RunningHubFigures> {
  const sinks = startSinks();
  try {
    await sinks.ask({ ask: 'start', ports: options.sinkPorts, seed: of.seed });
    const { figures, statuses } = await phase(load, sinks, of);
    const { repeats, strangers } = await sinks.ask({ ask: 'counts' });
    return { ...figures, statuses, duplicated: repeats, strangers };
  } finally {
    await sinks.stop();
  }
}
