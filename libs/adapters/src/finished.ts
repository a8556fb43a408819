import { keysOf, occurredAtOf, orderKeyOf } from '#canonical';
import type { ReadDocument } from '#mapping';
import type { NormalisedDocument, NormaliseOptions } from './contract.js';

/** A document with what its schema says about it: its keys, the key that keeps order, the time it is about. */
export function finished(document: ReadDocument, options: NormaliseOptions): NormalisedDocument {
  const { type, body, lineage } = document;
  const orderKey = orderKeyOf(type, body);
  const occurredAt = occurredAtOf(type, body);
  return {
    type,
    body,
    keys: keysOf(type, body),
    ...(orderKey === undefined ? {} : { orderKey }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(lineage && options.lineage ? { lineage } : {}),
  };
}
