import { adapters } from '#adapters';
import { compileMapping, checkDefinition, checkExamples } from '#mapping';
import { infer } from '#infer';
import { endOf } from './known.js';
import { pairsOf, samplesOf } from './testing/hand-written.js';

/**
 * How much of a hand-written mapping is proposed first for the samples of its cases, with the adapter hidden. `alone` uses
 * names and values only, `known` also what the other adapters call things. The floors are a little below what is
 * measured: declaration-xml 67% and 70%, ceb-list 79% and 94%, codeco-edifact 52% and 74%.
 */
describe.each([
  { id: 'customs/declaration-xml', type: 'Declaration', alone: 0.62, known: 0.64 },
  { id: 'customs/ceb-list', type: 'CrossBorderList', alone: 0.74, known: 0.88 },
  { id: 'port/codeco-edifact', type: 'GateMove', alone: 0.45, known: 0.66 },
])('inferred of the cases of $id', ({ id, type, ...floors }) => {
  const adapter = adapters.find((one) => one.id === id);
  const others = adapters.filter((one) => one !== adapter).map(({ mapping }) => mapping);
  const samples = samplesOf(id);

  it.each<['alone' | 'known']>([['alone'], ['known']])('%s', (how) => {
    if (!adapter) throw new Error(`no adapter ${id}`);
    const result = infer(samples, { known: how === 'known' ? others : [] });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { definition, codes, types, places, valid, documents } = result.value;
    expect(types[0]?.type).toBe(type);

    const segments = adapter.syntax === 'edifact';
    const key = (path: string): string => (segments ? endOf(path) : path);
    const found = new Map(places.map((place) => [key(place.path), place.candidates[0]?.pointer]));
    const wanted = new Map<string, Set<string>>();
    for (const { path, pointer } of pairsOf(adapter.mapping)) {
      if (!found.has(key(path))) continue;
      wanted.set(key(path), (wanted.get(key(path)) ?? new Set()).add(pointer));
    }
    const right = [...wanted].filter(([path, pointers]) => pointers.has(found.get(path) ?? ''));
    expect(wanted.size).toBeGreaterThan(50);
    expect(right.length / wanted.size).toBeGreaterThan(floors[how]);

    const draft = checkDefinition(JSON.parse(JSON.stringify(definition)));
    const mapping = draft.ok ? compileMapping(draft.value, codes) : draft;
    if (!mapping.ok) throw new Error(JSON.stringify(mapping.error));
    expect({ valid, documents }).toEqual({ valid: documents, documents });
    expect(definition.examples?.length).toBeGreaterThan(0);
    expect(checkExamples(mapping.value, definition.examples ?? [])).toEqual([]);
  });
});
