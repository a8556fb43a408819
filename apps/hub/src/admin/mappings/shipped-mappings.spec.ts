import { adapters, failingExamples, withMapping } from '#adapters';
import { asCodes, asMapping } from '#exchange';
import { shapeFaults } from './definition-schema.js';
import { shippedContent } from './mapping-desk.js';

/** What a program ships with is what the first draft of an administrator begins with. */
const mapped = adapters.filter(({ direct }) => !direct);

describe.each(mapped.map((adapter) => [adapter.id, adapter] as const))(
  'the shipped mapping of %s',
  (_, adapter) => {
    const { definition, codes } = shippedContent(adapter);

    it('is one that could be published', () => {
      expect(shapeFaults(definition, codes)).toEqual([]);
      const again = withMapping(adapter, asMapping(definition), asCodes(codes), '1.0.0+1');
      expect(again.ok ? failingExamples(again.value) : again.error).toEqual([]);
    });
  },
);
