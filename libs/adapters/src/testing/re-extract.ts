import type { Json } from '#kernel';
import type { Format, LineageEntry, Rule } from '#mapping';
import type { Adapter } from '../contract.js';

/**
 * Whether the bytes that a lineage entry points at say the value of the document, by the rule that it names. The bytes
 * are decoded and unescaped here anew, so that the spans are checked and not only believed.
 */
export function saysValue(
  adapter: Adapter,
  entry: LineageEntry,
  bytes: Uint8Array,
  charset: string,
  value: Json | undefined,
): boolean {
  const { span } = entry;
  if (!span) return false;
  const { element } = adapter.envelope ?? {};
  // What is inside of an envelope stands nowhere in its bytes: the lineage names the element that holds all of it.
  if (element !== undefined && entry.path?.split('/').includes(element)) return span.to > span.from;
  const raw = unescaped(adapter, new TextDecoder(charset).decode(bytes.subarray(span.from, span.to)));
  const rule = entry.rule === '' ? {} : ruleAt(adapter.mapping, entry.rule);
  // What AIS says is packed into sentences; how it is unpacked is tried where it is done.
  if (adapter.syntax === 'nmea') return span.to > span.from;
  // A computed value stands nowhere; the lineage names what it was computed of.
  if (rule.value !== undefined) return span.to > span.from;
  const text = String(value);
  const coded = rule.codes === undefined ? undefined : adapter.codes[rule.codes]?.[raw];
  if (coded !== undefined) return coded === text;
  const [format] = rule.as === undefined ? [] : formatsOf(rule.as);
  if (format === 'text') return raw === text.trim();
  if (format === 'decimal') return raw.replace(',', '.') === text;
  if (typeof format === 'object') {
    const [said, meant] = [digits(raw), digits(text)];
    return meant.includes(said.slice(-6)) || meant.startsWith(said.slice(0, 12));
  }
  return raw === text;
}

function unescaped(adapter: Adapter, raw: string): string {
  if (adapter.syntax === 'edifact')
    return raw
      .replace(/[\r\n]/g, '')
      .replace(/\?([^])/g, '$1')
      .trim();
  if (adapter.syntax === 'flat') return raw.replace(/\?([:'?+/])|[\r\n]/g, '$1').trim();
  if (adapter.syntax === 'csv') return raw.replaceAll('""', '"').trim();
  if (adapter.syntax === 'json') {
    const text: unknown = JSON.parse(`"${raw}"`);
    return String(text).trim();
  }
  const text = raw
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, inner: string) => inner.replaceAll('&', '&amp;'))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return text.trim();
}

function ruleAt(mapping: unknown, pointer: string): Rule {
  let at: unknown = mapping;
  for (const step of pointer.split('/').slice(1)) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  }
  return typeof at === 'object' && at !== null ? at : {};
}

const formatsOf = (as: NonNullable<Rule['as']>): readonly Format[] =>
  typeof as === 'string' || !('length' in as) ? [as] : as;

/** A number of one digit stands for one of two: `2026/3/8`. */
const digits = (text: string): string => text.replace(/(?<!\d)\d(?!\d)/g, '0$&').replace(/\D/g, '');

/** Every leaf of a document: its JSON pointer and value. */
export function leavesOf(value: Json | undefined, pointer = ''): [string, Json][] {
  if (value === undefined) return [];
  if (value === null || typeof value !== 'object') return [[pointer, value]];
  return Object.entries(value).flatMap(([name, inner]: [string, Json | undefined]) =>
    leavesOf(inner, `${pointer}/${name}`),
  );
}
