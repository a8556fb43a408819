import { edifactTypeOf, headText } from '../head.js';

/**
 * Whether a CUSRES answers a list of passengers or crew, by its head: it says so (BGM 962), or it was sent for
 * interactive API, or it names the booking of a traveller (RFF+AVF). Any other CUSRES is about goods.
 */
export function answersTravellers(head: Uint8Array): boolean {
  if (edifactTypeOf(head) !== 'CUSRES') return false;
  const text = headText(head);
  const element = escaped(/UNH([^A-Za-z0-9\s])/.exec(text)?.[1] ?? '+');
  const name = new RegExp(`BGM${element}\\s*([A-Z0-9]{1,3})`).exec(text)?.[1];
  if (name !== undefined) return name === '962' || (!ofGoods.has(name) && marked(text, element));
  return marked(text, element);
}

/** Names of responses that customs gives about goods: 34 cargo status, 292 advice of examination, 961 response. */
const ofGoods: ReadonlySet<string> = new Set(['34', '292', '961', '963']);

const marked = (text: string, element: string): boolean =>
  new RegExp(`${element}IAPI\\b|RFF${element}\\s*AVF[^A-Za-z0-9]`).test(text);

const escaped = (mark: string): string => mark.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
