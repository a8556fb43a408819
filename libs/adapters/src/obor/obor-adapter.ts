import type { Json, Texts } from '#kernel';
import type { CodeTables } from '#mapping';
import type { Adapter, DocumentBody } from '../contract.js';
import { headText, rootOf } from '../head.js';
import { shippedMapping } from '../shipped.js';
import { inspectParts } from '../xml/inspect-parts.js';
import { valuesAlike } from '../xml/values-alike.js';
import { acknowledgeObor } from './acknowledge.js';

/** What one kind of message of the inspection systems (OBORMessage) has of its own. */
export interface OborFamily {
  readonly id: string;
  readonly label: Texts;
  readonly mapping: unknown;
  readonly codes: CodeTables;
  /** MESSAGE_TYPE of its messages. */
  readonly types: readonly string[];
  /** The elements that hold one record each, inside of MessageBody: one of them at least. */
  readonly record: string | readonly string[];
  /** The reference that names a record where the message has no number, at the top of the document. */
  readonly reference: string;
  readonly answered: boolean;
  readonly check?: Adapter['check'];
}

/** The password of the account that a message was sent with, and how it logs in: nobody else's business. */
const credentials = ['spare1', 'spare2', 'spare3', 'spare4'];

/** An adapter for OBORMessage: MessageHead, then records of one kind in MessageBody. */
export function oborAdapter(family: OborFamily): Adapter {
  const { id, label, codes, types, reference, answered, check } = family;
  const records = typeof family.record === 'string' ? [family.record] : family.record;
  const anyRecord = new RegExp(`<(?:[\\w-]+:)?(?:${records.join('|')})[\\s/>]`);
  return {
    id,
    system: 'inspection',
    label,
    syntax: 'xml',
    mediaTypes: ['application/xml', 'text/xml'],
    recognise(head) {
      if (rootOf(head)?.name !== 'OBORMessage') return 0;
      const text = headText(head);
      const type = /<(?:[\w-]+:)?MESSAGE_TYPE>\s*(\w+)/.exec(text)?.[1];
      if (type !== undefined && types.includes(type)) return 1;
      return anyRecord.test(text) ? 0.9 : 0;
    },
    mapping: shippedMapping(family.mapping),
    codes,
    leaveOut: credentials,
    inspect: (tree) =>
      inspectParts(tree, {
        needed: ['MessageHead', 'MessageBody', records.map((record) => `MessageBody/${record}`).join('|')],
        once: ['MessageHead', 'MessageBody'],
      }),
    identity: (documents) => identify(types[0] ?? '', reference, documents),
    check: (document) => [...valuesAlike(document.body), ...(check?.(document) ?? [])],
    ...(answered ? { acknowledge: acknowledgeObor } : {}),
  };
}

/** Only for a message that has no number of its own. */
function identify(type: string, reference: string, [first]: readonly DocumentBody[]): string | undefined {
  const named: Json | undefined = first?.body[reference];
  return typeof named === 'string' ? `${type}|${named}` : undefined;
}
