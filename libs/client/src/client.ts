import type { PublicKeyLike } from '#evidence';
import { fail, ok, type Result } from '#kernel';
import {
  isAccepted,
  isDecisions,
  isDocument,
  isInterchange,
  isKeySet,
  isObject,
  type Decided,
  type Document,
  type Interchange,
} from './answers.js';
import { HubConnection, type ConnectionOptions } from './connection.js';
import { readFeed, type FeedEvent, type PageOptions } from './feed.js';
import type { Problem } from './problem.js';
import { Destinations, Replays, Subscriptions, type Answered } from './resources.js';
import { readStream, type StreamOptions } from './stream.js';

export interface SendOptions {
  /** Id of the adapter to read it with; recognised otherwise. */
  readonly adapter?: string;
  /** The content stands for itself without one: the same bytes are the same interchange. */
  readonly idempotencyKey?: string;
  /** Seconds to wait for the outcome, 0 to 30. */
  readonly wait?: number;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
}

export interface Sent {
  /** Of the interchange. */
  readonly id: string;
  readonly sha256: string;
  readonly receivedAt: string;
  /** Signed by the node: it has the message, on disk and committed. `verifyReceipt` reads it. */
  readonly receipt: string;
  /** It was accepted before; this is the answer of then. */
  readonly repeated: boolean;
  /** What became of it, when that was known within `wait`. */
  readonly interchange?: Interchange;
}

/** Events, and at the end the problem that ended them, if one did. */
export type Events = AsyncGenerator<Result<FeedEvent, Problem>, void, undefined>;

/**
 * 枢纽客户端：发送报文、读取信箱、管理自己的订阅。失败是返回值，不抛出异常。
 *
 * One participant at one hub. What fails is a value, and everything is bounded: attempts, times, sizes.
 *
 * @example
 * const hub = new TongguanClient({ url: 'http://127.0.0.1:8080', key: 'tg_…' });
 * const sent = await hub.send(bytes, { wait: 10 });
 * if (!sent.ok) for (const { code, text } of sent.error.errors) console.error(code, text.zh);
 */
export class TongguanClient {
  readonly subscriptions: Subscriptions;
  readonly destinations: Destinations;
  readonly replays: Replays;
  private readonly hub: HubConnection;

  constructor(options: ConnectionOptions) {
    this.hub = new HubConnection(options);
    this.subscriptions = new Subscriptions(this.hub);
    this.destinations = new Destinations(this.hub);
    this.replays = new Replays(this.hub);
  }

  /**
   * 提交报文；断线、429、503 时以同一幂等键重发，相同内容不会重复受理。
   *
   * Hands a message in. Tried again when the hub cannot be reached or says "not now", with the same idempotency key;
   * the hub stores the same content once, so a repetition is safe without a key too.
   *
   * @returns what was accepted; a message that is rejected within `wait` is a problem with every violation
   */
  async send(bytes: Uint8Array | string, options: SendOptions = {}): Promise<Result<Sent, Problem>> {
    const { adapter, idempotencyKey, contentType = 'application/octet-stream', signal } = options;
    const wait = Math.min(30, Math.max(0, options.wait ?? 0));
    const answer = await this.hub.ask({
      method: 'POST',
      path: '/v1/interchanges',
      headers: {
        'content-type': contentType,
        ...(adapter === undefined ? {} : { 'x-adapter': adapter }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...(wait === 0 ? {} : { prefer: `wait=${wait}` }),
      },
      body: bytes,
      wait,
      repeatable: true,
      signal,
    });
    if (!answer.ok) return answer;
    const { body, headers, status } = answer.value;
    if (!isAccepted(body)) return fail(this.hub.unreadable(status, JSON.stringify(body)));
    const { id, sha256, receivedAt, receipt } = body;
    return ok({
      id,
      sha256,
      receivedAt,
      receipt,
      repeated: headers.get('idempotent-replayed') === 'true',
      ...(isInterchange(body) ? { interchange: body } : {}),
    });
  }

  /** 报文的状态与结果 · An interchange that this participant sent. */
  interchange(id: string): Promise<Result<Interchange, Problem>> {
    const path = `/v1/interchanges/${encodeURIComponent(id)}`;
    return this.hub.askFor({ path, repeatable: true }, isInterchange);
  }

  /** 标准单证 · A document that this participant sent or may have. */
  document(id: string): Promise<Result<Document, Problem>> {
    const path = `/v1/documents/${encodeURIComponent(id)}`;
    return this.hub.askFor({ path, repeatable: true }, isDocument);
  }

  /** 路由决定及理由 · For every candidate why it gets the document or not. */
  async decisions(documentId: string): Promise<Result<readonly Decided[], Problem>> {
    const path = `/v1/documents/${encodeURIComponent(documentId)}/decisions`;
    const read = await this.hub.askFor({ path, repeatable: true }, isDecisions);
    return read.ok ? ok(read.value.items) : read;
  }

  /** 节点公钥 · What `verifyReceipt` checks receipts with. Keep them: it needs no hub then. */
  async nodeKeys(): Promise<Result<readonly PublicKeyLike[], Problem>> {
    const read = await this.hub.askFor({ path: '/.well-known/jwks.json', repeatable: true }, isKeySet);
    return read.ok ? ok(read.value.keys) : read;
  }

  /**
   * 其余的查询：路径与参数见接口说明。
   *
   * Whatever else can be read, by its path: statements, notices, evidence … as schemas/openapi.json describes them.
   *
   * @example await hub.read('/v1/notices', { limit: 10 });
   */
  read(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Answered {
    return this.hub.askFor({ path, query, repeatable: true }, isObject);
  }

  /**
   * 按游标读取信箱（长轮询）。
   *
   * A mailbox page by page, waiting at its end. Outages are bridged; the last value is the problem that could not be.
   *
   * @example
   * for await (const next of hub.events(feedId, { after: await kept(), signal })) {
   *   if (!next.ok) throw new Error(next.error.code);
   *   await handle(next.value.event);
   *   await keep(next.value.cursor);
   * }
   */
  events(feedId: string, options: PageOptions = {}): Events {
    return readFeed(this.hub, feedId, options);
  }

  /**
   * 以 SSE 读取信箱，断线后从最后一个事件继续。
   *
   * The same mailbox as server-sent events: each as it comes, with its own cursor; a lost connection goes on behind the
   * last event (`Last-Event-ID`). Leave the loop, or abort the signal, to close it.
   */
  stream(feedId: string, options: StreamOptions = {}): Events {
    return readStream(this.hub, feedId, options);
  }
}
