import type { Json, Texts } from '#kernel';
import type { CodeTables } from '#mapping';
import type { Adapter, DocumentBody, System } from '../contract.js';
import { headText, rootOf } from '../head.js';
import { shippedMapping } from '../shipped.js';
import { inspectParts } from '../xml/inspect-parts.js';
import { valuesAlike } from '../xml/values-alike.js';
import { acknowledgeCsm } from './acknowledge.js';

/** What one kind of message about means of transport (`Message`, CSM) has of its own. */
export interface CsmFamily {
  readonly id: string;
  readonly system: System;
  readonly label: Texts;
  readonly mapping: unknown;
  readonly codes: CodeTables;
  /** The element inside of MessageBody that the message is about, or that it has many of; it alone tells the kind. */
  readonly record: string;
  /** Where the record stands: in MessageBody/Declaration once, or in MessageBody any number of times. */
  readonly records: 'one' | 'many';
  /** Where a document has the number that names it when the message has none, at its top. */
  readonly reference: string;
  readonly answered: boolean;
}

/** An adapter for `Message` with MessageHead and one record in MessageBody/Declaration. */
export function csmAdapter({
  id,
  system,
  label,
  mapping,
  codes,
  record,
  records,
  reference,
  answered,
}: CsmFamily): Adapter {
  const body = new RegExp(`<(?:[\\w-]+:)?${record}[\\s/>]`);
  const path = records === 'one' ? `MessageBody/Declaration/${record}` : `MessageBody/${record}`;
  const once = ['MessageHead', 'MessageBody', ...(records === 'one' ? [path] : [])];
  return {
    id,
    system,
    label,
    syntax: 'xml',
    mediaTypes: ['application/xml', 'text/xml'],
    recognise(head) {
      const root = rootOf(head);
      if (root?.name !== 'Message' || !body.test(headText(head))) return 0;
      return root.namespace?.includes(':CN:CSM') ? 1 : 0.9;
    },
    mapping: shippedMapping(mapping),
    codes,
    leaveOut: ['Signature'],
    inspect: (tree) => inspectParts(tree, { needed: ['MessageHead', path], once }),
    identity: ([first]) => identify(record, reference, first),
    check: ({ body: document }) => valuesAlike(document),
    ...(answered ? { acknowledge: acknowledgeCsm } : {}),
  };
}

function identify(record: string, reference: string, first: DocumentBody | undefined): string | undefined {
  const named: Json | undefined = first?.body[reference];
  return typeof named === 'string' ? `${record}|${named}` : undefined;
}
