import { textOf } from './head.js';

/** How a JSON message begins: the first value at each path, lists being passed through; undefined for one that is open. */
export type JsonHead = ReadonlyMap<string, string | undefined>;

const heads = new WeakMap<Uint8Array, { readonly head: JsonHead | undefined }>();

/**
 * The paths that the beginning of a JSON message shows: `events/eventType` → `TRANSPORT`. Looked through once for all
 * adapters that ask about the same bytes. Undefined when it does not begin like JSON.
 */
export function jsonHead(head: Uint8Array): JsonHead | undefined {
  let known = heads.get(head);
  if (!known) {
    const text = textOf(head);
    known = { head: /^[[{]/.test(text) ? pathsOf(text) : undefined };
    heads.set(head, known);
  }
  return known.head;
}

/** Strings, and whatever else has a meaning for the structure. */
const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[[\]{}]|[^\s"[\]{},:]+/g;

function pathsOf(text: string): JsonHead {
  const paths = new Map<string, string | undefined>();
  const open: { readonly path: string; readonly isObject: boolean }[] = [];
  let member: string | undefined;
  const add = (value: string | undefined): void => {
    if (member !== undefined && !paths.has(member)) paths.set(member, value);
  };
  for (const [whole, string, colon] of text.matchAll(token)) {
    const around = open[open.length - 1];
    if (colon !== undefined) {
      member = around && around.path !== '' ? `${around.path}/${string}` : string;
    } else if (whole === '{' || whole === '[') {
      add(undefined);
      open.push({
        path: (around?.isObject ?? false) ? (member ?? '') : (around?.path ?? ''),
        isObject: whole === '{',
      });
    } else if (whole === '}' || whole === ']') {
      open.pop();
    } else if (around?.isObject) {
      add(string ?? whole);
    }
  }
  return paths;
}
