import type { JsonObject } from '#kernel';
import type { Answer, Client } from './client.js';
import type { RunningHub } from './hub.js';

/** Two administrators who look after the mapping of one adapter: one writes, the other publishes. */
export class MappingOffice {
  private constructor(
    private readonly author: Client,
    private readonly reviewer: Client,
    private readonly path: string,
  ) {}

  static async open(hub: RunningHub, adapter: string): Promise<MappingOffice> {
    const issued = await hub.admin.post('/v1/admin/keys', {
      participant: 'administration',
      label: 'reviewer',
      role: 'administrator',
    });
    const reviewer = hub.client(issued.expect(201).string('/key'));
    return new MappingOffice(hub.admin, reviewer, `/v1/admin/mappings/${encodeURIComponent(adapter)}`);
  }

  /** A draft of what is in force with its rules changed; gives its number. */
  async draft(
    change: (rules: readonly JsonObject[]) => readonly JsonObject[],
    from = 'published',
  ): Promise<number> {
    const now = (await this.get(`/versions/${from}`)).expect(200);
    const definition = now.at('/definition') as {
      documents: (JsonObject & { rules: JsonObject[] })[];
    } & JsonObject;
    const documents = definition.documents.map((one) => ({ ...one, rules: change(one.rules) }));
    const made = await this.author.post(`${this.path}/versions`, {
      definition: { ...definition, documents },
    });
    return Number(made.expect(201).at('/number'));
  }

  /** The label that it has in force. */
  async publish(number: number): Promise<string> {
    const path = `${this.path}/versions/${number}/publish`;
    const published = await this.reviewer.post(path, { reason: '复核通过' }, { 'if-match': '*' });
    return published.expect(200).string('/label');
  }

  async change(
    change: (rules: readonly JsonObject[]) => readonly JsonObject[],
    from?: string,
  ): Promise<string> {
    return this.publish(await this.draft(change, from));
  }

  get(path: string): Promise<Answer> {
    return this.author.get(`${this.path}${path}`);
  }

  post(path: string, body: JsonObject): Promise<Answer> {
    return this.author.post(`${this.path}${path}`, body);
  }
}

/** With one more rule, which marks every document as read by it. */
export const marked =
  (mark: string) =>
  (rules: readonly JsonObject[]): readonly JsonObject[] => [
    ...rules.filter(({ to }) => to !== '/remarks'),
    { const: mark, to: '/remarks', way: 'read' },
  ];

/** The rule asks for an element that no message has. */
export const asking = (rules: readonly JsonObject[]): readonly JsonObject[] => [
  ...rules,
  { from: 'DecHead/NeverThere', to: '/ediRemark2', required: true, way: 'read' },
];
