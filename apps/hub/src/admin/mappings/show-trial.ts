import { TextDecoder } from 'node:util';
import type { MessageTrial, Normalised } from '#adapters';
import type { Fault, Json, JsonObject, Result } from '#kernel';
import type { LineageEntry } from '#mapping';
import type { Language } from '../../http/language.js';
import { faultList } from './mapping-views.js';

/** What a message gave, for the screen of whoever writes the mapping. */
export function showTrial(trial: MessageTrial, language: Language): JsonObject {
  const { normalised, read, unread, unreadMore, unfilled, written } = trial;
  const { identity, faults, warnings, documents } = normalised;
  return {
    ...(identity === undefined ? {} : { reference: identity }),
    stored: faults.length === 0,
    documents:
      documents.length > 0
        ? documents.map((document) => showDocument(document))
        : (read?.documents ?? []).map(({ type, body, lineage }) => ({ type, body, ...traced(lineage) })),
    faults: faultList(faults, language),
    warnings: faultList(warnings, language),
    unread: unread.map(({ path, value, span }) => ({ path, value, span: { ...span } })),
    unreadMore,
    unfilled: unfilled.map((one) => ({ ...one })),
    ...(written ? { written: showWritten(written, language) } : {}),
  };
}

const showDocument = ({
  type,
  body,
  keys,
  orderKey,
  lineage,
}: Normalised['documents'][number]): JsonObject => ({
  type,
  body,
  keys: keys.map(({ kind, value }) => ({ kind, value })),
  ...(orderKey === undefined ? {} : { orderKey }),
  ...traced(lineage),
});

const traced = (lineage: readonly LineageEntry[] | undefined): JsonObject =>
  lineage ? { lineage: plain(lineage) } : {};

/** Data of the program as JSON. */
const plain = (value: object): Json => JSON.parse(JSON.stringify(value));

function showWritten(written: Result<Uint8Array, readonly Fault[]>, language: Language): JsonObject {
  if (!written.ok) return { faults: faultList(written.error, language) };
  const text = textOf(written.value);
  return {
    base64: Buffer.from(written.value).toString('base64'),
    ...(text === undefined ? {} : { text }),
  };
}

/** Undefined for bytes that are not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
