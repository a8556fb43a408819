import { TongguanClient, type CloudEvent } from '#client';
import type { Json, JsonObject } from '#kernel';

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: Buffer | string;
  readonly signal?: AbortSignal;
}

/** An answer of the hub with its body read. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly bytes: Buffer,
  ) {}

  get text(): string {
    return this.bytes.toString('utf8');
  }

  get json(): Json {
    return JSON.parse(this.text) as Json;
  }

  /** What stands at a JSON pointer; undefined when nothing does. */
  at(pointer: string): Json | undefined {
    return pointer
      .split('/')
      .slice(1)
      .reduce<Json | undefined>((value, step) => memberOf(value, step), this.json);
  }

  /** The text at a JSON pointer. @throws with the whole answer when there is none */
  string(pointer: string): string {
    const value = this.at(pointer);
    if (typeof value !== 'string')
      throw new Error(`no text at ${pointer} of ${this.status}: ${this.text.slice(0, 2_000)}`);
    return value;
  }

  /** The objects of a list. @throws with the whole answer when there is none */
  list(pointer = '/items'): readonly JsonObject[] {
    const value = this.at(pointer);
    if (!Array.isArray(value))
      throw new Error(`no list at ${pointer} of ${this.status}: ${this.text.slice(0, 2_000)}`);
    return value.filter(isObject);
  }

  /** The texts of a list; none when there is no list. */
  strings(pointer: string): readonly string[] {
    const value = this.at(pointer);
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  /** This answer, which must have the status. @throws with the whole answer when it has another */
  expect(status: number): this {
    if (this.status !== status)
      throw new Error(`${this.status} instead of ${status}: ${this.text.slice(0, 2_000)}`);
    return this;
  }
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function memberOf(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(step)];
  return value !== undefined && isObject(value) ? value[step] : undefined;
}

/** Speaks HTTP to one hub with one key. */
export class Client {
  constructor(
    private readonly base: string,
    private readonly key: string | undefined,
  ) {}

  async request(path: string, { headers, method, body, signal }: Sending = {}): Promise<Answer> {
    const response = await fetch(`${this.base}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...(this.key === undefined ? {} : { authorization: `Bearer ${this.key}` }), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    return new Answer(response.status, response.headers, Buffer.from(await response.arrayBuffer()));
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request(path, { headers });
  }

  post(path: string, body: JsonObject = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request(path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Every event that a mailbox holds, read as a program of its owner reads it. @throws with the code of what was refused */
  async events(mailbox: string): Promise<CloudEvent[]> {
    const events: CloudEvent[] = [];
    const reader = new TongguanClient({ url: this.base, key: this.key ?? '' });
    for await (const next of reader.events(mailbox, { limit: 1000, wait: 0 })) {
      if (!next.ok) throw new Error(`${next.error.status} ${next.error.code}`);
      events.push(next.value.event);
    }
    return events;
  }

  /** Hands in a message. */
  send(message: Buffer | string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request('/v1/interchanges', { method: 'POST', headers, body: message });
  }

  /** Hands in a message and waits for what becomes of it. */
  settle(message: Buffer | string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send(message, { prefer: 'wait=30', ...headers });
  }
}
