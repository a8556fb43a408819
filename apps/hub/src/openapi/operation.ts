import type { Json, Texts } from '#kernel';
import type { ParameterName } from './parameters.js';

export type Access = 'open' | 'participant' | 'administrator';

/** The chapters that operations are shown in, in this order. */
export const tags = {
  interchanges: { zh: '报文', en: 'Interchanges' },
  documents: { zh: '标准单证', en: 'Documents' },
  subscriptions: { zh: '订阅', en: 'Subscriptions' },
  destinations: { zh: '投递与信箱', en: 'Deliveries and feeds' },
  participants: { zh: '管理：参与方', en: 'Administration: participants' },
  keys: { zh: '管理：访问密钥', en: 'Administration: access keys' },
  agreements: { zh: '管理：共享协议', en: 'Administration: agreements' },
  receivers: { zh: '管理：投递目标', en: 'Administration: destinations' },
  routes: { zh: '管理：路由规则', en: 'Administration: routes' },
  mappings: { zh: '管理：映射', en: 'Administration: mappings' },
  audit: { zh: '管理：审计', en: 'Administration: audit' },
  federation: { zh: '节点互联', en: 'Federation' },
  node: { zh: '节点', en: 'The node' },
} as const satisfies Record<string, Texts>;

export type Tag = keyof typeof tags;

export interface Body {
  /** Name of a schema in schemas/api; absent for the bytes of a message. */
  readonly schema?: string;
  readonly required: boolean;
  /** What the example of the operation sends; for bytes the name of a file. */
  readonly example: Json;
}

/** What a success looks like. Failures follow from the faults. */
export interface Answer {
  readonly status: number;
  readonly text: Texts;
  /** Names of schemas in schemas/answers; several: one of them. */
  readonly schema?: string | readonly string[];
  /** The answer is a page of a list of that schema. */
  readonly list?: boolean;
  /** Of an answer that is not JSON. */
  readonly mediaType?: string;
  readonly headers?: readonly ('location' | 'etag' | 'idempotent-replayed' | 'preference-applied')[];
}

/** One operation of the interface: what a schema cannot say. The rest of the description is made from it. */
export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: Tag;
  readonly access: Access;
  readonly summary: Texts;
  readonly description?: Texts;
  readonly parameters?: readonly ParameterName[];
  readonly body?: Body;
  readonly answers: readonly Answer[];
  /** Codes of faults that this operation can give, beside those that every operation of its kind can. */
  readonly faults?: readonly string[];
  /** It can give every fault that reading a message can. */
  readonly readsMessage?: boolean;
}
