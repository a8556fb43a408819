import type { Decision } from '#routing';
import {
  nextToReplay,
  type CorrectedDocument,
  type Replayable,
  type ReplayCriteria,
  type ReplayMapping,
  type Right,
  type Sql,
  type StoredEnvelope,
} from '#store';
import { eventOf, sourceOf } from '../event.js';
import type { Rules } from '../rulebook.js';
import { standingsOf } from '../standing.js';
import { readToday } from './today.js';

/** One delivery as a replay would make it. */
export interface ReplayPreviewItem {
  readonly seq: number;
  readonly documentId: string;
  /** `again`: as it was; `corrected`: as today's mappings read it; the others are not sent. */
  readonly outcome: 'again' | 'corrected' | 'withdrawn' | 'unreadable';
  /** The event as JSON text; absent for what is not sent. The id of a correction is given when it is made. */
  readonly event: string | undefined;
}

/** What a replay would send, in its order, a page at a time. Nothing is changed by looking. */
export async function previewReplay(
  sql: Sql,
  rules: Rules,
  criteria: ReplayCriteria,
  mapping: ReplayMapping,
  page: { readonly after: number; readonly limit: number },
  now: number,
): Promise<ReplayPreviewItem[]> {
  const last = Number.MAX_SAFE_INTEGER;
  const found = await nextToReplay(sql, criteria, { after: page.after, last }, page.limit);
  const items: ReplayPreviewItem[] = [];
  const standing = await standingsOf(sql, found, rules, now);
  for (const one of found)
    items.push(
      standing(one) === undefined
        ? await previewOf(sql, rules, one, criteria.destinationId, mapping, now)
        : { seq: one.seq, documentId: one.document.id, outcome: 'withdrawn', event: undefined },
    );
  return items;
}

async function previewOf(
  sql: Sql,
  rules: Rules,
  one: Replayable,
  destinationId: string,
  mapping: ReplayMapping,
  now: number,
): Promise<ReplayPreviewItem> {
  const { seq, view } = one;
  const documentId = view.document.id;
  const today = mapping === 'current' ? await readToday(sql, one, destinationId, rules, now) : undefined;
  if (today?.kind === 'unreadable') return { seq, documentId, outcome: 'unreadable', event: undefined };
  const config = rules.setup.destinations.get(destinationId)?.config;
  if (today?.kind !== 'corrected') {
    const event = eventOf(sourceOf({ ...one, replayed: true }, config), rules);
    return { seq, documentId, outcome: 'again', event };
  }
  const { decision } = today;
  if (!decision) return { seq, documentId, outcome: 'withdrawn', event: undefined };
  const owed = {
    seq,
    right: rightUnder(decision, rules),
    wanted: undefined,
    format: undefined,
    ...rules.wishOf(decision.routeId),
    replayed: true,
    document: correctedEnvelope(view.document, today.document),
    body: today.document.body.toString('utf8'),
  };
  return { seq, documentId, outcome: 'corrected', event: eventOf(sourceOf(owed, config), rules) };
}

function rightUnder({ agreementId }: Decision, { setup }: Rules): Right {
  const grant = setup.agreements.find(({ id }) => id === agreementId);
  return {
    standing: undefined,
    condition: undefined,
    validTo: grant?.validTo,
    fields: grant?.fields,
    personal: grant?.personal ?? true,
  };
}

function correctedEnvelope(former: StoredEnvelope, corrected: CorrectedDocument): StoredEnvelope {
  const { id, supersedes, type, schemaVersion, occurredAt, keys, orderKey } = corrected;
  return { ...former, id, supersedes, type, schemaVersion, occurredAt, keys, orderKey };
}
