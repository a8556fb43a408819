import { compileRoutes } from '#routing';
import { documentsOfSenders, type DocumentView, type SetupAgreement, type Sql } from '#store';
import { eventOf } from './event.js';
import { subjectOf } from './routing-questions.js';
import type { Rules } from './rulebook.js';

export const previewLimits = {
  /** Documents looked at at most. */
  documents: 20_000,
  /** Documents looked at at once; between two times others get their turn. */
  page: 500,
};

export interface Previewed {
  readonly participantId: string;
  /** Document types; `*` alone: every one. */
  readonly documentTypes: readonly string[];
  readonly condition?: string;
  readonly fields?: readonly string[];
  readonly format?: string;
}

export interface SubscriptionPreview {
  /** Documents that it was asked about, of those that an agreement is about. */
  readonly looked: number;
  /** Of those, the ones that the subscription would have given. */
  readonly matched: number;
  readonly byType: Readonly<Record<string, number>>;
  /** The newest of them, as the events that they would have been: JSON text. */
  readonly events: readonly string[];
  readonly documentIds: readonly string[];
  /** There was more than may be looked at. */
  readonly more: boolean;
}

/**
 * What a subscription would have given since a time. Only what the agreements that hold now would have granted then:
 * to look ahead is not to look behind a right.
 *
 * @param agreements those that let the participant have something now
 * @param events how many events to show
 */
export async function previewSubscription(
  sql: Sql,
  rules: Rules,
  asked: Previewed,
  agreements: readonly SetupAgreement[],
  since: number,
  events: number,
): Promise<SubscriptionPreview> {
  const rights = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const { table } = compileRoutes(routesOf(asked), agreements);
  const senderIds = [...new Set(agreements.map(({ ownerId }) => ownerId))];
  const types = asked.documentTypes.includes('*') ? undefined : asked.documentTypes;
  const byType: Record<string, number> = {};
  const found: { readonly id: string; readonly event: string }[] = [];
  let read = 0;
  let looked = 0;
  let matched = 0;
  let before: string | undefined;
  while (read < previewLimits.documents) {
    const page = await documentsOfSenders(sql, {
      senderIds,
      types,
      from: since,
      limit: previewLimits.page,
      ...(before === undefined ? {} : { before }),
    });
    for (const view of page.filter(covered)) {
      looked++;
      const grant = grantOf(view);
      if (!grant) continue;
      matched++;
      byType[view.document.type] = (byType[view.document.type] ?? 0) + 1;
      if (found.length < events) found.push({ id: view.document.id, event: shown(view, grant) });
    }
    read += page.length;
    before = page.at(-1)?.document.id;
    if (page.length < previewLimits.page) return { looked, matched, byType, ...told(found), more: false };
  }
  return { looked, matched, byType, ...told(found), more: true };

  /** What no agreement is about is not counted either. */
  function covered({ document }: DocumentView): boolean {
    return agreements.some(
      ({ ownerId, documentType }) =>
        ownerId === document.senderId && (documentType === '*' || documentType === document.type),
    );
  }

  function grantOf(view: DocumentView): SetupAgreement | undefined {
    const decisions = table.decide(subjectOf(view, rules, view.document.receivedAt));
    const delivered = decisions.find(({ outcome }) => outcome === 'deliver');
    return delivered?.agreementId === undefined ? undefined : rights.get(delivered.agreementId);
  }

  function shown({ document, body }: DocumentView, { fields, personal }: SetupAgreement): string {
    const { fields: wanted, format } = asked;
    return eventOf({ document, body, fields, personal, wanted, format, replayed: false }, rules);
  }
}

const told = (found: readonly { readonly id: string; readonly event: string }[]) => ({
  events: found.map(({ event }) => event),
  documentIds: found.map(({ id }) => id),
});

const routesOf = ({ participantId, documentTypes, condition }: Previewed) =>
  documentTypes.map((documentType) => ({
    id: 'preview',
    code: 'preview',
    documentType,
    destinationId: 'preview',
    consumerId: participantId,
    priority: 0,
    byConsumer: true,
    version: 1,
    ...(condition === undefined ? {} : { condition }),
  }));
