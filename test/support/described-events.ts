import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonObject } from '#kernel';

interface Described {
  readonly id: string;
  readonly channels: Readonly<Record<string, { readonly messages: Readonly<Record<string, Message>> }>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>> };
}
interface Message {
  readonly $ref?: string;
  readonly name?: string;
  readonly contentType?: string;
  readonly payload?: JsonObject;
  readonly headers?: JsonObject;
}

const base = 'https://tongguan.dev/asyncapi.json';

/** The committed description of the events, held against what comes out of a hub. */
export class EventDescription {
  readonly #ajv = new Ajv({ allErrors: true, strict: false });
  readonly #document: Described;

  constructor(file: URL) {
    this.#document = JSON.parse(readFileSync(file, 'utf8'));
    addFormats.default(this.#ajv);
    const { id: _id, ...described } = this.#document;
    this.#ajv.addSchema({ $id: base, ...described });
  }

  /** Channels by their keys. */
  get channels(): readonly string[] {
    return Object.keys(this.#document.channels);
  }

  /**
   * What a message has that the description does not say of it; nothing when it is as described.
   *
   * @param name of the message in the channel: a document type, `EventBatch`, `FeedPage` …
   * @param contentType as it came; parameters are left aside
   */
  deviations(
    channel: string,
    name: string,
    payload: unknown,
    come: { readonly contentType?: string; readonly headers?: Readonly<Record<string, unknown>> } = {},
  ): unknown[] {
    const stands = this.#document.channels[channel]?.messages[name];
    if (!stands) return [`${channel} carries no ${name}`];
    const inComponents = stands.$ref !== undefined;
    const message = inComponents ? this.#document.components.messages[name] : stands;
    const at = inComponents ? `#/components/messages/${name}` : `#/channels/${channel}/messages/${name}`;
    const type = come.contentType?.split(';')[0];
    return [
      ...(type === undefined || type === message?.contentType
        ? []
        : [`${type}, not ${message?.contentType}`]),
      ...this.#errors(`${at}/payload`, payload),
      ...(message?.headers && come.headers ? this.#errors(`${at}/headers`, come.headers) : []),
    ];
  }

  #errors(pointer: string, value: unknown): unknown[] {
    const check = this.#ajv.getSchema(base + pointer);
    if (!check) return [`there is no ${pointer}`];
    if (check(value) === true) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) => ({
      instancePath,
      message,
      params,
    }));
  }
}
