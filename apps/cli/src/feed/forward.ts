import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent } from '#client';
import type { WebhookSigner } from '#evidence';
import { reasonOf } from '../send/post-interchange.js';

/** Milliseconds for an answer, as the hub gives a webhook. */
const patience = 15_000;
const attemptsMost = 5;
const firstMs = 500;

export interface Forwarded {
  readonly delivered: boolean;
  /** The status, or why there is none. */
  readonly answer: string;
  readonly attempts: number;
}

/** Posts an event as the hub posts it to a webhook; what may pass is tried again, a few times. */
export async function forward(
  event: CloudEvent,
  url: string,
  signer: WebhookSigner,
  signal: AbortSignal,
): Promise<Forwarded> {
  const body = JSON.stringify(event);
  for (let attempts = 1; ; attempts++) {
    const { delivered, passing, answer } = await post(event.id, body, url, signer, signal);
    if (delivered || !passing || attempts >= attemptsMost || signal.aborted)
      return { delivered, answer, attempts };
    await pause(firstMs * 2 ** (attempts - 1), undefined, { signal }).catch(() => undefined);
  }
}

async function post(id: string, body: string, url: string, signer: WebhookSigner, signal: AbortSignal) {
  const timestamp = Math.floor(Date.now() / 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signer.sign(id, timestamp, body),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    await response.body?.cancel();
    const { status } = response;
    return {
      delivered: response.ok,
      passing: status >= 500 || [408, 425, 429].includes(status),
      answer: String(status),
    };
  } catch (error) {
    return { delivered: false, passing: true, answer: reasonOf(error) };
  }
}
