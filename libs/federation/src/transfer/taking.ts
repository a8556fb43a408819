import { routeDocument, type Rulebook, type Rules } from '#exchange';
import { sha256 } from '#evidence';
import { fail, ok, uuidv7, type Fault, type Result } from '#kernel';
import {
  enterTransfer,
  heldDocuments,
  keepProofs,
  proofsOf,
  settleNormalisations,
  storeTransfer,
  type HeldDocument,
  type KeptProof,
  type NewDelivery,
  type NewDocument,
  type SetupParticipant,
  type Sql,
  type Tx,
} from '#store';
import type { PeerDirectory } from '../peer-directory.js';
import { proofDigest } from './custody.js';
import { transferFaults } from './faults.js';
import { barredFrom, nodeOfDestination } from './journey.js';
import type { TransferLimits } from './limits.js';
import type { ProvenOffer } from './offers.js';
import { batchType, type TransferBatch } from './wire.js';

export interface TakingWork {
  readonly sql: Sql;
  readonly directory: PeerDirectory;
  readonly rulebook: Rulebook;
  readonly limits: TransferLimits;
  readonly now: () => number;
  /** Tells those here whose documents are answered by what comes; gives the destinations that are owed that. */
  readonly answered: (
    tx: Tx,
    rules: Rules,
    senderId: string,
    documents: readonly NewDocument[],
    deliveries: readonly NewDelivery[],
    now: number,
  ) => Promise<ReadonlySet<string>>;
}

export interface Refused {
  readonly id: string;
  readonly problem: Fault;
  /** What it keeps its order with, as far as it says so. */
  readonly key?: string;
}

export interface Offered {
  readonly batch: TransferBatch;
  /** As it came. */
  readonly body: Uint8Array;
  readonly proven: readonly ProvenOffer[];
  /** What was refused before. */
  readonly refused: readonly Refused[];
}

export interface Taken {
  /** `undefined`: nothing of it was new. */
  readonly interchangeId: string | undefined;
  readonly destinationIds: ReadonlySet<string>;
  /** The documents that are here now, those that were here before too. */
  readonly kept: readonly KeptProof[];
  readonly refused: readonly Refused[];
}

/** A document to be stored, with the participant here that stands for its sender. */
interface Fresh {
  readonly offer: ProvenOffer;
  readonly sender: SetupParticipant;
}

/**
 * One transaction: the batch as it came, each document that is new once, its proof, the decisions about it and the
 * deliveries that they give. A participant that the directory is late with is asked for once.
 */
export async function takeOffers(work: TakingWork, offered: Offered): Promise<Result<Taken, Fault>> {
  const { directory, rulebook } = work;
  const before = await rulebook.current();
  const strange = offered.proven.some(({ claims }) => !participantOf(before, claims.sender));
  if (strange || !participantOf(before, offered.batch.sender)) await directory.refresh();
  return work.sql.transaction(async (tx) => {
    const version = await enterTransfer(
      tx,
      offered.proven.map(({ claims }) => claims.origin),
    );
    const rules = await rulebook.at(version);
    const giver = participantOf(rules, offered.batch.sender);
    if (!giver) {
      const values = { code: offered.batch.sender };
      return fail(transferFaults.make('TRANSFER_NODE_ABSENT', { values }));
    }
    return ok(await take(tx, work, rules, giver, offered));
  });
}

async function take(
  tx: Tx,
  work: TakingWork,
  rules: Rules,
  giver: SetupParticipant,
  { batch, body, proven, refused: before }: Offered,
): Promise<Taken> {
  const now = work.now();
  const held = await heldDocuments(
    tx,
    proven.map(({ claims }) => claims.id),
  );
  const { fresh, again, refused } = sorted(proven, held, rules, before, batch.sender);
  const here = await proofsOf(tx, again);
  const kept = [...again.flatMap((id) => here.get(id) ?? [])];
  if (fresh.length === 0) return { interchangeId: undefined, destinationIds: new Set(), kept, refused };
  const interchangeId = uuidv7(now);
  const faults = [...before, ...refused].map(({ problem }) => problem);
  await storeTransfer(tx, {
    id: interchangeId,
    participantId: giver.id,
    receivedAt: now,
    contentType: batchType,
    sha256: sha256(body),
    body: Buffer.from(body),
    documentIds: fresh.map(({ offer }) => offer.claims.id),
    faults: faults.length === 0 ? undefined : JSON.stringify(faults.slice(0, FAULTS_MOST)),
  });
  const proofs = fresh.map(({ offer }) => keptProof(offer, batch.sender, now));
  await keepProofs(tx, proofs);
  const deliveries = await settle(tx, work, rules, interchangeId, fresh, now);
  return { interchangeId, destinationIds: deliveries, kept: [...kept, ...proofs], refused };
}

/** As many as of any message. */
const FAULTS_MOST = 200;

