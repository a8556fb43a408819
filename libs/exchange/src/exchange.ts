import { createHash } from 'node:crypto';
import { fail, ok, uuidv7, type Fault, type Result } from '#kernel';
import { interchangeById, nodeItself, type InterchangeView, type SetupSnapshot, type Sql } from '#store';
import { exchangeFaults } from './faults.js';
import type { Intake } from './intake.js';
import type { OutcomeWaiters } from './waiters.js';
import { receiptOf, type ReceiptSigner } from './receipts.js';

/** A message at the door. */
export interface Submission {
  readonly participantId: string;
  readonly participantCode: string;
  readonly channel: string;
  readonly body: Buffer;
  readonly contentType?: string;
  readonly adapterHint?: string;
  readonly idempotencyKey?: string;
}

/** A message that is stored for good. */
export interface Accepted {
  readonly id: string;
  /** Of the bytes received, in hexadecimal. */
  readonly sha256: string;
  readonly receivedAt: string;
  /** Compact JWS of the node; see `verifyReceipt`. */
  readonly receipt: string;
  /** It was stored by an earlier request; this answer is the answer to that one. */
  readonly repeated: boolean;
}

export interface ExchangeParts {
  readonly sql: Sql;
  readonly intake: Intake;
  readonly snapshot: SetupSnapshot;
  readonly signer: ReceiptSigner;
  readonly waiters: OutcomeWaiters;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What is wrong with naming this adapter; nothing if it exists. */
  readonly checkAdapter: (id: string) => Fault | undefined;
  /** Told of every submission: what came of it and how many milliseconds that took. */
  readonly observed: (outcome: 'stored' | 'repeated' | 'conflict' | 'refused', ms: number) => void;
}

/** The door of the hub: stores what a sender gives and says so when, and only when, it is durable. */
export class Exchange {
  readonly sql: Sql;
  readonly signer: ReceiptSigner;

  constructor(private readonly parts: ExchangeParts) {
    this.sql = parts.sql;
    this.signer = parts.signer;
  }

  /**
   * Without an Idempotency-Key the content stands for itself: the very same bytes again are the same message, and
   * get the same answer.
   */
  async accept(submission: Submission): Promise<Result<Accepted, Fault>> {
    const { adapterHint } = submission;
    const unknown = adapterHint === undefined ? undefined : this.parts.checkAdapter(adapterHint);
    if (unknown) return this.observed('refused', 0, fail(unknown));
    const began = performance.now();
    const sha256 = createHash('sha256').update(submission.body).digest();
    const receivedAt = this.parts.now();
    const id = uuidv7(receivedAt);
    const key = submission.idempotencyKey;
    const stored = await this.parts.intake.store({
      id,
      receivedAt,
      sha256,
      participantId: submission.participantId,
      channel: submission.channel,
      body: submission.body,
      idempotencyKey: key === undefined ? contentKey(sha256, adapterHint) : `key:${key}`,
      ...(submission.contentType === undefined ? {} : { contentType: submission.contentType }),
      ...(adapterHint === undefined ? {} : { adapterHint }),
    });
    const ms = performance.now() - began;
    if (!stored.ok) return this.observed('refused', ms, stored);
    const { value } = stored;
    if (value.kind === 'conflict') {
      const values = { interchange: value.interchangeId };
      return this.observed('conflict', ms, fail(exchangeFaults.make('EXCHANGE_KEY_REUSED', { values })));
    }
    this.parts.observed(value.kind, ms);
    const repeated = value.kind === 'repeated';
    const at = repeated ? value.receivedAt : receivedAt;
    const stands = repeated ? value.interchangeId : id;
    return ok({
      id: stands,
      sha256: sha256.toString('hex'),
      receivedAt: new Date(at).toISOString(),
      receipt: receiptOf(this.signer, stands, sha256, at, submission.participantCode),
      repeated,
    });
  }

  private observed<T>(outcome: 'conflict' | 'refused', ms: number, result: T): T {
    this.parts.observed(outcome, ms);
    return result;
  }

  /** The interchange once it is settled, or as it is when the time is over. */
  outcome(id: string, ms: number): Promise<InterchangeView | undefined> {
    return this.parts.waiters.wait(
      id,
      ms,
      () => interchangeById(this.sql, id),
      (view) => view === undefined || view.state !== 'pending',
    );
  }

  codeOf(participantId: string): string {
    if (participantId === nodeItself) return this.signer.nodeCode;
    return this.parts.snapshot.current().participants.get(participantId)?.code ?? participantId;
  }

  participantId(code: string | undefined): string | undefined {
    if (code === undefined) return undefined;
    for (const one of this.parts.snapshot.current().participants.values())
      if (one.code === code) return one.id;
    return undefined;
  }
}

/** The same bytes for another adapter are another attempt of their sender to have them understood. */
const contentKey = (sha256: Buffer, adapterHint: string | undefined): string =>
  `sha256:${sha256.toString('base64url')}${adapterHint === undefined ? '' : `:${adapterHint}`}`;
