import type { Json, Texts } from '#kernel';
import type { CodeTables } from '#mapping';
import type { Adapter, DocumentBody, Variant } from '../contract.js';
import { rootOf } from '../head.js';
import { shippedMapping } from '../shipped.js';
import { acknowledgeCeb } from './acknowledge.js';
import { checkLines, inspectRecords } from './inspect.js';

/** What one family of messages of cross-border electronic commerce has of its own. */
export interface CebFamily {
  readonly id: string;
  readonly label: Texts;
  readonly mapping: unknown;
  readonly codes: CodeTables;
  /** The element of one record, and of its head where it has one, as the mapping names them. */
  readonly record: string;
  readonly head?: string;
  /** Numbers of the messages, each with the elements that it calls otherwise than the mapping. */
  readonly messages: readonly (readonly [number: string, names?: Readonly<Record<string, string>>])[];
  /** Answers, and news from customs, are not answered. */
  readonly answered: boolean;
}

/** An adapter for `CEBnnnMessage`, with or without a prefix, signed or not. A root element `CEBnnn` occurs as well. */
export function cebAdapter(family: CebFamily): Adapter {
  const { id, label, codes, record, head, messages, answered } = family;
  const variants = messages.flatMap(([number, names]): Variant[] =>
    ['Message', ''].map((end) => ({
      type: `CEB${number}`,
      root: `CEB${number}${end}`,
      ...(names ? { names } : {}),
    })),
  );
  const byRoot = new Map(variants.map((variant) => [variant.root, variant]));
  return {
    id,
    system: 'customs',
    label,
    syntax: 'xml',
    mediaTypes: ['application/xml', 'text/xml'],
    recognise(bytes) {
      const root = rootOf(bytes);
      if (!root || !byRoot.has(root.name)) return 0;
      return root.namespace?.startsWith('http://www.chinaport.gov.cn/ceb') ? 1 : 0.9;
    },
    mapping: shippedMapping(family.mapping),
    codes,
    variants,
    leaveOut: ['Signature'],
    inspect(tree) {
      const names = byRoot.get(tree.root.name)?.names ?? {};
      return inspectRecords(tree, names[record] ?? record, head && (names[head] ?? head));
    },
    identity: identifyCeb,
    check: ({ body }) => checkLines(body),
    ...(answered ? { acknowledge: acknowledgeCeb } : {}),
  };
}

/** The kind of message, who transmits it and its number. */
function identifyCeb([first]: readonly DocumentBody[]): string | undefined {
  const guid = member(first?.body.message, 'guid');
  if (guid === undefined) return undefined;
  const parts = [member(first?.body.message, 'type'), member(first?.body.transmission, 'code'), guid];
  return parts.filter((part) => part !== undefined).join('|');
}

function member(value: Json | undefined, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
}
