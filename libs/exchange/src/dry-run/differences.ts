import { canonicalJson, type Json, type JsonObject } from '#kernel';

/** A place at which two documents differ; a side that has nothing there is absent. */
export interface Difference {
  readonly pointer: string;
  readonly before?: string;
  readonly after?: string;
}

/** Characters of a value that are shown. */
const longest = 200;

/**
 * The places at which two values differ, in their order, the smallest ones: of an object that is there on one side only
 * it is the object.
 *
 * @param most places that are told at most
 */
export function differences(before: Json | undefined, after: Json | undefined, most: number): Difference[] {
  const found: Difference[] = [];
  compare(before, after, '', found, most);
  return found;
}

function compare(
  before: Json | undefined,
  after: Json | undefined,
  pointer: string,
  found: Difference[],
  most: number,
): void {
  if (found.length >= most || before === after) return;
  if (isList(before) && isList(after)) {
    const length = Math.max(before.length, after.length);
    for (let at = 0; at < length && found.length < most; at++)
      compare(before[at], after[at], `${pointer}/${at}`, found, most);
  } else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(before[name], after[name], `${pointer}/${token(name)}`, found, most);
  } else if (canonicalJson(before) !== canonicalJson(after) || before === undefined || after === undefined) {
    found.push({ pointer, ...shown('before', before), ...shown('after', after) });
  }
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);
const token = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1');

function shown(side: 'before' | 'after', value: Json | undefined): Partial<Difference> {
  if (value === undefined) return {};
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { [side]: text.length > longest ? `${text.slice(0, longest)}…` : text };
}
