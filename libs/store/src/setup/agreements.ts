import { type Fault, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { Agreement, type AgreementState } from '../entities/agreement.entity.js';
import type { Act, AuditAction } from './act.js';
import { Collection, given, inState, iso } from './collection.js';

export type NewAgreement = Pick<Agreement, 'ownerId' | 'consumerId' | 'documentType' | 'purpose'> &
  Partial<Pick<Agreement, 'condition' | 'fields' | 'personal' | 'validFrom' | 'validTo'>>;
export type AgreementChanges = Partial<
  Pick<Agreement, 'condition' | 'fields' | 'personal' | 'purpose' | 'validFrom' | 'validTo'>
>;

export class Agreements extends Collection<Agreement> {
  constructor(act: Act) {
    super(act, Agreement, 'agreement');
  }

  describe(row: Agreement): JsonObject {
    return {
      id: row.id,
      ownerId: row.ownerId,
      consumerId: row.consumerId,
      documentType: row.documentType,
      condition: row.condition,
      fields: row.fields,
      personal: row.personal,
      purpose: row.purpose,
      validFrom: iso(row.validFrom),
      validTo: iso(row.validTo),
      state: row.state,
      version: row.version,
      createdAt: iso(row.createdAt),
      updatedAt: iso(row.updatedAt),
    };
  }

  create(agreement: NewAgreement): Promise<Result<Agreement, Fault>> {
    const row = Object.assign(new Agreement(), {
      condition: null,
      fields: null,
      personal: false,
      validFrom: new Date(this.act.now),
      validTo: null,
      ...given(agreement),
      id: uuidv7(this.act.now),
      state: 'granted' as const,
      version: 1,
    });
    return this.add(row, 'agreement.created');
  }

  /** A revoked agreement is history: it does not change any more. */
  change(
    id: string,
    version: number | undefined,
    changes: AgreementChanges,
  ): Promise<Result<Agreement, Fault>> {
    return this.lookedAtAgain(
      this.alter(id, version, 'agreement.changed', (row) => {
        const allowed = inState(row.state, ['granted', 'suspended']);
        return allowed.ok ? ok(given(changes)) : allowed;
      }),
    );
  }

  /** What is owed waits until it is granted again. */
  suspend(id: string, version?: number): Promise<Result<Agreement, Fault>> {
    return this.enter(id, version, 'suspended', 'agreement.suspended', ['granted']);
  }

  /** Lifts a suspension. */
  grant(id: string, version?: number): Promise<Result<Agreement, Fault>> {
    return this.enter(id, version, 'granted', 'agreement.granted', ['suspended']);
  }

  /** For good: a new right is a new agreement. */
  revoke(id: string, version?: number): Promise<Result<Agreement, Fault>> {
    return this.enter(id, version, 'revoked', 'agreement.revoked', ['granted', 'suspended']);
  }

  private enter(
    id: string,
    version: number | undefined,
    state: AgreementState,
    action: AuditAction,
    from: readonly AgreementState[],
  ): Promise<Result<Agreement, Fault>> {
    return this.lookedAtAgain(
      this.alter(id, version, action, (row) => {
        const allowed = inState(row.state, from);
        return allowed.ok ? ok({ state }) : allowed;
      }),
    );
  }

  /** What waits under it is due now: it goes, or goes on waiting, or is cancelled. */
  private async lookedAtAgain(altered: Promise<Result<Agreement, Fault>>): Promise<Result<Agreement, Fault>> {
    const agreement = await altered;
    if (agreement.ok)
      await this.act.manager.query(
        `UPDATE delivery SET due_at = now() WHERE agreement_id = $1 AND state = 'pending' AND due_at > now()
           AND destination_id IN (SELECT id FROM destination WHERE participant_id = $2)`,
        [agreement.value.id, agreement.value.consumerId],
      );
    return agreement;
  }
}
