import { adapters, createNormaliser } from '#adapters';
import { casesOf } from './testing/cases.js';

const normaliser = createNormaliser(adapters);

const asking = adapters.filter(({ syntax }) => syntax === 'edifact' || syntax === 'flat' || syntax === 'csv');

it.each(asking.map((adapter) => [adapter.id, adapter] as const))(
  'gives of %s the same documents, faults and warnings whether lineage is asked for or not',
  (_, adapter) => {
    for (const { name, bytes } of casesOf(adapter)) {
      const { documents, ...plain } = normaliser.normalise(bytes, {});
      const { documents: traced, ...said } = normaliser.normalise(bytes, {}, { lineage: true });
      expect({ name, ...plain }).toEqual({ name, ...said });
      expect(documents).toEqual(traced.map(({ lineage: _lineage, ...document }) => document));
    }
  },
);
