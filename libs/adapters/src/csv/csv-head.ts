import { textOf } from '../head.js';

/** Lines from the start of a file that may have the names of the columns. */
const lines = 30;

/**
 * Whether one line at the start of a message has all of these words, as the names of columns do. The text is UTF-16 where it
 * begins with that mark, UTF-8 where the bytes are, else GB 18030; a character that is cut off at the end does not matter.
 */
export function csvHeads(head: Uint8Array, words: readonly RegExp[]): boolean {
  const start = linesOf(head);
  const columns = start.findIndex((line) => words.slice(1).every((word) => word.test(line)));
  return (
    columns >= 0 &&
    words.slice(0, 1).every((word) => start.slice(0, columns + 1).some((line) => word.test(line)))
  );
}

const heads = new WeakMap<Uint8Array, readonly string[]>();

/** Found once for all adapters of tables; none of what begins like XML, JSON or EDIFACT, which is known without decoding. */
function linesOf(head: Uint8Array): readonly string[] {
  let known = heads.get(head);
  if (!known) {
    const isOther = /^(?:[<{[]|UN[ABGH][^A-Za-z0-9])/.test(textOf(head));
    known = isOther ? [] : decoded(head).split(/\r\n|\r|\n/, lines);
    heads.set(head, known);
  }
  return known;
}

function decoded(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  const utf8 = new TextDecoder('utf-8').decode(head);
  const bad = utf8.indexOf('\ufffd');
  return bad >= 0 && bad < utf8.length - 4 ? new TextDecoder('gb18030').decode(head) : utf8;
}
