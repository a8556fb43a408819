import type { JsonObject, Texts } from '#kernel';

/** What stands in a channel: one event in each message, or several, or something that is said beside the events. */
export type Carried =
  | 'event'
  | 'batch'
  | 'page'
  | 'verification'
  | 'test'
  | 'lag'
  | 'interchange'
  | 'acknowledgement'
  | 'problem';

/** Where a channel is: at the hub, at whoever receives. */
export interface ServerEntry {
  readonly id: string;
  /** May hold `{variables}`. */
  readonly host: string;
  readonly protocol: string;
  readonly text: Texts;
  readonly variables?: Readonly<Record<string, Texts>>;
  /** Asks for an access key. */
  readonly keyed?: boolean;
}

/** One way in which events go, seen from the hub: what no schema says. The rest of the description is made from it. */
export interface Channel {
  /** As a key of `channels`: `webhook`. */
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  /** With `{parameters}`; null: only its receiver knows it. */
  readonly address: string | null;
  readonly parameters?: Readonly<Record<string, Texts>>;
  readonly servers: readonly string[];
  readonly carries: readonly Carried[];
  /** `send`: the hub gives; `receive`: the hub takes. */
  readonly action: 'send' | 'receive';
  /** Of the operation, as a key of `operations`. */
  readonly operation: string;
  /** What the protocol asks for, by the AsyncAPI binding specifications. */
  readonly bindings?: {
    readonly channel?: JsonObject;
    readonly operation?: JsonObject;
    readonly message?: JsonObject;
  };
  /** Headers of each message in this channel. */
  readonly headers?: readonly Header[];
}

export interface Header {
  readonly name: string;
  /** It may be absent. */
  readonly optional?: true;
  readonly text: Texts;
  readonly schema: JsonObject;
}
