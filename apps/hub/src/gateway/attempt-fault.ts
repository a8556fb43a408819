import { brokerFaults } from '#brokers';
import { deliveryFaults, exchangeFaults } from '#exchange';
import { transferFaults } from '#federation';
import { catalogue, type Fault } from '#kernel';
import type { AttemptView } from '#store';

const channelFaults = catalogue({
  ...exchangeFaults.definitions,
  ...transferFaults.definitions,
  ...brokerFaults.definitions,
  ...deliveryFaults.definitions,
});

const isKnown = (code: string): code is keyof typeof channelFaults.definitions =>
  Object.hasOwn(channelFaults.definitions, code);

/**
 * Why an attempt failed, in words. Of an attempt its code is kept and not the whole fault: there are many of them. What
 * is in the texts beside it is taken from the attempt; what was not kept is a dash.
 */
export function attemptFault({ error, status, ms, request }: AttemptView): Fault | undefined {
  if (error === undefined || !isKnown(error)) return undefined;
  const host = /^POST (?:\w+:\/\/)?([^/\s]+)/.exec(request ?? '')?.[1];
  const given = { ms, ...(host === undefined ? {} : { host }), ...(status === undefined ? {} : { status }) };
  const { zh, en } = channelFaults.definitions[error];
  const names = [...`${zh}${en}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '–']);
  return channelFaults.make(error, { values: { ...Object.fromEntries(names), ...given } });
}
