import type { Json } from '#kernel';

/** What a sender wants the counter-agency to do with a message. */
export interface Orders {
  /** The code to refuse it with; accepted without one. */
  readonly reject?: string;
  /** Milliseconds until the first answer. */
  readonly delayMs?: number;
  /** Every answer goes twice. */
  readonly twice?: true;
  /** The last answer goes first. */
  readonly reorder?: true;
  /** No answer. */
  readonly silent?: true;
}

export const orderLimits = {
  /** Milliseconds. */
  delay: 600_000,
  /** Characters of a code of refusal. */
  code: 32,
  /** Texts of a document that are looked at. */
  texts: 20_000,
  /** Levels of a document that are looked at. */
  depth: 32,
};

/** The code that a mark is refused with which cannot be read, so that a slip shows. */
export const unreadable = 'SANDBOX-MARK';
const plainRefusal = 'SANDBOX';

const mark = /SANDBOX[:/]\s*([^\s].*)/i;
const separators = /[;,/\s]+/;

/**
 * Reads `REJECT=E123;DELAY=5s;TWICE;REORDER`, in capitals or not; between the words `;`, `,`, `/` or blanks, so that every
 * character set can carry it. It ends at the first word that is none, if one came before; a text that begins with none is
 * refused with {@link unreadable}.
 *
 * @example ordersIn('reject=E123 twice'); // { reject: 'E123', twice: true }
 */
export function ordersIn(text: string): Orders {
  const words = text.split(separators).filter((word) => word !== '');
  let orders: Orders = {};
  for (const [at, word] of words.entries()) {
    const read = orderOf(word);
    if (read === undefined && at > 0) break;
    if (read === undefined || read === 'wrong') return { reject: unreadable };
    orders = { ...orders, ...read };
  }
  return orders;
}

/** The orders that a document carries in any of its texts: the first mark `SANDBOX:…`; undefined without one. */
export function ordersOf(body: Json): Orders | undefined {
  for (const text of texts(body)) {
    const found = mark.exec(text)?.[1];
    if (found !== undefined) return ordersIn(found);
  }
  return undefined;
}

function orderOf(word: string): Orders | 'wrong' | undefined {
  const [name = '', value] = word.split('=', 2);
  switch (name.toUpperCase()) {
    case 'ACCEPT':
      return {};
    case 'REJECT':
      return value === undefined ? { reject: plainRefusal } : refusal(value);
    case 'DELAY':
      return delay(value ?? '');
    case 'TWICE':
      return { twice: true };
    case 'REORDER':
      return { reorder: true };
    case 'SILENT':
      return { silent: true };
    default:
      return undefined;
  }
}

const refusal = (code: string): Orders | 'wrong' =>
  /^[\w.-]+$/.test(code) && code.length <= orderLimits.code ? { reject: code } : 'wrong';

function delay(text: string): Orders | 'wrong' {
  const [, number = '', unit = ''] = /^(\d{1,6})(ms|s|m)$/i.exec(text) ?? [];
  const delayMs = Number(number) * ({ ms: 1, s: 1000, m: 60_000 }[unit.toLowerCase()] ?? NaN);
  return delayMs <= orderLimits.delay ? { delayMs } : 'wrong';
}

function* texts(body: Json): Generator<string> {
  const rest: (readonly [Json, number])[] = [[body, 0]];
  for (let seen = 0; rest.length > 0 && seen < orderLimits.texts;) {
    const [value, depth] = rest.pop() ?? [null, 0];
    if (typeof value === 'string') {
      seen++;
      yield value;
    } else if (typeof value === 'object' && value !== null && depth < orderLimits.depth) {
      for (const one of Object.values(value).reverse()) if (one !== undefined) rest.push([one, depth + 1]);
    }
  }
}
