import type { JsonObject } from '#kernel';
import type { Client } from './client.js';
import type { RunningHub } from './hub.js';

/** An organisation at the hub, with a key of its own. */
export interface Party {
  readonly id: string;
  readonly code: string;
  readonly key: string;
  readonly keyId: string;
  readonly client: Client;
}

export interface Target {
  readonly id: string;
  readonly code: string;
  /** What a webhook is signed with; empty for a mailbox. */
  readonly secret: string;
}

/** Sets a hub up as its administrator does: over HTTP, and only what the interface can do. */
export class Administration {
  readonly #client: Client;

  constructor(private readonly hub: RunningHub) {
    this.#client = hub.admin;
  }

  async party(code: string, kind: 'agency' | 'enterprise' = 'enterprise'): Promise<Party> {
    const { id } = await this.create('participants', {
      code,
      nameZh: `${code} 测试参与方`,
      nameEn: `${code} of the test`,
      kind,
    });
    const { key, id: keyId } = await this.create('keys', { participant: code, label: 'test' });
    return { id, code, key, keyId, client: this.hub.client(key) };
  }

  /** The right of a consumer to documents of an owner. */
  agreement(owner: Party, consumer: Party, documentType: string, more: JsonObject = {}): Promise<Created> {
    return this.create('agreements', {
      owner: owner.code,
      consumer: consumer.code,
      documentType,
      purpose: '口岸通关',
      ...more,
    });
  }

  async mailbox(owner: Party, code: string): Promise<Target> {
    const { id } = await this.create('destinations', { participant: owner.code, code, kind: 'mailbox' });
    return { id, code, secret: '' };
  }

  async webhook(owner: Party, code: string, url: string, more: JsonObject = {}): Promise<Target> {
    const made = await this.create('destinations', {
      participant: owner.code,
      code,
      kind: 'webhook',
      url,
      ...more,
    });
    return { id: made.id, code, secret: made.secret };
  }

  /** @param condition in CEL; without one every document of the type */
  route(
    code: string,
    documentType: string,
    target: Target,
    condition?: string,
    more: JsonObject = {},
  ): Promise<Created> {
    return this.create('routes', {
      code,
      documentType,
      destination: target.id,
      ...(condition === undefined ? {} : { condition }),
      ...more,
    });
  }

  /** Suspends, revokes, pauses …: an act with its reason. */
  async act(what: string, id: string, act: string): Promise<void> {
    (await this.#client.post(`/v1/admin/${what}/${id}/${act}`, { reason: '测试' })).expect(200);
  }

  /** Changes a thing, whatever its version. */
  async change(what: string, id: string, changes: JsonObject): Promise<void> {
    const answer = await this.#client.request(`/v1/admin/${what}/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ ...changes, reason: '测试' }),
    });
    answer.expect(200);
  }

  async create(what: string, body: JsonObject): Promise<Created> {
    const answer = (await this.#client.post(`/v1/admin/${what}`, body)).expect(201);
    const text = (pointer: string): string => String(answer.at(pointer) ?? '');
    return { id: text('/id'), key: text('/key'), secret: text('/secret') };
  }
}

interface Created {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}
