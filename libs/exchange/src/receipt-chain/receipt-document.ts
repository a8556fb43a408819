import { createHash } from 'node:crypto';
import { keysOf, orderKeyOf, schemaVersionOf, type Receipt } from '#canonical';
import { uuidv7, type Fault, type Json, type JsonObject } from '#kernel';
import { reason } from '#routing';
import type { NewReceipt, SetupReceiptPreference } from '#store';
import { writeDecisions } from '../decision-record.js';
import { indexable } from '../indexable.js';

/** Faults that a receipt tells of at most; the rest is with the interchange. */
const maxFaults = 400;
/** Characters of the longest text of a receipt. */
const maxText = 10_000;
const maxReference = 255;
/** Bytes of an answer that a receipt holds itself; a longer one is asked for. */
const maxAnswer = 256 * 1024;

export type ReceiptBody = Receipt;
type ReceiptFault = NonNullable<Receipt['faults']>[number];

/** A receipt as the node stores and owes it. Its participant has a right to it without an agreement. */
export function receiptDocument(
  body: ReceiptBody,
  preference: SetupReceiptPreference,
  participantCode: string,
  now: number,
): NewReceipt {
  const plain = withoutAbsent(body);
  const text = Buffer.from(JSON.stringify(plain));
  const { id: preferenceId, participantId, destinationId, version } = preference;
  const id = uuidv7(now);
  return {
    id,
    interchangeId: body.interchange,
    schemaVersion: schemaVersionOf('Receipt'),
    occurredAt: Date.parse(body.at),
    keys: keysOf('Receipt', plain).map(({ kind, value }) => indexable(`${kind}:${value}`)),
    orderKey: indexable(`receipts:${orderKeyOf('Receipt', plain) ?? id}`),
    sha256: createHash('sha256').update(text).digest(),
    body: text,
    destinationId,
    preferenceId,
    decisions: Buffer.from(
      writeDecisions([
        {
          routeId: preferenceId,
          routeCode: `${participantCode}/receipts`,
          routeVersion: version,
          destinationId,
          consumerId: participantId,
          outcome: 'deliver',
          reasons: [reason('OWN_RECEIPT')],
        },
      ]),
    ),
  };
}

export const isoTime = (at: number): string => new Date(at).toISOString();

/** What a receipt says of faults, in both languages: its reader may be of either. */
export function receiptFaults(faults: readonly Fault[]): { faults?: ReceiptFault[] } {
  if (faults.length === 0) return {};
  return {
    faults: faults.slice(0, maxFaults).map(({ code, severity, text, advice, place }) => ({
      code,
      severity,
      zh: text.zh.slice(0, maxText),
      en: text.en.slice(0, maxText),
      adviceZh: advice.zh.slice(0, maxText),
      adviceEn: advice.en.slice(0, maxText),
      ...(place?.path ? { path: place.path.slice(0, maxText) } : {}),
      ...(place?.pointer ? { pointer: place.pointer.slice(0, maxText) } : {}),
    })),
  };
}

/** The answer in the form that the sender's own system reads, with where it is to be had. */
export function receiptAnswer(
  interchangeId: string,
  {
    form,
    mediaType,
    bytes,
  }: { readonly form: string; readonly mediaType: string; readonly bytes: Uint8Array },
): NonNullable<Receipt['acknowledgement']> {
  const href = `/v1/interchanges/${interchangeId}/acknowledgement?form=${form}`;
  if (bytes.length === 0 || bytes.length > maxAnswer) return { form, mediaType, href };
  const text = Buffer.from(bytes).toString('utf8');
  return Buffer.from(text).equals(bytes)
    ? { form, mediaType, text, href }
    : { form, mediaType, base64: Buffer.from(bytes).toString('base64'), href };
}

export const receiptReference = (identity: string | undefined): { reference?: string } =>
  identity ? { reference: identity.slice(0, maxReference) } : {};

/** The reference of an answer itself: ISO 9735 has 14 characters for it. */
export const answerReference = (interchangeId: string): string =>
  interchangeId.replaceAll('-', '').slice(-14).toUpperCase();

/** As JSON has it: a member that is `undefined` is none. */
function withoutAbsent(body: ReceiptBody): JsonObject {
  const entries: readonly (readonly [string, Json | undefined])[] = Object.entries(body);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
