import type { LaneOutcome } from '#queue';
import {
  claimIdentities,
  claimInterchanges,
  enterLane,
  settleNormalisations,
  storeFault,
  type IdentityClaim,
  type NewDelivery,
  type NewDocument,
  type NormalisationOutcome,
  type OutboundDocument,
  type PendingInterchange,
  type Sql,
  type Tx,
} from '#store';
import type { Normalised, Normaliser } from '#adapters';
import { maskAhead } from './event-body.js';
import { exchangeFaults } from './faults.js';
import { indexable } from './indexable.js';
import { writeVersions } from './mappings-used.js';
import { documentsOf, type RoutedDocuments } from './routed-documents.js';
import type { ReceiptWriter, SettledMessage } from './receipt-chain/index.js';
import type { Rulebook, Rules } from './rulebook.js';

export interface NormaliseLimits {
  /** Interchanges in one transaction at most. */
  readonly batchRows: number;
  /** Bytes of bodies in one transaction at most, past the first. */
  readonly batchBytes: number;
  /** Interchanges read in one go: while the database writes what they gave, the next ones are read. */
  readonly chunkRows: number;
}

export const normaliseLimits: NormaliseLimits = {
  batchRows: 500,
  batchBytes: 8 * 1024 * 1024,
  chunkRows: 75,
};

/** What a batch came to, told after its commit. */
export interface NormalisedNews {
  readonly outcomes: readonly NormalisationOutcome[];
  readonly destinationIds: ReadonlySet<string>;
  readonly documents: readonly OutboundDocument[];
}

export interface NormaliseWork {
  readonly sql: Sql;
  /** Bodies that this process took in itself a moment ago. */
  readonly inHand: (interchangeId: string) => Buffer | undefined;
  readonly rulebook: Rulebook;
  readonly receipts: ReceiptWriter;
  readonly nodeCode: string;
  readonly now: () => number;
  readonly limits: NormaliseLimits;
  readonly settled: (news: NormalisedNews) => void;
  readonly broken: (error: unknown, interchangeId: string | undefined) => void;
}

interface Read {
  readonly pending: PendingInterchange;
  readonly normalised: Normalised;
}

/**
 * Normalises what a sender has waiting, in the order it was accepted: one batch is one transaction, from the claim
 * to the deliveries owed. A message that cannot be written with its batch is done alone, and held if it is the cause.
 */
export class NormaliseLane {
  constructor(private readonly work: NormaliseWork) {}

  async run(participantId: string): Promise<LaneOutcome> {
    const { limits } = this.work;
    try {
      return await this.batch(participantId, limits.batchRows);
    } catch (error) {
      if (storeFault(error)) throw error;
      this.work.broken(error, undefined);
      return this.oneByOne(participantId, limits.batchRows);
    }
  }

  private async oneByOne(participantId: string, rows: number): Promise<LaneOutcome> {
    for (let done = 0; done < rows; done++) {
      const outcome = await this.alone(participantId);
      if (!outcome.more) return outcome;
    }
    return { more: true };
  }

  /** The message at the head of the lane, without company: if it fails again, it is the one to hold. */
  private async alone(participantId: string): Promise<LaneOutcome> {
    let head: PendingInterchange | undefined;
    try {
      return await this.batch(participantId, 1, (pending) => (head = pending));
    } catch (error) {
      if (storeFault(error) || head === undefined) throw error;
      this.work.broken(error, head.id);
      await this.hold(participantId, head);
      return { more: true };
    }
  }

  private async batch(
    participantId: string,
    rows: number,
    claimed: (head: PendingInterchange) => void = () => undefined,
  ): Promise<LaneOutcome> {
    const { sql, rulebook, limits } = this.work;
    const lane = `normalise:${participantId}`;
    const news = await sql.transaction(async (tx) => {
      const { entered, setupVersion } = await enterLane(tx, lane);
      if (!entered) return 'busy';
      const pending = await claimInterchanges(
        tx,
        participantId,
        { rows, bytes: limits.batchBytes },
        this.work.inHand,
      );
      const first = pending[0];
      if (!first) return 'empty';
      claimed(first);
      const bytes = pending.reduce((sum, one) => sum + one.body.length, 0);
      const cut = pending.length === rows || bytes >= limits.batchBytes;
      const rules = await rulebook.at(setupVersion);
      return { ...(await this.inChunks(tx, participantId, pending, rules)), cut };
    });
    // Another worker has the lane; it goes on while there is work, this looks again in case it stopped just before.
    if (news === 'busy') return { more: false, dueInMs: 250 };
    if (news === 'empty') return { more: false };
    this.work.settled(news);
    return { more: news.cut };
  }

  /** Chunks are settled in their order, each while the next is read; between two, others get their turn. */
  private async inChunks(
    tx: Tx,
    participantId: string,
    pending: readonly PendingInterchange[],
    rules: Rules,
  ): Promise<NormalisedNews> {
    const news: NormalisedNews[] = [];
    let failed = false;
    let settling = Promise.resolve();
    for (let at = 0; at < pending.length && !failed; at += this.work.limits.chunkRows) {
      const chunk = pending.slice(at, at + this.work.limits.chunkRows);
      const read = chunk.map((one) => ({
        pending: one,
        normalised: this.read(one, rules.mappings.normaliser),
      }));
      settling = settling.then(async () => {
        news.push(await this.settle(tx, participantId, read, rules));
      });
      // The reason is given by the last promise of the row; here it only must not count as unheard.
      settling.catch(() => (failed = true));
      await otherWork();
    }
    await settling;
    return {
      outcomes: news.flatMap((one) => one.outcomes),
      documents: news.flatMap((one) => one.documents),
      destinationIds: new Set(news.flatMap((one) => [...one.destinationIds])),
    };
  }

