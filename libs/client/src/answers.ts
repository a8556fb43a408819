import type { PublicKeyLike } from '#evidence';
import type { Json, JsonObject, Texts } from '#kernel';

/**
 * 事件（CloudEvents 1.0）：信箱与 webhook 给出的内容相同。
 *
 * An event as mailboxes and webhooks give it. It may arrive again: tell by its `id`.
 */
export interface CloudEvent extends JsonObject {
  readonly specversion: string;
  /** The id of the document. */
  readonly id: string;
  /** `cn.tongguan.Declaration` */
  readonly type: string;
  readonly source: string;
  /** The document as far as it is granted; text when the subscription asks for a format of another system. */
  readonly data?: JsonObject | string;
}

/** 受理的报文及其结果 · An interchange and what became of it. */
export interface Interchange extends JsonObject {
  readonly id: string;
  readonly sender: string;
  readonly state: 'pending' | 'normalised' | 'duplicate' | 'held' | 'rejected';
  readonly receivedAt: string;
  readonly sha256: string;
  readonly documents: readonly { readonly id: string; readonly type?: string; readonly href: string }[];
  /** Signed by the node; `verifyReceipt` reads it. */
  readonly receipt: string;
}

/** What every answer to a message that was accepted has. */
export interface Accepted extends JsonObject {
  readonly id: string;
  readonly sha256: string;
  readonly receivedAt: string;
  readonly receipt: string;
}

/** 标准单证 · A document as the reader may see it. */
export interface Document extends JsonObject {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly interchange: string;
  readonly body: JsonObject;
}

/** 一次路由决定 · What was decided about a document at one time. */
export interface Decided extends JsonObject {
  readonly decidedAt: string;
  /** One for each route of the type, greatest priority first. */
  readonly candidates: readonly Decision[];
}

/** 一条规则的结论 · What one route came to. */
export interface Decision extends JsonObject {
  readonly routeCode: string;
  readonly outcome: 'deliver' | 'denied' | 'not-matched';
  readonly reasons: readonly { readonly code: string; readonly text: Texts & JsonObject }[];
}

/** 列表的一页；最后一页没有 `next` · A page of a list; the last has no `next`. */
export interface Page extends JsonObject {
  readonly items: readonly JsonObject[];
  readonly next?: string;
}

/** A part of a feed. */
export interface FeedPage extends JsonObject {
  readonly events: readonly CloudEvent[];
  readonly cursor: string;
  readonly more: boolean;
}

/** Sound for what JSON.parse gives. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasTexts = (value: unknown, ...names: readonly string[]): value is JsonObject =>
  isObject(value) && names.every((name) => typeof value[name] === 'string');

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

// The hub keeps its answers to their schemas; what is looked at here tells them from the answer of another server.
export const isCloudEvent = (value: unknown): value is CloudEvent =>
  hasTexts(value, 'specversion', 'id', 'type', 'source');
export const isInterchange = (value: unknown): value is Interchange =>
  hasTexts(value, 'id', 'sender', 'state', 'receipt') && isList(value['documents']);
export const isAccepted = (value: unknown): value is Accepted =>
  hasTexts(value, 'id', 'sha256', 'receivedAt', 'receipt');
export const isDocument = (value: unknown): value is Document =>
  hasTexts(value, 'id', 'type', 'interchange') && isObject(value['body']);
export const isPage = (value: unknown): value is Page => isObject(value) && isList(value['items']);
export const isFeedPage = (value: unknown): value is FeedPage =>
  hasTexts(value, 'cursor') && isList(value['events']) && value['events'].every(isCloudEvent);
export const isDecisions = (value: unknown): value is { readonly items: readonly Decided[] } =>
  isObject(value) &&
  isList(value['items']) &&
  value['items'].every((one) => hasTexts(one, 'decidedAt') && isList(one['candidates']));
export const isKeySet = (
  value: unknown,
): value is { readonly keys: readonly (PublicKeyLike & JsonObject)[] } =>
  isObject(value) && isList(value['keys']) && value['keys'].every((one) => hasTexts(one, 'kty', 'crv', 'x'));
