import { ok, type JsonObject, type Result } from '#kernel';
import { isObject, isPage, type Page } from './answers.js';
import type { HubConnection } from './connection.js';
import type { Problem } from './problem.js';

/** The answer, as schemas/openapi.json describes it. */
export type Answered = Promise<Result<JsonObject, Problem>>;

export interface ListOptions {
  /** `next` of the page before. */
  readonly cursor?: string;
  /** 1 to 200. */
  readonly limit?: number;
}

/** What can be listed, looked at, made and told to do something, all in one manner. */
class Resource {
  constructor(
    private readonly hub: HubConnection,
    private readonly base: string,
  ) {}

  list({ cursor, limit }: ListOptions = {}): Promise<Result<Page, Problem>> {
    return this.hub.askFor({ path: this.base, query: { cursor, limit }, repeatable: true }, isPage);
  }

  get(id: string): Answered {
    return this.hub.askFor({ path: this.pathOf(id), repeatable: true }, isObject);
  }

  /** Not tried again when nobody knows whether it was done: look whether it is there. */
  create(body: JsonObject): Answered {
    return this.post(this.base, body, false);
  }

  protected preview_(body: JsonObject): Answered {
    return this.post(`${this.base}/preview`, body, true);
  }

  protected act(id: string, verb: string, repeatable: boolean): Answered {
    return this.post(`${this.pathOf(id)}/${verb}`, {}, repeatable);
  }

  /** @param version of what is changed; without one whatever stands there is changed */
  protected change_(id: string, body: JsonObject, version: number | undefined): Answered {
    const headers = { ...json, 'if-match': version === undefined ? '*' : `"${version}"` };
    return this.hub.askFor(
      { method: 'PATCH', path: this.pathOf(id), headers, body: JSON.stringify(body), repeatable: false },
      isObject,
    );
  }

  protected remove_(id: string): Answered {
    return this.hub.askFor({ method: 'DELETE', path: this.pathOf(id), repeatable: false }, isObject);
  }

  private post(path: string, body: JsonObject, repeatable: boolean): Answered {
    return this.hub.askFor(
      { method: 'POST', path, headers: json, body: JSON.stringify(body), repeatable },
      isObject,
    );
  }

  private pathOf(id: string): string {
    return `${this.base}/${encodeURIComponent(id)}`;
  }
}

/** Pages of a list that one is looked for in. */
const pagesMost = 50;
const json = { 'content-type': 'application/json' };

/** 订阅 · What a participant wants to get, of what it may have. */
export class Subscriptions extends Resource {
  constructor(hub: HubConnection) {
    super(hub, '/v1/subscriptions');
  }

  /** What a subscription would have given, of the last days. */
  readonly preview = (body: JsonObject): Answered => this.preview_(body);
  readonly change = (id: string, body: JsonObject, version?: number): Answered =>
    this.change_(id, body, version);
  readonly remove = (id: string): Answered => this.remove_(id);
  readonly pause = (id: string): Answered => this.act(id, 'pause', true);
  readonly resume = (id: string): Answered => this.act(id, 'resume', true);
}

/** 投递目标 · Mailboxes and webhooks of this participant. */
export class Destinations extends Resource {
  constructor(hub: HubConnection) {
    super(hub, '/v1/destinations');
  }

  /**
   * 按代码查找投递目标 · The destination that its owner called so; undefined when there is none.
   *
   * @example const inbox = await hub.destinations.find('inbox', 'mailbox');
   */
  async find(code: string, kind?: string): Promise<Result<JsonObject | undefined, Problem>> {
    let cursor: string | undefined;
    for (let page = 0; page < pagesMost; page++) {
      const read = await this.list({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
      if (!read.ok) return read;
      const found = read.value.items.find(
        (one) => one['code'] === code && (kind === undefined || one['kind'] === kind),
      );
      cursor = read.value.next;
      if (found || cursor === undefined) return ok(found);
    }
    return ok(undefined);
  }

  readonly change = (id: string, body: JsonObject, version?: number): Answered =>
    this.change_(id, body, version);
  readonly remove = (id: string): Answered => this.remove_(id);
  /** Has the hub ask the address whether it is yours; `challengeOf` has what to answer. */
  readonly verify = (id: string): Answered => this.act(id, 'verify', true);
  readonly test = (id: string): Answered => this.act(id, 'test', true);
  /** The new secret, shown this once; the old one signs too for a while. */
  readonly rotateSecret = (id: string): Answered => this.act(id, 'rotate-secret', false);
  readonly pause = (id: string): Answered => this.act(id, 'pause', true);
  readonly activate = (id: string): Answered => this.act(id, 'activate', true);
}

/** 重放 · Deliveries that are owed again. */
export class Replays extends Resource {
  constructor(hub: HubConnection) {
    super(hub, '/v1/replays');
  }

  readonly preview = (body: JsonObject): Answered => this.preview_(body);
  readonly pause = (id: string): Answered => this.act(id, 'pause', true);
  readonly resume = (id: string): Answered => this.act(id, 'resume', true);
  readonly cancel = (id: string): Answered => this.act(id, 'cancel', true);
}
