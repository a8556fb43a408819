import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adapters, createNormaliser, type Normaliser } from '#adapters';
import { compileMapping } from '#mapping';
import { stowagePlan } from './stowage-plan.js';

/** A message, and what reads it. */
export interface BenchMessage {
  readonly bytes: Buffer;
  readonly adapter: string;
  /** Bytes to a tree, nothing more. */
  parse(): boolean;
}

/** Messages of one syntax that are measured together. */
export interface BenchGroup {
  readonly name: string;
  readonly syntax: string;
  readonly messages: readonly BenchMessage[];
}

const cases = fileURLToPath(new URL('libs/adapters/src/', rootOf(import.meta.url)));

/**
 * All our own well-formed cases by their syntax, so that a new adapter is measured without a word here; and a stowage plan of
 * 2,000 slots, as messages of some kinds are large.
 */
export function benchGroups(normaliser: Normaliser): readonly BenchGroup[] {
  const groups = new Map<string, BenchMessage[]>();
  for (const adapter of adapters) {
    if (adapter.direct) continue;
    const compiled = compileMapping(adapter.mapping, adapter.codes);
    if (!compiled.ok) continue;
    const { parse } = compiled.value;
    for (const bytes of casesOf(adapter.id)) {
      const normalised = normaliser.normalise(bytes, {});
      if (normalised.documents.length === 0 || !parse(bytes).ok) continue;
      const messages = groups.get(adapter.syntax) ?? [];
      groups.set(adapter.syntax, messages);
      messages.push({ bytes, adapter: adapter.id, parse: () => parse(bytes).ok });
    }
  }
  const small = [...groups].map(([syntax, messages]) => ({ name: syntax, syntax, messages }));
  return [...small, ...large()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function large(): readonly BenchGroup[] {
  const adapter = adapters.find(({ id }) => id === 'port/baplie-edifact');
  const compiled = adapter && compileMapping(adapter.mapping, adapter.codes);
  if (!adapter || !compiled?.ok) return [];
  const bytes = Buffer.from(stowagePlan(2000));
  const { parse } = compiled.value;
  const messages = [{ bytes, adapter: adapter.id, parse: () => parse(bytes).ok }];
  return [{ name: 'edifact, 2,000 slots', syntax: 'edifact', messages }];
}

/** Messages that should be refused begin with `bad-`. */
function casesOf(adapter: string): readonly Buffer[] {
  const folder = join(cases, adapter, 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('bad-'))
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.startsWith('in.'))
        .map((file) => readFileSync(join(folder, name, file))),
    );
}

export const benchNormaliser = (): Normaliser => createNormaliser(adapters);

/** The folder with layers.mjs, from the sources and from dist/ alike. */
function rootOf(url: string): URL {
  for (let at = new URL('.', url); at.pathname !== '/'; at = new URL('..', at)) {
    if (existsSync(new URL('layers.mjs', at))) return at;
  }
  throw new Error('not in the repository');
}
