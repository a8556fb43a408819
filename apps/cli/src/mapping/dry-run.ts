import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, JsonObject, Result } from '#kernel';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { printError } from '../terminal/print.js';
import { objectAt, objectsAt, pathOf, send, told, type HubOptions } from './mapping-client.js';

export interface DryRunRequest {
  readonly last?: number;
  readonly from?: string;
  readonly to?: string;
  readonly sender?: string;
}

const lookEveryMs = 500;

/** Runs to its end. Exit code 1 when the version would make messages fail that are read now. */
export async function dryRunMapping(
  adapter: string,
  version: string,
  wanted: DryRunRequest,
  options: HubOptions,
): Promise<ExitCode> {
  const started = await send(options, {
    title: 'begin a dry run',
    method: 'POST',
    path: pathOf(adapter, '/dry-runs'),
    body: { version, ...wanted },
  });
  const ended = started.ok ? await followed(String(started.value.id), options) : started;
  const code = told(options, ended, lines);
  if (!ended.ok || ended.value.state !== 'done') return exitCodes.refused;
  const { newlyFailing } = objectAt(objectAt(ended.value, 'result'), 'counts');
  return newlyFailing === 0 ? code : exitCodes.refused;
}

async function followed(id: string, options: HubOptions): Promise<Result<JsonObject, Fault>> {
  for (;;) {
    const run = await send(options, {
      title: 'look at a dry run',
      method: 'GET',
      path: `/v1/admin/dry-runs/${id}`,
    });
    if (!run.ok || !['waiting', 'running'].includes(String(run.value.state))) return run;
    const { total } = objectAt(run.value, 'result');
    if (process.stderr.isTTY) printError(`${String(total ?? 0)} …`);
    await pause(lookEveryMs);
  }
}

function lines(run: JsonObject): string[] {
  const result = objectAt(run, 'result');
  const counts = objectAt(result, 'counts');
  const reach = objectAt(result, 'reach');
  if (run.state !== 'done') return [`${String(run.state)} ${String(result.error ?? '')}`.trim()];
  return [
    `共 total ${String(result.total)}  ${String(result.ms)} ms`,
    `相同 same ${String(counts.same)}  有变 changed ${String(counts.changed)}  新增失败 newly failing ${String(counts.newlyFailing)}` +
      `  新增成功 newly passing ${String(counts.newlyPassing)}  仍失败 still failing ${String(counts.stillFailing)}`,
    ...objectsAt(result, 'places').map(
      ({ pointer, count, before, after }) =>
        `~ ${String(count)} × ${String(pointer)}: ${String(before ?? '∅')} → ${String(after ?? '∅')}`,
    ),
    ...objectsAt(result, 'faults').map(
      ({ fault, count, en }) => `! ${String(count)} × ${String(fault)}: ${String(en)}`,
    ),
    `单证 documents ${String(reach.documents)}  投递 deliveries ${String(reach.deliveries)}  接收方 subscribers ${String(reach.subscribers)}`,
  ];
}
