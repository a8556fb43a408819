import { reason, type Decision, type Reason } from '#routing';

/**
 * How decisions are kept: reasons as codes with their values. Their texts are the same for every document and are
 * put in again when somebody reads them; with them the record would be larger than the document.
 */
export function writeDecisions(decisions: readonly Decision[]): string {
  return `[${decisions.map(oneDecision).join(',')}]`;
}

function oneDecision({ reasons, ...decision }: Decision): string {
  return `${JSON.stringify(decision).slice(0, -1)},"reasons":[${reasons.map(oneReason).join(',')}]}`;
}

/** Reasons are made once for each route and agreement, and so is their text here. */
const written = new WeakMap<Reason, string>();

function oneReason(given: Reason): string {
  const known = written.get(given);
  if (known !== undefined) return known;
  const { code, values } = given;
  const text = JSON.stringify(values === undefined ? { code } : { code, values });
  written.set(given, text);
  return text;
}

type KeptDecision = Omit<Decision, 'reasons'> & { readonly reasons: readonly Omit<Reason, 'text'>[] };

/** The decisions as they were made, with their reasons in words. */
export function readDecisions(kept: string): Decision[] {
  const decisions: KeptDecision[] = JSON.parse(kept);
  return decisions.map((decision) => ({
    ...decision,
    reasons: decision.reasons.map(({ code, values }) => reason(code, values)),
  }));
}
