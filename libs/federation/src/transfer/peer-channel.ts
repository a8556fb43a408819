import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { lookup } from 'node:dns';
import { personalFieldsOf } from '#canonical';
import { presentDocument } from '#evidence';
import {
  deliveryFaults,
  endingOfError,
  post,
  retryAfterMs,
  type Answer,
  type Apart,
  type Channel,
  type ChannelOutcome,
  type EventSource,
  type OutboundEvent,
} from '#exchange';
import { uuidv7, type Fault } from '#kernel';
import { keepCustody, type CustodyReceipt, type KeptProof, type SetupDestination, type Tx } from '#store';
import type { PeerDirectory, PeerNode } from '../peer-directory.js';
import type { Witness } from '../witness.js';
import { isCustody } from './custody.js';
import { transferFaults } from './faults.js';
import { reasonAgainst } from './journey.js';
import { peerRequest, verifiedAnswer } from './peer-request.js';
import { proofsFor, renewProofs, type ProofWork } from './proofs.js';
import { answerHeader, type Offer, type TransferAnswer } from './wire.js';

export interface PeerWork extends ProofWork {
  readonly directory: PeerDirectory;
  /** The code of the node that a destination stands for. */
  readonly nodeOf: (destination: SetupDestination) => string | undefined;
  /**
   * Tells senders, in the transaction that keeps the receipts, that a node has what they sent; gives the destinations
   * that are owed that.
   */
  readonly inCustody: (tx: Tx, node: string, documentIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Told of those. */
  readonly due: (destinationId: string) => void;
  /** Has peers co-sign the checkpoints of this node; absent where nothing is sealed. */
  readonly witness?: Witness;
  /** PEM certificates of authorities to trust instead of the usual ones. */
  readonly authorities?: string | undefined;
}

/** A document on its way, with what may be shown of it. */
interface Bound extends Offer {
  readonly id: string;
  readonly source: EventSource;
}

type Ended = Map<string, Apart>;

/**
 * Offers documents to another node and counts them as delivered when it holds the node's receipt for each: what was
 * cut off in between is offered again, and the node, which has it, says so again.
 */
export class PeerChannel implements Channel<SetupDestination> {
  readonly #plain: HttpAgent;
  readonly #secure: HttpsAgent;

