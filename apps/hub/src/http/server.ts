import { FastifyAdapter } from '@nestjs/platform-fastify';
import { uuidv7, type Fault } from '#kernel';
import type { SetupSnapshot } from '#store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { identify } from './caller.js';
import { gatewayFaults } from './faults.js';
import { ProblemException } from './problem.js';
import { RateLimit } from './rate-limit.js';

/** What is read without a key, though it is part of the interface. */
const withoutKey = /^\/v1\/(?:checkpoints|transfers|directory|nodes)(?:[/?]|$)/;

/** What only a node of the directory may say, and must have signed. */
const fromPeers = /^\/v1\/transfers(?:[/?]|$)/;

/** Where bodies may come packed: who takes them unpacks them within bounds of its own. */
const packed = /^\/v1\/transfers(?:\?|$)/;

export interface ServerLimits {
  /** Bytes of one body at most. */
  readonly body: number;
  /** Bytes of all bodies being received at once at most. */
  readonly bodies: number;
  /** Of these, of all that come without an access key: they can keep out each other and nobody else. */
  readonly openBodies: number;
  /** Requests a second and participant, in this process; 0 for no limit. */
  readonly ratePerSecond: number;
  /** Milliseconds that a request may take to arrive. */
  readonly requestTimeout: number;
}

export const serverLimits: ServerLimits = {
  body: 10 * 1024 * 1024,
  bodies: 256 * 1024 * 1024,
  openBodies: 32 * 1024 * 1024,
  ratePerSecond: 5000,
  requestTimeout: 60_000,
};

/** The web server under Nest. Its hooks decide before a byte of the body is read who may send how much. */
export function httpAdapter(limits: ServerLimits, trustProxy: boolean): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: limits.body,
    requestTimeout: limits.requestTimeout,
    // Node looks for requests that take too long now and then, by default each half minute.
    http: {
      headersTimeout: limits.requestTimeout,
      connectionsCheckingInterval: Math.min(30_000, limits.requestTimeout / 4),
    },
    keepAliveTimeout: 65_000,
    trustProxy,
    logger: false,
    genReqId: () => uuidv7(Date.now()),
    forceCloseConnections: 'idle',
  });
}

/** Why a request cannot be that of a node of the directory, by its headers alone; its body has not been read. */
export type PeerRefusal = (headers: FastifyRequest['headers']) => Promise<Fault | undefined>;

/** Called once, after Nest has made the server and before it listens. */
export function guardServer(
  server: FastifyInstance,
  limits: ServerLimits,
  snapshot: SetupSnapshot,
  now: () => number,
  refusePeer: PeerRefusal = () => Promise.resolve(undefined),
): void {
  const rate = new RateLimit(limits.ratePerSecond);
  const budgets = {
    keyed: new BodyBudget(limits, limits.bodies),
    open: new BodyBudget(limits, limits.openBodies),
  };
  server.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/v1/')) {
      if (!withoutKey.test(request.url)) request.caller = identify(request, snapshot.current(), now());
      if (!rate.allows(request.caller?.participantId ?? request.ip, performance.now())) {
        throw new ProblemException([
          gatewayFaults.make('GATEWAY_RATE_LIMITED', { values: { limit: limits.ratePerSecond } }),
        ]);
      }
    }
    if (fromPeers.test(request.url)) {
      const fault = await refusePeer(request.headers);
      if (fault) throw new ProblemException([fault]);
    }
    budgetOf(request).take(request);
  });
  server.addHook('onResponse', (request, _reply, done) => {
    budgetOf(request).give(request);
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    budgetOf(request).give(request);
    done();
  });
  const budgetOf = ({ caller }: FastifyRequest): BodyBudget => (caller ? budgets.keyed : budgets.open);
  // Bodies are bytes: what they say is for the adapters to find out. Nothing is parsed by its content type.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limits.body }, (_request, body, done) => {
    done(null, body);
  });
}

/** The memory that bodies may take together while they are received. */
class BodyBudget {
  private inUse = 0;
  private readonly held = new WeakMap<FastifyRequest, number>();

  constructor(
    private readonly limits: Pick<ServerLimits, 'body'>,
    private readonly most: number,
  ) {}

  take(request: FastifyRequest): void {
    const encoding = request.headers['content-encoding'];
    const unpacks = encoding === 'gzip' && packed.test(request.url);
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity' && !unpacks) {
      throw new ProblemException([
        gatewayFaults.make('GATEWAY_ENCODING_UNSUPPORTED', { values: { encoding } }),
      ]);
    }
    const length = declaredLength(request);
    if (length === 0) return;
    if (length !== undefined && length > this.limits.body) {
      throw new ProblemException([
        gatewayFaults.make('GATEWAY_BODY_TOO_LARGE', { values: { limit: this.limits.body } }),
      ]);
    }
    const share = length ?? this.limits.body;
    if (this.inUse + share > this.most) {
      throw new ProblemException([
        gatewayFaults.make('GATEWAY_MEMORY_FULL', { values: { limit: this.most } }),
      ]);
    }
    this.inUse += share;
    this.held.set(request, share);
  }

  give(request: FastifyRequest): void {
    this.inUse -= this.held.get(request) ?? 0;
    this.held.delete(request);
  }
}

/** Bytes to come; `undefined` when the sender does not say (chunked). */
function declaredLength(request: FastifyRequest): number | undefined {
  const text = request.headers['content-length'];
  if (text !== undefined) return Number(text);
  return request.headers['transfer-encoding'] === undefined ? 0 : undefined;
}
