import { createHash } from 'node:crypto';
import { isMadeByNode, schemaVersionOf } from '#canonical';
import { uuidv7 } from '#kernel';
import { interchangeBody, type CorrectedDocument, type Replayable, type Tx } from '#store';
import type { Decision } from '#routing';
import { writeDecisions } from '../decision-record.js';
import { writeVersions } from '../mappings-used.js';
import { indexable } from '../indexable.js';
import { instantOf } from '../routed-documents.js';
import type { Rules } from '../rulebook.js';

/**
 * What today's mappings make of the message of a document.
 *
 * - `same`: the very document. - `corrected`: another one, which is to stand in its place; with the decision that gives it
 *   to the destination, or without one when today's rights and routes do not.
 * - `unreadable`: none at its place; the document stays as it is.
 */
export type Today =
  | { readonly kind: 'same' | 'unreadable' }
  | {
      readonly kind: 'corrected';
      readonly document: CorrectedDocument;
      readonly decision: Decision | undefined;
    };

export async function readToday(
  tx: Tx,
  one: Replayable,
  destinationId: string,
  rules: Rules,
  now: number,
): Promise<Today> {
  const { document, ordinal, sha256 } = one.view;
  if (isMadeByNode(document.type)) return { kind: 'same' };
  const stored = await interchangeBody(tx, document.interchangeId);
  if (!stored) return { kind: 'unreadable' };
  const { contentType, adapterHint } = one.interchange;
  const normalised = rules.mappings.normaliser.normalise(stored.body, {
    ...(contentType === undefined ? {} : { contentType }),
    ...(adapterHint === undefined ? {} : { adapter: adapterHint }),
  });
  const again = normalised.documents[ordinal];
  if (!again) return { kind: 'unreadable' };
  const body = Buffer.from(JSON.stringify(again.body));
  const hash = createHash('sha256').update(body).digest();
  if (again.type === document.type && hash.equals(sha256)) return { kind: 'same' };
  const decisions = rules.table.decide({
    type: again.type,
    body: again.body,
    keys: again.keys,
    sender: rules.senderOf(document.senderId),
    envelope: {
      origin: document.originNode,
      channel: one.view.channel,
      ...(normalised.adapter === undefined ? {} : { adapter: normalised.adapter }),
      receivedAt: document.receivedAt,
      occurredAt: instantOf(again.occurredAt),
    },
    now,
  });
  return {
    kind: 'corrected',
    decision: decisions.find((it) => it.destinationId === destinationId && it.outcome === 'deliver'),
    document: {
      id: uuidv7(now),
      supersedes: document.id,
      type: again.type,
      schemaVersion: schemaVersionOf(again.type),
      occurredAt: instantOf(again.occurredAt),
      keys: again.keys.map((key) => indexable(`${key.kind}:${key.value}`)),
      orderKey: indexable(again.orderKey ?? document.orderKey),
      sha256: hash,
      body,
      decisions: writeDecisions(decisions),
      mappingVersion: writeVersions(normalised),
      now,
    },
  };
}
