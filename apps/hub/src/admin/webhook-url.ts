import { isIPv4 } from 'node:net';
import type { Fault } from '#kernel';
import { adminFaults } from './faults.js';

/** What is sent may be read on the way: http only where there is no way. */
export function webhookUrlFaults(url: string | undefined): Fault[] {
  if (url === undefined || isSecure(url)) return [];
  return [adminFaults.make('ADMIN_URL_INSECURE', { place: { pointer: '/url' } })];
}

function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
