import type { ExitCode } from '../exit-codes.js';
import { send, told, type HubOptions } from './mapping-client.js';

/** Which messages; all that is given must be true of them. */
export interface RenormaliseOptions {
  readonly reason: string;
  readonly id?: readonly string[];
  readonly adapter?: string;
  readonly fault?: string;
  readonly sender?: string;
  readonly state?: string;
  readonly limit?: number;
  readonly dryRun?: boolean;
}

/** Has messages that were held or rejected read again. */
export async function renormalise(
  { reason, id, adapter, fault, sender, state, limit, dryRun }: RenormaliseOptions,
  options: HubOptions,
): Promise<ExitCode> {
  const given = Object.entries({ reason, ids: id, adapter, fault, sender, state, limit, dryRun });
  const done = await send(options, {
    title: 'renormalise',
    method: 'POST',
    path: '/v1/admin/interchanges/renormalise',
    body: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  });
  return told(options, done, ({ count, senders, more, dryRun: dry, interchanges }) => [
    `${dry === true ? '符合 would be done again' : '重新处理 due again'} ${String(count)}` +
      `  发送方 senders ${String(senders)}${more === true ? '  可能还有 there may be more' : ''}`,
    ...(Array.isArray(interchanges) ? interchanges.map(String) : []),
  ]);
}
