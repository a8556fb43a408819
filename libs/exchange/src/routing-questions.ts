import { compileRoutes, type Decision, type Explanation, type Route, type Subject } from '#routing';
import { documentsOfSenders, type DocumentView, type Sql } from '#store';
import type { Rules } from './rulebook.js';

/** A stored document as it would be routed at a time. */
export function subjectOf(
  { document, body, channel, adapter }: DocumentView,
  rules: Pick<Rules, 'senderOf'>,
  now: number,
): Subject {
  return {
    type: document.type,
    body: JSON.parse(body),
    keys: document.keys.map((key) => ({
      kind: key.slice(0, key.indexOf(':')),
      value: key.slice(key.indexOf(':') + 1),
    })),
    sender: rules.senderOf(document.senderId),
    envelope: {
      origin: document.originNode,
      channel,
      ...(adapter === undefined ? {} : { adapter }),
      receivedAt: document.receivedAt,
      occurredAt: document.occurredAt,
    },
    now,
  };
}

/**
 * What the rules and rights of today would decide about a stored document, term by term. Nothing is delivered.
 *
 * @param draft a route that is not there yet, or is to be in place of that with its id
 */
export function simulateRouting(
  view: DocumentView,
  rules: Rules,
  now: number,
  draft?: Route,
): readonly Explanation[] {
  const subject = subjectOf(view, rules, now);
  if (!draft) return rules.table.explain(subject);
  const others = rules.setup.routes.filter(({ id }) => id !== draft.id);
  return compileRoutes([...others, draft], rules.setup.agreements).table.explain(subject);
}

/** What became of one document for a participant that expected it. */
export interface WhyNot {
  readonly view: DocumentView;
  /** For each of its routes and subscriptions that are about the type; none when it has no such route. */
  readonly decisions: readonly Decision[];
}

/** Documents that one question is about at most. */
export const whyNotMost = 50;

/**
 * Why a participant has, or has not, what it expected about a key. It is told of documents of those alone with whom
 * it has or had an agreement, and nothing that they hold: rights are ruled on before conditions.
 *
 * @param key `kind:value`
 * @param since Unix milliseconds
 */
export async function whyNot(
  sql: Sql,
  rules: Rules,
  participantId: string,
  key: string,
  since: number,
  now: number,
): Promise<readonly WhyNot[]> {
  const agreements = rules.setup.agreements.filter(({ consumerId }) => consumerId === participantId);
  const routes = rules.setup.routes.filter(({ consumerId }) => consumerId === participantId);
  const { table } = compileRoutes(routes, agreements);
  const views = await documentsOfSenders(sql, {
    senderIds: [...new Set(agreements.map(({ ownerId }) => ownerId))],
    types: undefined,
    key,
    from: since,
    limit: whyNotMost,
  });
  return views
    .filter(({ document }) =>
      agreements.some(
        ({ ownerId, documentType }) =>
          ownerId === document.senderId && (documentType === '*' || documentType === document.type),
      ),
    )
    .map((view) => ({ view, decisions: table.decideForConsumer(subjectOf(view, rules, now)) }));
}
