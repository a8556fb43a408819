import type { Fault } from '#kernel';
import type { Agreement } from './agreement.js';
import type { Condition } from './condition.js';
import type { Evaluations } from './evaluations.js';
import { agreementMissing, agreementReasons, type ReadyReasons, type Reason } from './reasons.js';

/** Agreements of one owner with one consumer that a refusal names one by one. */
const namedAgreements = 8;

/** An agreement with its condition compiled; `broken` is why it could not be: then it never grants. */
export interface CompiledAgreement {
  readonly agreement: Agreement;
  readonly condition?: Condition;
  readonly broken?: Fault;
}

export type Ruling =
  | { readonly granted: true; readonly agreement: Agreement; readonly reason: Reason }
  | { readonly granted: false; readonly reasons: readonly Reason[] };

interface Right extends CompiledAgreement {
  readonly reasons: ReadyReasons;
}

const missing: Ruling = { granted: false, reasons: [agreementMissing] };

/** Who may have what of whom, found by owner and consumer. */
export class Rights {
  readonly #byOwner = new Map<string, Map<string, Right[]>>();

  constructor(agreements: readonly CompiledAgreement[]) {
    for (const compiled of [...agreements].sort(byPreference)) {
      const { ownerId, consumerId } = compiled.agreement;
      const consumers = getOrMake(this.#byOwner, ownerId, () => new Map<string, Right[]>());
      getOrMake(consumers, consumerId, () => []).push({
        ...compiled,
        reasons: agreementReasons(compiled.agreement),
      });
    }
  }

  /** Rights of all consumers in documents of one owner. */
  of(ownerId: string): OwnerRights {
    return new OwnerRights(this.#byOwner.get(ownerId));
  }
}

export class OwnerRights {
  constructor(private readonly byConsumer: ReadonlyMap<string, readonly Right[]> | undefined) {}

  /** The first agreement that grants, else why each that is about this type does not. */
  rule(consumerId: string, type: string, now: number, evaluations: Evaluations): Ruling {
    const rights = this.byConsumer?.get(consumerId);
    if (!rights) return missing;
    let refusals: Reason[] | undefined;
    for (const right of rights) {
      const { documentType } = right.agreement;
      if (documentType !== type && documentType !== '*') continue;
      const refusal = refusalOf(right, now, evaluations);
      if (!refusal)
        return { granted: true, agreement: right.agreement, reason: right.reasons.get('AGREEMENT_GRANTS') };
      refusals ??= [];
      if (refusals.length < namedAgreements) refusals.push(refusal);
    }
    return refusals ? { granted: false, reasons: refusals } : missing;
  }
}

function refusalOf(right: Right, now: number, evaluations: Evaluations): Reason | undefined {
  const { agreement, condition, broken, reasons } = right;
  if (agreement.state === 'revoked') return reasons.get('AGREEMENT_REVOKED');
  if (agreement.state === 'suspended') return reasons.get('AGREEMENT_SUSPENDED');
  if (now < agreement.validFrom) return reasons.get('AGREEMENT_NOT_YET_VALID');
  if (agreement.validTo !== undefined && now >= agreement.validTo) return reasons.get('AGREEMENT_EXPIRED');
  if (broken) return reasons.fault('AGREEMENT_CONDITION_FAULT', broken);
  if (!condition) return undefined;
  const value = evaluations.of(condition);
  if (value === true) return undefined;
  return value === false
    ? reasons.get('AGREEMENT_CONDITION_FALSE')
    : reasons.fault('AGREEMENT_CONDITION_FAULT', value);
}

/**
 * Several agreements may cover one document. The one named in the decision, whose fields are shared, is: for the
 * type itself before `*`; the whole document before a list of fields, more fields before fewer; then by id.
 */
function byPreference(a: CompiledAgreement, b: CompiledAgreement): number {
  const wildcard = (one: CompiledAgreement): number => (one.agreement.documentType === '*' ? 1 : 0);
  const width = (one: CompiledAgreement): number => one.agreement.fields?.length ?? Number.MAX_SAFE_INTEGER;
  return wildcard(a) - wildcard(b) || width(b) - width(a) || compareText(a.agreement.id, b.agreement.id);
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
