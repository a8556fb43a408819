import type { Fault, JsonObject } from '#kernel';
import { explainRecorded, notMatchedLimit, visibleUnder, type Decision, type Explanation } from '#routing';
import type { DocumentView, Setup } from '#store';
import { readDecisions } from './decision-record.js';
import { exchangeFaults } from './faults.js';
import { subjectOf } from './routing-questions.js';
import type { Rules } from './rulebook.js';

/** Decisions as they were made, with the value of every term as it was. */
export interface ExplainedDecisions {
  readonly candidates: readonly ExplainedDecision[];
  /** That not all of it is here. */
  readonly warnings: readonly Fault[];
}

export interface ExplainedDecision extends Omit<Explanation, 'terms'> {
  /** Absent when they can no longer be told; then there is a warning. */
  readonly terms?: Explanation['terms'];
  readonly warnings?: readonly Fault[];
}

/** Of the rules of today no more than this. */
export type ExplainingRules = Pick<Rules, 'senderOf'> & { readonly setup: Pick<Setup, 'agreements'> };

/**
 * What was decided about a document, term by term: by the conditions that are written down with the decision, whatever
 * became of the routes and agreements since.
 *
 * @param kept the decisions as they are stored
 */
export function explainDecisions(
  view: DocumentView,
  rules: ExplainingRules,
  decidedAt: number,
  kept: string,
): ExplainedDecisions {
  const subject = subjectOf(view, rules, decidedAt);
  const decisions = readDecisions(kept);
  const candidates = decisions.map((decision): ExplainedDecision => {
    const seen = seenBy(decision, subject.type, subject.body, rules);
    const explained = seen && explainRecorded(decision, subject, seen);
    if (explained) return explained;
    const values = { route: decision.routeCode, version: decision.routeVersion };
    return { ...decision, warnings: [exchangeFaults.make('EXCHANGE_TERMS_LOST', { values })] };
  });
  const left = decisions.filter(({ outcome }) => outcome === 'not-matched').length;
  const cut = left < notMatchedLimit ? [] : [{ values: { limit: notMatchedLimit } }];
  return { candidates, warnings: cut.map((detail) => exchangeFaults.make('EXCHANGE_DECISIONS_CUT', detail)) };
}

/** What the condition was asked of; `undefined` when the agreement is not any more what it was then. */
function seenBy(
  decision: Decision,
  type: string,
  body: JsonObject,
  rules: ExplainingRules,
): JsonObject | undefined {
  if (!decision.shared) return body;
  const { agreementId, agreementVersion } = decision;
  const agreement = rules.setup.agreements.find(({ id }) => id === agreementId);
  return agreement && agreement.version === agreementVersion
    ? visibleUnder(agreement)(type, body)
    : undefined;
}