  private async settle(
    tx: Tx,
    participantId: string,
    read: readonly Read[],
    rules: Rules,
  ): Promise<NormalisedNews> {
    const taken = await claimIdentities(tx, participantId, read.flatMap(identityClaim));
    const messages: SettledMessage[] = [];
    const documents: NewDocument[] = [];
    const outbound: OutboundDocument[] = [];
    const deliveries: NewDelivery[] = [];
    const now = this.work.now();
    for (const one of read) {
      const earlier = taken.get(one.pending.id);
      const routed: RoutedDocuments | undefined =
        earlier || one.normalised.documents.length === 0
          ? undefined
          : documentsOf(one.pending, one.normalised, participantId, this.work.nodeCode, rules, now);
      if (routed) {
        documents.push(...routed.documents);
        routed.documents.forEach((document, ordinal) => {
          const made = this.outbound(document, participantId, one.pending);
          const whole = one.normalised.documents[ordinal];
          if (whole) maskAhead(made, whole.body);
          outbound.push(made);
        });
        deliveries.push(...routed.deliveries);
      }
      messages.push({
        pending: one.pending,
        outcome: outcomeOf(one, earlier),
        documents: routed?.documents ?? [],
      });
    }
    const outcomes = messages.map(({ outcome }) => outcome);
    await settleNormalisations(tx, {
      originNode: this.work.nodeCode,
      senderId: participantId,
      now,
      outcomes,
      documents,
      deliveries,
    });
    const owed = await this.work.receipts.settled(tx, rules, participantId, messages, deliveries, now);
    return {
      outcomes,
      destinationIds: new Set([...deliveries.map((one) => one.destinationId), ...owed]),
      documents: outbound,
    };
  }

  private outbound(document: NewDocument, senderId: string, pending: PendingInterchange): OutboundDocument {
    const { body, id, type, schemaVersion, occurredAt, receivedAt, keys, orderKey, interchangeId } = document;
    return {
      body: body.toString(),
      envelope: {
        ...{ id, type, schemaVersion, occurredAt, receivedAt, keys, orderKey, interchangeId, senderId },
        originNode: this.work.nodeCode,
        supersedes: undefined,
        interchangeSha256: pending.sha256,
      },
    };
  }

  /** An exception here is a mistake of ours: the message is held, its companions go on. */
  private read(pending: PendingInterchange, normaliser: Normaliser): Normalised {
    try {
      return normaliser.normalise(pending.body, {
        ...(pending.contentType === undefined ? {} : { contentType: pending.contentType }),
        ...(pending.adapterHint === undefined ? {} : { adapter: pending.adapterHint }),
      });
    } catch (error) {
      this.work.broken(error, pending.id);
      return { documents: [], faults: [exchangeFaults.make('EXCHANGE_NORMALISE_BUG')], warnings: [] };
    }
  }

  private async hold(participantId: string, pending: PendingInterchange): Promise<void> {
    const { sql, rulebook, nodeCode } = this.work;
    const now = this.work.now();
    const rules = await rulebook.current();
    const outcome: NormalisationOutcome = {
      interchangeId: pending.id,
      state: 'held',
      adapterId: undefined,
      mappingVersion: undefined,
      identity: undefined,
      duplicateOf: undefined,
      faults: [exchangeFaults.make('EXCHANGE_NORMALISE_BUG')],
    };
    const destinationIds = await sql.transaction(async (tx) => {
      const none = { documents: [], deliveries: [] };
      await settleNormalisations(tx, {
        ...none,
        originNode: nodeCode,
        senderId: participantId,
        now,
        outcomes: [outcome],
      });
      const messages = [{ pending, outcome, documents: [] }];
      return this.work.receipts.settled(tx, rules, participantId, messages, [], now);
    });
    this.work.settled({ outcomes: [outcome], destinationIds, documents: [] });
  }
}

/** A message with faults claims nothing: once mended it may come again under the same reference. */
function identityClaim({ pending, normalised }: Read): IdentityClaim[] {
  if (normalised.identity === undefined || normalised.faults.length > 0) return [];
  return [
    {
      identity: indexable(normalised.identity),
      interchangeId: pending.id,
      sha256: pending.sha256,
    },
  ];
}

function outcomeOf(
  { pending, normalised }: Read,
  earlier: { interchangeId: string; sha256: Buffer } | undefined,
): NormalisationOutcome {
  const common = {
    interchangeId: pending.id,
    adapterId: normalised.adapter,
    mappingVersion: writeVersions(normalised),
    identity: normalised.identity === undefined ? undefined : indexable(normalised.identity),
    duplicateOf: undefined,
  };
  if (earlier) {
    if (earlier.sha256.equals(pending.sha256)) {
      return {
        ...common,
        state: 'duplicate',
        duplicateOf: earlier.interchangeId,
        faults: normalised.warnings,
      };
    }
    const fault = exchangeFaults.make('EXCHANGE_REFERENCE_REUSED', {
      values: { reference: normalised.identity ?? '', interchange: earlier.interchangeId },
    });
    return { ...common, state: 'rejected', faults: [fault] };
  }
  if (normalised.faults.length > 0) {
    const held = normalised.faults.some(
      (fault) => fault.disposition === 'hold' || fault.disposition === 'bug',
    );
    return {
      ...common,
      state: held ? 'held' : 'rejected',
      faults: [...normalised.faults, ...normalised.warnings],
    };
  }
  return {
    ...common,
    state: 'normalised',
    faults: normalised.warnings,
  };
}

const otherWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
