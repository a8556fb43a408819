import { randomUUID } from 'node:crypto';
import { uuidv7, type JsonObject } from '#kernel';
import { generateNodeKey, sha256, signJws, type NodeKey } from '#evidence';
import { openSql, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { freePort } from '../../libs/queue/src/testing/free-port.js';
import { Administration, type Party, type Target } from './administration.js';
import { eventually } from './eventually.js';
import { newKey, startHub, type RunningHub } from './hub.js';
import { Link } from './link.js';

/** Quick enough for a test to wait for. */
const hasty = {
  RETRY_FIRST_SECONDS: '1',
  BREAKER_OPEN_SECONDS: '1',
  TRANSFER_WAIT_SECONDS: '1',
  DELIVERY_TIMEOUT: '5000',
};

/** An event as a participant was given it. */
export interface Received {
  readonly id: string;
  readonly data: JsonObject;
  readonly event: JsonObject;
}

/** One hub of several, in a process and with a database of its own. */
export class FederatedNode {
  readonly adminKey = newKey();
  hub: RunningHub;
  link: Link | undefined;
  readonly parties = new Map<string, Party>();

  private constructor(
    readonly code: string,
    readonly database: TestDatabase,
    readonly sql: Sql,
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.hub = unstarted;
  }

  static async start(code: string, env: Readonly<Record<string, string>> = {}): Promise<FederatedNode> {
    const database = await freshDatabase();
    const node = new FederatedNode(code, database, openSql({ url: database.url }), await freePort(), env);
    await node.restart();
    return node;
  }

  async restart(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const { code, database, port, adminKey } = this;
    const env = { ...hasty, NODE_CODE: code, PORT: String(port), ...this.env, ...more };
    this.hub = await startHub({ database, adminKey, env });
  }

  get admin(): Administration {
    return new Administration(this.hub);
  }

  async party(code: string): Promise<Party> {
    const made = await this.admin.party(code);
    this.parties.set(code, made);
    return made;
  }

  /** Somebody else's participant, as this node knows it. */
  async known(code: string): Promise<Party> {
    const [row] = await this.sql.query<{ id: string }>('SELECT id FROM participant WHERE code = $1', [code]);
    if (!row) throw new Error(`${this.code} does not know ${code}`);
    return { id: row.id, code, key: '', keyId: '', client: this.hub.client() };
  }

  /** What stands for another node here. */
  async peer(code: string): Promise<Target> {
    const [row] = await this.sql.query<{ id: string }>(
      `SELECT d.id FROM destination d JOIN participant p ON p.id = d.participant_id WHERE p.code = $1 AND d.kind = 'peer'`,
      [code],
    );
    if (!row) throw new Error(`${this.code} has no destination for ${code}`);
    return { id: row.id, code: 'peer', secret: '' };
  }

  /** The right of a node to documents of a sender, and the route to it. */
  async gives(sender: string, node: string, more: JsonObject = {}, type = 'Declaration'): Promise<string> {
    const { id } = await this.admin.agreement(await this.known(sender), await this.known(node), type, more);
    const code = `to-${node}-${sender.replace('@', '-at-')}`;
    const route = await this.sql.query('SELECT 1 FROM route WHERE code = $1', [code]);
    if (route.length === 0)
      await this.admin.route(code, type, await this.peer(node), `sender.code == '${sender}'`);
    return id;
  }

  /** What a participant here has been given, in order: id and body of each event of its mailbox. */
  async received(party: Party, mailbox: Target): Promise<Received[]> {
    const received: Received[] = [];
    for (let after = 'start'; ;) {
      const page = await party.client.get(`/v1/feeds/${mailbox.id}?limit=1000&after=${after}`);
      for (const event of page.expect(200).list('/events'))
        received.push({ id: String(event['id']), data: asObject(event['data']), event });
      after = page.string('/cursor');
      if (page.at('/more') !== true) return received;
    }
  }

  async count(statement: string, values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${statement}`, values);
    return row?.n ?? 0;
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.database.drop();
  }
}

/** A province that is not there: no node asks it for anything. */
const issuer = 'province';

/** Nodes that know each other by a directory which a test writes itself. */
export class Federation {
  private version = 0;
  private readonly province: NodeKey = generateNodeKey();

  private constructor(readonly nodes: ReadonlyMap<string, FederatedNode>) {}

  /** @param own what the environment of one node has beside that of all */
  static async of(
    codes: readonly string[],
    env: Readonly<Record<string, string>> = {},
    own: (code: string) => Readonly<Record<string, string>> = () => ({}),
  ): Promise<Federation> {
    const nodes = await Promise.all(codes.map((code) => FederatedNode.start(code, { ...env, ...own(code) })));
    return new Federation(new Map(nodes.map((node) => [node.code, node])));
  }

  node(code: string): FederatedNode {
    const node = this.nodes.get(code);
    if (!node) throw new Error(`no node ${code}`);
    return node;
  }

  /** Every node is reached through a line that can be cut. */
  async linked(): Promise<this> {
    for (const node of this.nodes.values()) node.link = await Link.to(() => node.port);
    return this;
  }

  /** The directory of now in the databases of these nodes, all of them unless named. */
  async publish(to: readonly string[] = [...this.nodes.keys()], changed = asIs): Promise<void> {
    this.version++;
    const listed = await Promise.all([...this.nodes.values()].map(listedNode));
    const nodes = changed(listed);
    const directory: JsonObject = {
      version: this.version,
      issuer,
      issuedAt: new Date().toISOString(),
      nodes,
      shared: [],
      rolls: [],
    };
    const signed = signJws(this.province, 'tongguan-directory+jws', directory);
    for (const code of to) await this.give(this.node(code), signed);
    for (const code of to) await eventually(`${code} has the directory`, () => this.reached(this.node(code)));
  }

  async close(): Promise<void> {
    await Promise.all([...this.nodes.values()].map((node) => node.close()));
  }

  private async give(node: FederatedNode, signed: string): Promise<void> {
    await node.sql.transaction(async (tx) => {
      const pinned = [{ jwk: this.province.publicJwk, since: '2026-01-01T00:00:00Z' }];
      await tx.execute(
        `INSERT INTO membership (province, province_endpoint, province_keys, endpoint, joined_at)
         VALUES ($1, 'http://127.0.0.1:1', $2, $3, now()) ON CONFLICT DO NOTHING`,
        [issuer, JSON.stringify(pinned), `http://127.0.0.1:${node.port}`],
      );
      await tx.execute(
        `INSERT INTO directory (version, issuer, issued_at, content_sha256, signed, received_at)
         VALUES ($1, $2, now(), $3, $4, now())`,
        [this.version, issuer, sha256(signed), signed],
      );
      for (const other of this.nodes.values()) {
        if (other === node) continue;
        const participants = [
          other.code,
          ...[...other.parties.keys()].map((code) => `${code}@${other.code}`),
        ];
        for (const code of participants)
          await tx.execute(
            `INSERT INTO participant (id, code, name_zh, name_en, kind, node_code) VALUES ($1, $2, $2, $2, $3, $4)
             ON CONFLICT DO NOTHING`,
            [uuidv7(Date.now()), code, code === other.code ? 'node' : 'enterprise', other.code],
          );
        await tx.execute(
          `INSERT INTO destination (id, participant_id, code, kind)
           SELECT $1, id, 'peer', 'peer' FROM participant WHERE code = $2 ON CONFLICT DO NOTHING`,
          [uuidv7(Date.now()), other.code],
        );
      }
    });
  }

  /** A signed request with an unknown receiver tells whether the door knows its peers. */
  private async reached(node: FederatedNode): Promise<boolean> {
    const answer = await node.hub.client().request('/v1/transfers', { method: 'POST', body: randomUUID() });
    return answer.status === 401;
  }
}

export type Listed = readonly JsonObject[];
const asIs = (nodes: Listed): Listed => nodes;

async function listedNode(node: FederatedNode): Promise<JsonObject> {
  const keys = await node.sql.query<{ public_jwk: JsonObject; created_at: Date }>(
    'SELECT public_jwk, created_at FROM node_key ORDER BY created_at DESC',
  );
  return {
    code: node.code,
    nameZh: node.code,
    nameEn: node.code,
    endpoint: node.link?.url ?? `http://127.0.0.1:${node.port}`,
    state: 'active',
    keys: keys.map((row) => ({ jwk: row.public_jwk, since: row.created_at.toISOString() })),
    participants: [],
  };
}

const asObject = (given: unknown): JsonObject =>
  // What JSON.parse gave and is no list.
  typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as JsonObject) : {};

const unstarted: RunningHub = {
  url: '',
  pid: 0,
  adminKey: '',
  get admin(): never {
    throw new Error('the hub is not started');
  },
  client: () => {
    throw new Error('the hub is not started');
  },
  logs: () => '',
  ended: Promise.resolve(0),
  stop: () => Promise.resolve(0),
  kill: () => Promise.resolve(0),
};
