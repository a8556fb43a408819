import { parseEdifact } from '#syntax';
import { headText } from '../head.js';
import { cell, first, messagesOf } from './integrity.js';

/** What an answer to an interchange must name of it. */
export interface InterchangeReferences {
  readonly reference: string;
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  readonly messages: readonly MessageReferences[];
}

export interface MessageReferences {
  readonly reference: string;
  readonly type: readonly string[];
  /** BGM: name of the document (1001) and its number (1004), as far as it says them. */
  readonly document: { readonly name: string; readonly number: string };
  /** Bytes of the interchange that it takes; undefined where it could not be read. */
  readonly span?: { readonly from: number; readonly to: number };
}

/** Messages that an answer speaks of one by one. */
const maxMessages = 9999;

/**
 * Finds the references in an interchange. One that is cut off or otherwise cannot be read is looked through for its
 * UNB and UNHs, so that also a refusal names what it refuses.
 */
export function referencesOf(interchange: Uint8Array): InterchangeReferences {
  const parsed = parseEdifact(interchange, {}, undefined);
  if (!parsed.ok) return scanned(headText(interchange));
  const tree = parsed.value;
  const { root } = tree;
  const header = root.children.map((child) => first(child, 'UNB')).find((found) => found !== undefined);
  return {
    reference: cell(header, 5) ?? '',
    sender: [cell(header, 2) ?? '', cell(header, 2, 2) ?? ''],
    recipient: [cell(header, 3) ?? '', cell(header, 3, 2) ?? ''],
    messages: messagesOf(root)
      .slice(0, maxMessages)
      .map((message) => {
        const opening = first(message, 'UNH');
        const beginning = first(message, 'BGM');
        return {
          document: { name: cell(beginning, 1) ?? '', number: cell(beginning, 2) ?? '' },
          span: tree.bytes({ from: message.from, to: message.to }),
          reference: cell(opening, 1) ?? '',
          type: [1, 2, 3, 4, 5].map((component) => cell(opening, 2, component) ?? ''),
        };
      }),
  };
}

function scanned(text: string): InterchangeReferences {
  const [, element = '+', body = ''] = /UNB([^A-Za-z0-9\s])([^]{0,512}?)(?:UNH|UNG|$)/.exec(text) ?? [];
  const component = /^[A-Z]{4}([^A-Za-z0-9\s])/.exec(body)?.[1] ?? ':';
  const elements = body.split(element).map((one) => one.replace(/[^\w.-]?\s*$/, '').split(component));
  const opening = new RegExp(
    `UNH${escaped(element)}([^${escaped(element)}]{1,35})${escaped(element)}([\\w${escaped(component)}]+)`,
    'g',
  );
  const messages = [...text.matchAll(opening)].slice(0, maxMessages).map(([, reference = '', type = '']) => ({
    reference,
    type: type.split(component),
    document: { name: '', number: '' },
  }));
  return {
    reference: elements[4]?.[0] ?? '',
    sender: elements[1] ?? [],
    recipient: elements[2] ?? [],
    messages,
  };
}

const escaped = (mark: string): string => mark.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
