import type { RequestListener } from 'node:http';
import { newWebhookSecret } from '#evidence';
import type { OutboundEvent } from '../channel.js';
import { parseNetworks } from '../networks.js';
import { WebhookChannel, type WebhookDestination, type WebhookOptions } from '../webhook.js';
import type { Receiver } from './receiver.js';

export const secret = newWebhookSecret();

export const event = (id: string, text = '大连'): OutboundEvent => ({
  id,
  body: JSON.stringify({ specversion: '1.0', id, type: 'ContainerMove', data: { text } }),
  time: 0,
});

export const never = new AbortController().signal;

const closing: (() => unknown)[] = [];

/** Closes what the test has opened. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

/** A channel as an operator has it who allows no network. */
export function guarded(options: Partial<WebhookOptions> = {}): WebhookChannel {
  const made = new WebhookChannel({ timeoutMs: 5_000, ...options });
  closing.push(() => made.close());
  return made;
}

/** A channel that may deliver to this machine. */
export function channel(options: Partial<WebhookOptions> = {}): WebhookChannel {
  const local = parseNetworks(['127.0.0.0/8', '::1']);
  if (!local.ok) throw new Error('the networks of this test are wrong');
  return guarded({ allowNetworks: local.value, ...options });
}

export async function started(server: Promise<Receiver>): Promise<Receiver> {
  const made = await server;
  closing.push(() => made.close());
  return made;
}

export const to = ({ port }: Receiver, given: Partial<WebhookDestination> = {}): WebhookDestination => ({
  url: `http://127.0.0.1:${port}/hook?token=kept-secret`,
  secrets: [secret],
  ...given,
});

export const answering =
  (status: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

/** Waits until it is so. */
export async function settled(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 5_000) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