  constructor(private readonly work: PeerWork) {
    const pool = { keepAlive: true, maxSockets: 2, timeout: IDLE_MS, autoSelectFamilyAttemptTimeout: 2_000 };
    const { authorities } = work;
    this.#plain = new HttpAgent(pool);
    this.#secure = new HttpsAgent({
      ...pool,
      minVersion: 'TLSv1.2',
      ...(authorities === undefined ? {} : { ca: authorities }),
    });
  }

  async send(
    destination: SetupDestination,
    events: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome> {
    const started = performance.now();
    const ms = (): number => Math.round(performance.now() - started);
    const node = this.work.nodeOf(destination);
    const peer = node === undefined ? undefined : this.work.directory.node(node);
    if (peer?.state !== 'active') {
      void this.work.directory.refresh();
      const error = transferFaults.make('TRANSFER_PEER_ABSENT', { values: { node: node ?? destination.id } });
      return { kind: 'retry', error, ms: ms() };
    }
    if (!isSecure(peer.endpoint)) {
      const error = transferFaults.make('TRANSFER_ENDPOINT_INSECURE', { values: { node: peer.code } });
      return { kind: 'retry', error, ms: ms() };
    }
    if (!(await this.canSign())) {
      const error = transferFaults.make('TRANSFER_SELF_ABSENT');
      return { kind: 'retry', error, ms: ms() };
    }
    const ended: Ended = new Map();
    const bound = await this.bound(peer, events, ended);
    const parts = [...inParts(bound, this.work.limits)];
    let outcome: Omit<ChannelOutcome, 'ms'> = { kind: 'delivered' };
    for (let part = parts.shift(); part; part = parts.shift()) {
      // The lane is this worker's for a while only: what is left goes in its next run.
      if (ms() > this.work.limits.timeoutMs) {
        outcome = { kind: 'retry', error: deliveryFaults.make('DELIVERY_INTERRUPTED') };
        break;
      }
      const offered = await this.offer(peer, part, ended, signal);
      if (offered.status === TOO_LARGE) {
        parts.unshift(...halves(part, peer, ended));
        continue;
      }
      outcome = offered;
      if (outcome.kind !== 'delivered') break;
    }
    return { ...outcome, ms: ms(), apart: ended };
  }

  close(): void {
    this.#plain.destroy();
    this.#secure.destroy();
  }

  /** While the directory here does not have the key of this node, what it signs is believed by nobody, now or later. */
  private async canSign(): Promise<boolean> {
    const { directory, self, key } = this.work;
    const listed = (): boolean => (directory.node(self)?.keys ?? []).some(({ kid }) => kid === key().kid);
    if (listed()) return true;
    await directory.refresh();
    return listed();
  }

  /** What may go, each with its proof as the agreement shows it; what may not is ended here. */
  private async bound(peer: PeerNode, events: readonly OutboundEvent[], ended: Ended): Promise<Bound[]> {
    const { self, limits, now } = this.work;
    const sources = events.map(({ source }) => {
      if (!source) throw new Error('an event without the delivery that it is made of');
      return source;
    });
    const proofs = await proofsFor(this.work, sources);
    return sources.flatMap((source) => {
      const { id, originNode } = source.document;
      const kept = proofs.get(id);
      const give = (error: Fault): Bound[] => {
        ended.set(id, { kind: 'dead-letter', error });
        return [];
      };
      if (!kept) return give(transferFaults.make('TRANSFER_PROOF_ABSENT', { values: { node: originNode } }));
      const against = faultAgainst(kept, peer.code, now(), limits);
      if (against) return give(against);
      const shown = presentDocument(kept.proof, showingOf(source));
      return shown.ok ? [{ id, source, proof: shown.value, hops: [...kept.hops, self] }] : give(shown.error);
    });
  }

  /** One request. Whatever it says of single documents is in `ended`; the outcome is that of all others of it. */
  private async offer(
    peer: PeerNode,
    part: readonly Bound[],
    ended: Ended,
    signal: AbortSignal,
  ): Promise<Omit<ChannelOutcome, 'ms'>> {
    const { self, limits, now, directory } = this.work;
    const documents = part.map(({ proof, hops }) => ({ proof, hops }));
    const batch = {
      sender: self,
      receiver: peer.code,
      sentAt: new Date(now()).toISOString(),
      batch: uuidv7(now()),
      documents,
      ...(await this.work.witness?.give(peer)),
    };
    const key = this.work.key();
    const request = await peerRequest(key, peer.endpoint, batch, now(), limits.tolerance);
    const answer = await post({
      ...request,
      agent: request.url.protocol === 'https:' ? this.#secure : this.#plain,
      lookup,
      timeoutMs: limits.timeoutMs,
      bodyMs: limits.timeoutMs,
      keepBytes: ANSWER_MOST,
      keepHeaders: [answerHeader],
      signal,
    });
    const head = {
      request: `POST ${request.url.href} ${part.length} documents, ${request.body.length} bytes`,
    };
    if ('error' in answer)
      return { ...head, ...endingOfError(answer.error, request.url.host, limits.timeoutMs) };
    if (answer.status !== 200) return { ...head, ...this.refusedWhole(peer, answer) };
    const given = { body: answer.head, signature: answer.headers?.[answerHeader] };
    const expected = { node: peer.code, self, nonce: request.nonce };
    let verified = verifiedAnswer(given, peer.keys, expected);
    if (!verified.ok) {
      // It may have changed its key a moment ago.
      await directory.refresh();
      verified = verifiedAnswer(given, directory.node(peer.code)?.keys ?? [], expected);
    }
    if (!verified.ok) return { ...head, kind: 'retry', status: answer.status, error: verified.error };
    const present = directory.node(peer.code) ?? peer;
    await this.take(present, part, verified.value, ended);
    await this.work.witness?.receive(present, verified.value);
    return { ...head, kind: 'delivered', status: answer.status };
  }

  private refusedWhole(
    peer: PeerNode,
    answer: Extract<Answer, { status: number }>,
  ): Pick<ChannelOutcome, 'kind' | 'status' | 'error' | 'retryAfterMs' | 'responseHead'> {
    const { status } = answer;
    // It may not know a key of ours yet, nor we where it is by now.
    void this.work.directory.refresh();
    const text = answer.head.toString('utf8').slice(0, HEAD_MOST).replaceAll('\0', '\ufffd');
    const code = /"code" ?: ?"([A-Z0-9_]{3,60})"/.exec(text)?.[1] ?? 'HTTP';
    const wait = retryAfterMs(answer.retryAfter, this.work.now(), WAIT_MOST_MS);
    return {
      kind: 'retry',
      status,
      error: transferFaults.make('TRANSFER_REFUSED', { values: { node: peer.code, status, code } }),
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
      responseHead: text,
    };
  }

  /** Keeps the receipts that hold, and only then says of a document that it is delivered. */
  private async take(
    peer: PeerNode,
    part: readonly Bound[],
    answer: TransferAnswer,
    ended: Ended,
  ): Promise<void> {
    const { sql, self, now } = this.work;
    const asked = new Map(part.map((one) => [one.id, one]));
    const receipts = new Map<string, CustodyReceipt>();
    for (const { id, receipt } of answer.receipts) {
      const bound = asked.get(id);
      if (!bound) continue;
      const { proof, source } = bound;
      const custody = {
        ...{ node: peer.code, from: self },
        ...{ documentId: id, origin: source.document.originNode, proof },
      };
      if (isCustody(receipt, peer.keys, custody)) receipts.set(id, { documentId: id, receipt });
    }
    const owed = await sql.transaction(async (tx) => {
      await keepCustody(tx, peer.code, [...receipts.values()], now());
      return this.work.inCustody(tx, peer.code, [...receipts.keys()]);
    });
    for (const id of owed) this.work.due(id);
    const refused = new Map(answer.refused.map(({ id, problem }) => [id, problem]));
    const outdated = part.filter(({ id }) => refused.get(id)?.code === 'TRANSFER_KEY_RETIRED');
    const renewed = await renewProofs(
      this.work,
      outdated.map(({ source, proof }) => ({ ...source, proof })),
    );
    for (const id of asked.keys()) {
      if (receipts.has(id)) {
        ended.set(id, { kind: 'delivered' });
        continue;
      }
      const problem = refused.get(id);
      const missing = transferFaults.make('TRANSFER_RECEIPT_MISSING', { values: { node: peer.code } });
      const again = problem === undefined || problem.disposition === 'retry' || renewed.has(id);
      const kind = again ? 'retry' : 'dead-letter';
      ended.set(id, { kind, error: problem ?? missing });
    }
  }
}

