import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { BlockList } from 'node:net';
import { webhookSigner, type WebhookSigner } from '#evidence';
import { ok, type Fault, type Result } from '#kernel';
import { AddressGuard, type Resolve } from './address-guard.js';
import { requestHeadLimit, type Channel, type ChannelOutcome, type OutboundEvent } from './channel.js';
import { post, type Answer } from './http-post.js';
import { endingOfError, endingOfStatus, retryAfterMs } from './outcome.js';
import { webhookMessage, type WebhookMessage } from './webhook-message.js';

export interface WebhookDestination {
  readonly url: string;
  /** `whsec_…`; several while one replaces another, each signs. */
  readonly secrets: readonly string[];
  /** Events in one request at most; more than 1 makes every request a JSON array. */
  readonly batch?: number;
  /** Its own time-out, in milliseconds; no longer than the channel's. */
  readonly timeoutMs?: number;
}

export interface WebhookOptions {
  /** Networks that may be delivered to although they are not public; see `parseNetworks`. Default: none. */
  readonly allowNetworks?: BlockList;
  /** Until the receiver must have answered, from the name's resolution on. */
  readonly timeoutMs: number;
  /** Time given to the body of an answer; no later than this the connection is closed. */
  readonly bodyMs: number;
  /** Bytes of an answer that are kept. */
  readonly keepBytes: number;
  /** The longest wait that a receiver's `Retry-After` can ask for. */
  readonly retryAfterLimitMs: number;
  /** Connections to one host. */
  readonly socketsPerHost: number;
  /** Connections in all, for each of http and https; no fewer than deliveries under way, or they wait on each other. */
  readonly sockets: number;
  /** Unused connections are closed after this. */
  readonly idleMs: number;
  /** PEM certificates of authorities to trust instead of the usual ones. */
  readonly authorities?: string;
  readonly now: () => number;
  /** Resolves names; default: as the system does. */
  readonly resolve?: Resolve;
}

export const webhookOptions: WebhookOptions = {
  timeoutMs: 15_000,
  bodyMs: 2_000,
  keepBytes: 4_096,
  retryAfterLimitMs: 6 * 3_600_000,
  socketsPerHost: 8,
  sockets: 512,
  idleMs: 30_000,
  now: () => Date.now(),
};

/** A destination made ready once, for as long as its object is the same. */
interface Prepared {
  readonly url: URL;
  readonly signer: WebhookSigner;
}

/** Hands events to subscribers by Standard Webhooks 1.0. */
export class WebhookChannel implements Channel<WebhookDestination> {
  readonly #options: WebhookOptions;
  readonly #guard: AddressGuard;
  readonly #plain: HttpAgent;
  readonly #secure: HttpsAgent;
  readonly #prepared = new WeakMap<WebhookDestination, Result<Prepared, Fault>>();

  constructor(options: Partial<WebhookOptions> = {}) {
    this.#options = { ...webhookOptions, ...options };
    const { allowNetworks, resolve, socketsPerHost, sockets, idleMs, authorities } = this.#options;
    this.#guard = new AddressGuard(allowNetworks ?? new BlockList(), resolve);
    const pool = {
      keepAlive: true,
      maxSockets: socketsPerHost,
      maxFreeSockets: socketsPerHost,
      maxTotalSockets: sockets,
      timeout: idleMs,
      // The default, a quarter of a second, gives up on addresses that are merely far away.
      autoSelectFamilyAttemptTimeout: 2_000,
    };
    this.#plain = new HttpAgent(pool);
    this.#secure = new HttpsAgent({
      ...pool,
      minVersion: 'TLSv1.2',
      ...(authorities === undefined ? {} : { ca: authorities }),
    });
  }

  /** What is wrong with a destination, as far as can be told without connecting; empty if it may be used. */
  check(destination: WebhookDestination): Fault[] {
    return [this.#guard.check(destination.url), webhookSigner(destination.secrets)].flatMap((result) =>
      result.ok ? [] : [result.error],
    );
  }

  async send(
    destination: WebhookDestination,
    batch: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome> {
    const size = Math.max(1, destination.batch ?? 1);
    if (batch.length < 1 || batch.length > size)
      throw new Error(`${batch.length} events for a destination that takes 1 to ${size}`);
    const prepared = this.#prepare(destination);
    if (!prepared.ok) return { kind: 'gone', error: prepared.error, ms: 0 };
    const { url, signer } = prepared.value;
    const { bodyMs, keepBytes, now } = this.#options;
    const timeoutMs = Math.min(this.#options.timeoutMs, destination.timeoutMs ?? Infinity);
    const isPlain = url.protocol === 'http:';
    const started = performance.now();
    const message = webhookMessage(batch, size > 1, signer, Math.floor(now() / 1000));
    const answer = await post({
      ...message,
      url,
      agent: isPlain ? this.#plain : this.#secure,
      lookup: this.#guard.lookup(isPlain),
      timeoutMs,
      bodyMs,
      keepBytes,
      signal,
    });
    return {
      ...this.#outcome(answer, url.host, timeoutMs),
      request: requestHead(url, message),
      ms: Math.round(performance.now() - started),
    };
  }

  close(): void {
    this.#plain.destroy();
    this.#secure.destroy();
  }

  #outcome(answer: Answer, host: string, timeoutMs: number): Omit<ChannelOutcome, 'ms'> {
    const { retryAfterLimitMs, now } = this.#options;
    if ('error' in answer) return endingOfError(answer.error, host, timeoutMs);
    const ending = endingOfStatus(answer.status, host);
    const wait =
      ending.kind === 'retry' ? retryAfterMs(answer.retryAfter, now(), retryAfterLimitMs) : undefined;
    return {
      ...ending,
      status: answer.status,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
      responseHead: textOf(answer.head),
    };
  }

  #prepare(destination: WebhookDestination): Result<Prepared, Fault> {
    const known = this.#prepared.get(destination);
    if (known) return known;
    const made = this.#make(destination);
    this.#prepared.set(destination, made);
    return made;
  }

  #make(destination: WebhookDestination): Result<Prepared, Fault> {
    const url = this.#guard.check(destination.url);
    if (!url.ok) return url;
    const signer = webhookSigner(destination.secrets);
    return signer.ok ? ok({ url: url.value, signer: signer.value }) : signer;
  }
}

/** Without the path, which may hold a token of the receiver, and without the signature. */
function requestHead(url: URL, { headers }: WebhookMessage): string {
  const kept = Object.entries(headers).filter(([name]) => name !== 'webhook-signature');
  const lines = kept.map(([name, value]) => `${name}: ${value}`);
  return [`POST ${url.origin}/…`, ...lines].join('\n').slice(0, requestHeadLimit);
}

/** As text that any store takes: no NUL, what is not UTF-8 replaced. */
const textOf = (head: Buffer): string => head.toString('utf8').replaceAll('\0', '\ufffd');