/** What is new, what is here already, and what cannot be taken; in the order of the batch. */
function sorted(
  proven: readonly ProvenOffer[],
  held: ReadonlyMap<string, HeldDocument>,
  rules: Rules,
  before: readonly Refused[],
  giver: string,
) {
  const fresh: Fresh[] = [];
  const again: string[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  /** Keys of which an earlier document could not be taken: what stands behind it waits with it. */
  const waiting = new Set(
    before.flatMap(({ problem, key }) => (problem.disposition === 'retry' && key !== undefined ? [key] : [])),
  );
  for (const offer of proven) {
    const { id, origin, sender: code, orderKey } = offer.claims;
    if (seen.has(id)) continue;
    seen.add(id);
    const known = held.get(id);
    const sender = participantOf(rules, code);
    const key = keyOfOrder(code, orderKey);
    const problem = known
      ? takenBy(known, offer)
      : (offer.outdated ?? senderFault(sender, code) ?? behind(waiting.has(key)));
    if (problem) refused.push({ id, problem });
    else if (known) again.push(id);
    else if (sender) fresh.push({ offer, sender });
    // Its origin signs it anew and offers it again.
    const renewed = problem !== undefined && problem === offer.outdated && giver === origin;
    if (problem?.disposition === 'retry' || renewed) waiting.add(key);
  }
  return { fresh, again, refused };
}

function takenBy({ id, originNode, originSha256 }: HeldDocument, offer: ProvenOffer): Fault | undefined {
  const values = { id, node: originNode };
  if (originNode !== offer.claims.origin) return transferFaults.make('TRANSFER_ID_TAKEN', { values });
  return originSha256?.toString('hex') === proofDigest(offer.proof)
    ? undefined
    : transferFaults.make('TRANSFER_PROOF_OTHER', { values });
}

function senderFault(sender: SetupParticipant | undefined, code: string): Fault | undefined {
  if (!sender) return transferFaults.make('TRANSFER_NODE_ABSENT', { values: { code } });
  if (sender.state !== 'active') return transferFaults.make('TRANSFER_SUSPENDED', { values: { code } });
  return undefined;
}

const behind = (is: boolean): Fault | undefined => (is ? transferFaults.make('TRANSFER_BEHIND') : undefined);

/** What documents of one sender keep their order by. */
export const keyOfOrder = (sender: string, orderKey: string): string => `${sender} ${orderKey}`;

/** Routed by the rules of this node, as whatever is read here; one statement for each sender. */
async function settle(
  tx: Tx,
  { limits, answered }: TakingWork,
  rules: Rules,
  interchangeId: string,
  fresh: readonly Fresh[],
  now: number,
): Promise<ReadonlySet<string>> {
  const destinations = new Set<string>();
  const nodeOf = (id: string): string | undefined => nodeOfDestination(rules.setup, id);
  for (const own of bySender(fresh)) {
    const documents: NewDocument[] = [];
    const deliveries: NewDelivery[] = [];
    for (const { offer, sender, ordinal } of own) {
      const { claims, body, hops } = offer;
      const routed = routeDocument(
        {
          id: claims.id,
          type: claims.type,
          body,
          keys: claims.keys.map(keyOf),
          orderKey: claims.orderKey,
          sender: rules.senderOf(sender.id),
          envelope: {
            origin: claims.origin,
            channel: 'peer',
            receivedAt: claims.receivedAt,
            occurredAt: claims.occurredAt,
          },
          barred: barredFrom({ hops, expiresAt: claims.expiresAt }, nodeOf, now, limits),
        },
        rules,
        now,
      );
      documents.push(newDocument(offer, interchangeId, ordinal, routed.decisions));
      deliveries.push(...routed.deliveries);
    }
    const [first] = own;
    if (!first) continue;
    for (const { destinationId } of deliveries) destinations.add(destinationId);
    await settleNormalisations(tx, {
      originNode: first.offer.claims.origin,
      senderId: first.sender.id,
      now,
      outcomes: [],
      documents,
      deliveries,
    });
    for (const id of await answered(tx, rules, first.sender.id, documents, deliveries, now))
      destinations.add(id);
  }
  return destinations;
}

function bySender(fresh: readonly Fresh[]): (Fresh & { readonly ordinal: number })[][] {
  const groups = new Map<string, (Fresh & { readonly ordinal: number })[]>();
  fresh.forEach((one, ordinal) => {
    const key = `${one.offer.claims.origin} ${one.sender.id}`;
    const own = groups.get(key);
    if (own) own.push({ ...one, ordinal });
    else groups.set(key, [{ ...one, ordinal }]);
  });
  return [...groups.values()];
}

function newDocument(
  { claims, body }: ProvenOffer,
  interchangeId: string,
  ordinal: number,
  decisions: string,
): NewDocument {
  const bytes = Buffer.from(JSON.stringify(body));
  const { id, type, schemaVersion, occurredAt, receivedAt, keys, orderKey } = claims;
  return {
    ...{ id, interchangeId, ordinal, type, schemaVersion, occurredAt, receivedAt, keys, orderKey },
    sha256: sha256(bytes),
    body: bytes,
    decisions: Buffer.from(decisions),
  };
}

const keptProof = ({ claims, proof, hops }: ProvenOffer, fromNode: string, now: number): KeptProof => ({
  documentId: claims.id,
  originNode: claims.origin,
  fromNode,
  hops,
  expiresAt: claims.expiresAt,
  proof,
  createdAt: now,
});

/** `container:DLCU1234567` as it is kept. */
function keyOf(text: string): { kind: string; value: string } {
  const at = text.indexOf(':');
  return { kind: text.slice(0, Math.max(0, at)), value: text.slice(at + 1) };
}

/** By the version of the set-up, each code once. */
const byCode = new WeakMap<Rules['setup'], Map<string, SetupParticipant>>();

function participantOf({ setup }: Rules, code: string): SetupParticipant | undefined {
  let known = byCode.get(setup);
  if (!known)
    byCode.set(setup, (known = new Map([...setup.participants.values()].map((one) => [one.code, one]))));
  return known.get(code);
}
