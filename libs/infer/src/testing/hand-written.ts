import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { MappingDefinition, Rule } from '#mapping';
import type { Sample } from '../open-samples.js';

/** What a hand-written rule ties together: a path from the message, and a pointer with `*` for items. */
export interface Pair {
  readonly path: string;
  readonly pointer: string;
}

/** The pairs of the values that a mapping reads. */
export function pairsOf({ documents }: MappingDefinition): readonly Pair[] {
  return documents.flatMap(({ each, rules }) => collect(rules, each === '.' ? '' : each, ''));
}

function collect(rules: readonly Rule[], scope: string, base: string): Pair[] {
  return rules.flatMap(({ from, to = '', each, rules: inner, way }): Pair[] => {
    if (way === 'write') return [];
    const sources = from === undefined ? [] : typeof from === 'string' ? [from] : from;
    if (inner) {
      const place = each ?? sources[0];
      return collect(
        inner,
        place === undefined ? scope : joined(scope, place),
        base + to + (each === undefined ? '' : '/*'),
      );
    }
    return sources.map((source) => ({ path: joined(scope, source), pointer: base + to }));
  });
}

function joined(scope: string, path: string): string {
  if (path.startsWith('/')) return path.slice(1);
  if (path === '.') return scope;
  let outer = scope;
  let rest = path;
  for (; rest.startsWith('../'); rest = rest.slice(3))
    outer = outer.slice(0, Math.max(0, outer.lastIndexOf('/')));
  return outer === '' || rest.startsWith('.') ? outer + rest : `${outer}/${rest}`;
}

/** The messages of an adapter's own cases that give documents. */
export function samplesOf(id: string): readonly Sample[] {
  const folder = `libs/adapters/src/${id}/cases`;
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      if (name.startsWith('.') || existsSync(`${folder}/${name}/fault.json`)) return [];
      const file = readdirSync(`${folder}/${name}`).find((one) => one.startsWith('in.'));
      return file === undefined ? [] : [{ name, bytes: readFileSync(`${folder}/${name}/${file}`) }];
    });
}
