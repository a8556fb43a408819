import type { Texts } from '#kernel';
import type { CodeTables } from '#mapping';
import type { Adapter, DocumentBody } from '../contract.js';
import { headText, rootOf } from '../head.js';
import { shippedMapping } from '../shipped.js';
import { inspectParts } from '../xml/inspect-parts.js';
import { valuesAlike } from '../xml/values-alike.js';
import { acknowledgeSas } from './acknowledge.js';

/** What one kind of message of the special areas (金关二期) has of its own. */
export interface SasFamily {
  readonly id: string;
  readonly label: Texts;
  readonly mapping: unknown;
  readonly codes: CodeTables;
  /** Values of `message_type`. */
  readonly types: readonly string[];
  /** Elements inside of BussinessData that hold the record: one of them must be there. */
  readonly records: readonly string[];
  /** The element inside of each record that tells what it is about: there once at most. */
  readonly head: string;
}

/** A request is signed (`Signature`, with its package in `Object`) and answered; an answer of customs is the bare `Package`. */
export function sasAdapter(family: SasFamily, kind: 'request' | 'answer'): Adapter {
  const { id, label, mapping, codes, types, records, head: part } = family;
  const root = kind === 'request' ? 'Signature' : 'Package';
  const inside = kind === 'request' ? 'Object/Package/' : '';
  const paths = records.map((record) => `${inside}DataInfo/BussinessData/${record}`);
  const named = new RegExp(
    `<(?:\\w+:)?message_type>\\s*(?:${types.join('|')})\\b|<(?:\\w+:)?(?:${records.join('|')})[\\s/>]`,
  );
  return {
    id,
    system: 'customs',
    label,
    syntax: 'xml',
    mediaTypes: ['application/xml', 'text/xml'],
    recognise: (head) => (rootOf(head)?.name === root && named.test(headText(head)) ? 1 : 0),
    mapping: shippedMapping(mapping),
    codes,
    leaveOut: ['SignedInfo', 'SignatureValue', 'KeyInfo'],
    inspect: (tree) =>
      inspectParts(tree, {
        needed: [paths.join('|')],
        once: [
          'Object',
          `${inside}EnvelopInfo`,
          `${inside}DataInfo`,
          ...paths.flatMap((path) => [path, `${path}/${part}`]),
        ],
      }),
    identity: ([first]) => identify(types[0] ?? '', first),
    check: ({ body }) => valuesAlike(body),
    ...(kind === 'request' ? { acknowledge: acknowledgeSas } : {}),
  };
}

/** Only for a message whose envelope has no number. */
function identify(type: string, first: DocumentBody | undefined): string | undefined {
  const { enterpriseReference, preEntryNumber, number } = first?.body ?? {};
  const name = enterpriseReference ?? preEntryNumber ?? number;
  return typeof name === 'string' ? `${type}|${name}` : undefined;
}
