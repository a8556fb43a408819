import type { MappingDefinition, Rule } from '#mapping';

/** What other mappings read from places of a name: their pointers with how many of them do. */
export type Known = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Names that mappings know: a second partner often calls things as the first did, and the standards do always. The key is
 * the type, then the end of the path: `Declaration AgentName`, `GateMove LOC[1=9].2.1`.
 */
export function knownNames(mappings: readonly MappingDefinition[]): Known {
  const known = new Map<string, Map<string, number>>();
  for (const { documents } of mappings) {
    for (const { type, rules } of documents) {
      visit(rules, '', '', (from, pointer) => {
        const ends = [`${type} ${endOf(from)}`, `* ${endOf(from)}`];
        for (const end of ends) {
          const pointers = known.get(end) ?? new Map<string, number>();
          pointers.set(pointer, (pointers.get(pointer) ?? 0) + 1);
          known.set(end, pointers);
        }
      });
    }
  }
  return known;
}

function visit(
  rules: readonly Rule[],
  scope: string,
  base: string,
  found: (from: string, pointer: string) => void,
): void {
  for (const { from, to = '', each, rules: inner } of rules) {
    const sources = from === undefined ? [] : typeof from === 'string' ? [from] : from;
    if (inner) {
      const place = each ?? sources[0] ?? '';
      visit(inner, place === '' ? scope : place, base + to + (each === undefined ? '' : '/*'), found);
    } else {
      for (const source of sources) found(source.startsWith('.') ? scope + source : source, base + to);
    }
  }
}

/** The last step of a path in lower case: the names of elements and attributes, a segment with its qualifier and element. */
export const endOf = (path: string): string =>
  (path.split('/').at(-1) ?? '')
    .replace(/^@/, '')
    .replace(/^TDT\[[^\]]*\]/, 'TDT')
    .replace(/\.1$/, (end, at: number, whole: string) => (/\.\d+$/.test(whole.slice(0, at)) ? '' : end))
    .toLowerCase();