/** Encrypted, or within this machine. */
export function isSecure(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Unused connections are closed after this. */
const IDLE_MS = 60_000;
/** Bytes of an answer that are read: some hundreds for each document. */
const ANSWER_MOST = 16 * 1024 * 1024;
const HEAD_MOST = 1_000;
const WAIT_MOST_MS = 60_000;
/** HTTP status: the node, or what stands before it, takes no body of this size. */
const TOO_LARGE = 413;

/** What was too large at once goes in two; what is too large alone never goes. */
function halves(part: readonly Bound[], { code }: PeerNode, ended: Ended): (readonly Bound[])[] {
  const [first, second] = part;
  if (!first) return [];
  if (second) {
    const middle = Math.ceil(part.length / 2);
    return [part.slice(0, middle), part.slice(middle)];
  }
  const values = { node: code, size: `1: ${first.proof.length} B` };
  ended.set(first.id, {
    kind: 'dead-letter',
    error: transferFaults.make('TRANSFER_TOO_LARGE', { values }),
  });
  return [];
}

/** What is personal is left out unless the agreement grants it: a text in its place would not be what was signed. */
function showingOf({ document, fields, wanted, personal }: EventSource) {
  return { fields, wanted, without: personal ? [] : personalFieldsOf(document.type) };
}

function faultAgainst(
  { hops, expiresAt }: KeptProof,
  node: string,
  now: number,
  limits: ProofWork['limits'],
): Fault | undefined {
  const against = reasonAgainst({ hops, expiresAt }, node, now, limits);
  if (!against) return undefined;
  const expires = new Date(expiresAt).toISOString();
  return against.code === 'DOCUMENT_EXPIRED'
    ? transferFaults.make('TRANSFER_EXPIRED', { values: { expires } })
    : transferFaults.make('TRANSFER_LOOP', { values: { node } });
}

/** In order, each part within the bounds of one request. */
function* inParts(bound: readonly Bound[], limits: ProofWork['limits']): Generator<readonly Bound[]> {
  let part: Bound[] = [];
  let size = 0;
  for (const one of bound) {
    if (part.length > 0 && (part.length >= limits.batch || size + one.proof.length > limits.bytes)) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(one);
    size += one.proof.length;
  }
  if (part.length > 0) yield part;
}
