import { nextToReplay, type Replayable, type ReplayCriteria, type ReplayMapping, type Sql } from '#store';
import { eventOf } from '../event.js';
import type { Rules } from '../rulebook.js';
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
  for (const one of found) items.push(await previewOf(sql, rules, one, criteria.destinationId, mapping, now));
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
  const { seq, view, fields, personal } = one;
  const documentId = view.document.id;
  if (one.withdrawn) return { seq, documentId, outcome: 'withdrawn', event: undefined };
  const today = mapping === 'current' ? await readToday(sql, one, destinationId, rules, now) : undefined;
  if (today?.kind === 'unreadable') return { seq, documentId, outcome: 'unreadable', event: undefined };
  if (today?.kind !== 'corrected') {
    const event = eventOf(
      { document: view.document, body: view.body, fields, personal, replayed: true },
      rules,
    );
    return { seq, documentId, outcome: 'again', event };
  }
  const { decision } = today;
  if (!decision) return { seq, documentId, outcome: 'withdrawn', event: undefined };
  const grant = rules.setup.agreements.find((agreement) => agreement.id === decision.agreementId);
  const { id, supersedes, type, schemaVersion, occurredAt, keys, orderKey, body } = today.document;
  const document = { ...view.document, id, supersedes, type, schemaVersion, occurredAt, keys, orderKey };
  const source = {
    document,
    body: body.toString('utf8'),
    fields: grant?.fields,
    personal: grant?.personal ?? true,
    replayed: true,
  };
  return { seq, documentId, outcome: 'corrected', event: eventOf(source, rules) };
}
