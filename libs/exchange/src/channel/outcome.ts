import type { Fault } from '#kernel';
import { AddressRefused } from './address-guard.js';
import type { ChannelOutcome } from './channel.js';
import { deliveryFaults } from './faults.js';
import { Interrupted, TimedOut } from './http-post.js';

type Ending = Pick<ChannelOutcome, 'kind' | 'error'>;

/**
 * What a status means for the delivery.
 *
 * A redirect is not followed, as it would lead past the checks of the address. 301 and 308 say that the address is
 * wrong from now on: a fault of the destination and not of the event, so the destination is disabled and its queue
 * kept, in order, rather than given up event by event. 302, 303 and 307 say where to go this time and to come back
 * (RFC 9110 §15.4): the attempt is repeated.
 */
export function endingOfStatus(status: number, host: string): Ending {
  const values = { host, status };
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone', error: deliveryFaults.make('DELIVERY_GONE', { values }) };
  if (status === 301 || status === 308)
    return { kind: 'gone', error: deliveryFaults.make('DELIVERY_MOVED', { values }) };
  if (status >= 300 && status < 400)
    return { kind: 'retry', error: deliveryFaults.make('DELIVERY_REDIRECT', { values }) };
  const busy = [408, 425, 429].includes(status) || status < 400 || status >= 500;
  return busy
    ? { kind: 'retry', error: deliveryFaults.make('DELIVERY_BUSY', { values }) }
    : { kind: 'dead-letter', error: deliveryFaults.make('DELIVERY_UNACCEPTED', { values }) };
}

/** Without a status nobody knows whether the receiver has it, so it goes again under the same id. */
export function endingOfError(error: NodeJS.ErrnoException, host: string, timeoutMs: number): Ending {
  return { kind: 'retry', error: faultOf(error, host, timeoutMs) };
}

const certificate =
  /^(?:CERT_|UNABLE_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH|EPROTO|INVALID_CA)/;

function faultOf(error: NodeJS.ErrnoException, host: string, timeoutMs: number): Fault {
  if (error instanceof AddressRefused) return error.fault;
  if (error instanceof Interrupted) return deliveryFaults.make('DELIVERY_INTERRUPTED');
  const code = error.code ?? '';
  if (error instanceof TimedOut || code === 'ETIMEDOUT')
    return deliveryFaults.make('DELIVERY_TIMEOUT', { values: { host, ms: timeoutMs } });
  const values = { host, detail: code || error.name };
  if (code === 'ECONNREFUSED') return deliveryFaults.make('DELIVERY_REFUSED', { values });
  if (code === 'ECONNRESET' || code === 'EPIPE') return deliveryFaults.make('DELIVERY_RESET', { values });
  if (/^(?:ENOTFOUND|EAI_)/.test(code)) return deliveryFaults.make('DELIVERY_DNS', { values });
  if (certificate.test(code)) return deliveryFaults.make('DELIVERY_TLS', { values });
  if (code.startsWith('HPE_')) return deliveryFaults.make('DELIVERY_PROTOCOL', { values });
  return deliveryFaults.make('DELIVERY_UNREACHABLE', { values });
}

/**
 * `Retry-After` (RFC 9110 §10.2.3), seconds or a date, in milliseconds from now.
 *
 * @param limitMs no receiver can ask for more
 */
export function retryAfterMs(header: string | undefined, now: number, limitMs: number): number | undefined {
  const text = header?.trim() ?? '';
  const isDate = /^[A-Z][a-z]{2,8},? /.test(text);
  const wait = /^\d{1,15}$/.test(text) ? Number(text) * 1000 : isDate ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), limitMs);
}
