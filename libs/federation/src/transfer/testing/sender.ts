import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { once } from 'node:events';
import type { NodeKey } from '#evidence';
import type { ChannelOutcome, OutboundEvent } from '#exchange';
import { uuidv7 } from '#kernel';
import { openSql, type SetupDestination, type Sql, type StoredEnvelope } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { transferLimits } from '../limits.js';
import { PeerChannel } from '../peer-channel.js';
import { answerHeader, type TransferAnswer } from '../wire.js';
import { signAnswer } from '../../peer-signature.js';
import { declaration, WrittenDirectory, type Receiver } from './receiver.js';

const destination: SetupDestination = {
  ...{ id: uuidv7(1), participantId: uuidv7(2), code: 'peer', kind: 'peer' },
  ...{ config: {}, state: 'active', version: 1, secrets: [] },
};

/** The node `dalian` with a database, and a line to a receiver that has bounds and can be made to lie. */
export class Sender {
  readonly directory = new WrittenDirectory('dalian');
  readonly channel: PeerChannel;
  /** Bytes of a body that the way takes. */
  mostBytes = Infinity;
  /** What the way makes of an answer; its signature is made anew. */
  altered: ((answer: TransferAnswer) => TransferAnswer) | undefined;
  /** Answers are lost on their way. */
  deaf = false;
  /** Status of each answer. */
  readonly answered: number[] = [];

  private constructor(
    private readonly receiver: Receiver,
    private readonly database: TestDatabase,
    readonly sql: Sql,
    private readonly server: Server,
    public key: NodeKey,
  ) {
    this.channel = new PeerChannel({
      sql,
      directory: this.directory,
      self: 'dalian',
      key: () => this.key,
      codeOf: () => 'broker',
      nodeOf: () => 'yingkou',
      inCustody: () => Promise.resolve(new Set()),
      due: () => undefined,
      limits: { ...transferLimits, timeoutMs: 5_000 },
      now: () => receiver.now,
    });
  }

  static async to(receiver: Receiver): Promise<Sender> {
    const database = await freshDatabase();
    const server = createServer();
    const sql = openSql({ url: database.url });
    const sender = new Sender(receiver, database, sql, server, receiver.keys.dalian);
    server.on('request', (request, response) => {
      void buffer(request).then(async (body) => {
        const [status, content, signature] = await sender.pass(request.headers, body);
        if (sender.deaf) return void response.destroy();
        sender.answered.push(status);
        response.writeHead(status, signature === undefined ? {} : { [answerHeader]: signature }).end(content);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const there = { endpoint: `http://127.0.0.1:${port}` };
    receiver.directory.put('yingkou', [receiver.keys.yingkou], there);
    sender.directory.put('yingkou', [receiver.keys.yingkou], there);
    sender.directory.put('dalian', [receiver.keys.dalian]);
    return sender;
  }

  /** A document of this node that is owed to the other one; what is about one thing keeps its order. */
  document(orderKey = 'LN0001', body = declaration(orderKey)): OutboundEvent {
    const { now } = this.receiver;
    const document: StoredEnvelope = {
      ...{ id: uuidv7(now), type: 'Declaration', schemaVersion: '1.0.0', originNode: 'dalian' },
      ...{ senderId: uuidv7(now), occurredAt: undefined, receivedAt: now, keys: [], orderKey },
      ...{ supersedes: undefined, interchangeId: uuidv7(now), interchangeSha256: Buffer.alloc(32) },
    };
    const source = {
      document,
      body: JSON.stringify(body),
      fields: undefined,
      personal: true,
      replayed: false,
    };
    return { id: document.id, body: '{}', time: now, source };
  }

  /** How the attempt ended, and how each document did: its end, or the code of what stands against it. */
  async send(events: readonly OutboundEvent[]): Promise<[ChannelOutcome, (string | undefined)[]]> {
    const outcome = await this.channel.send(destination, events, new AbortController().signal);
    const ends = events.map(({ id }) => {
      const own = outcome.apart?.get(id);
      return own && [own.kind, own.error?.code].filter((part) => part !== undefined).join(' ');
    });
    return [outcome, ends];
  }

  /** The key of this node leaked: it is revoked, and comes back with another one. */
  rejoin(key: NodeKey): void {
    const { receiver } = this;
    const retired = [{ jwk: this.key.publicJwk, retiredAt: receiver.now, revoked: true }];
    this.key = key;
    for (const directory of [this.directory, receiver.directory]) directory.put('dalian', [key], { retired });
  }

  async close(): Promise<void> {
    this.channel.close();
    this.server.close();
    await this.sql.end();
    await this.database.drop();
  }

  private async pass(
    given: NodeJS.Dict<string | string[]>,
    body: Buffer,
  ): Promise<[number, Buffer | string, string?]> {
    if (body.length > this.mostBytes) return [413, ''];
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    const taken = await this.receiver.take({ headers, body });
    if (!taken.ok) return [taken.error.status, JSON.stringify(taken.error)];
    if (!this.altered) return [200, taken.value.body, taken.value.signature];
    const nonce = /nonce="([^"]+)"/.exec(headers['signature-input'] ?? '')?.[1] ?? '';
    const to = { self: 'yingkou', sender: 'dalian', nonce };
    const answer: TransferAnswer = JSON.parse(taken.value.body.toString());
    const lie = signAnswer(this.receiver.keys.yingkou, to, this.altered(answer));
    return [200, lie.body, lie.signature];
  }
}
