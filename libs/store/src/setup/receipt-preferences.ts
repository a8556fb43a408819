import { type Fault, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { ReceiptPreference } from '../entities/receipt-preference.entity.js';
import type { Act } from './act.js';
import { Collection, iso } from './collection.js';

export type WantedReceipts = Pick<ReceiptPreference, 'participantId' | 'destinationId' | 'kinds'>;

/** One of a participant at most. */
export class ReceiptPreferences extends Collection<ReceiptPreference> {
  constructor(act: Act) {
    super(act, ReceiptPreference, 'receipt-preference');
  }

  describe({ id, participantId, destinationId, kinds, version, ...row }: ReceiptPreference): JsonObject {
    const times = { createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
    return { id, participantId, destinationId, kinds, version, ...times };
  }

  async of(participantId: string): Promise<ReceiptPreference | undefined> {
    const row = await this.rows().where('row.participantId = :participantId', { participantId }).getOne();
    return row ?? undefined;
  }

  /** @param version the version that the caller saw; `undefined` for whatever is there, or nothing */
  async set(wanted: WantedReceipts, version: number | undefined): Promise<Result<ReceiptPreference, Fault>> {
    const known = await this.of(wanted.participantId);
    const { destinationId } = wanted;
    const kinds = [...wanted.kinds];
    if (known)
      return this.alter(known.id, version, 'receipt-preference.changed', () => ok({ destinationId, kinds }));
    const id = uuidv7(this.act.now);
    const row = Object.assign(new ReceiptPreference(), { ...wanted, kinds, id, version: 1 });
    return this.add(row, 'receipt-preference.created');
  }

  /** Receipts wait to be asked for again. */
  async end(participantId: string, version: number | undefined): Promise<Result<ReceiptPreference, Fault>> {
    const known = await this.of(participantId);
    return known ? this.remove(known.id, version, 'receipt-preference.deleted') : this.missing(participantId);
  }
}
