import fc from 'fast-check';
import { standardDelimiters } from './delimiters.js';
import { ComponentIndex, scan, sourceOf } from './scan.js';

describe('the index of the components of a segment', () => {
  const segment = fc.string({
    unit: fc.constantFrom('A', 'b', '大', '+', ':', '?', '*', '\n', ' '),
    maxLength: 24,
  });
  const place = fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: 1, max: 5 }));

  it('finds what a scan finds, or there is none', () => {
    let indexed = 0;
    fc.assert(
      fc.property(segment, fc.array(place, { minLength: 1 }), fc.boolean(), (text, places, wraps) => {
        const source = sourceOf(`x${text}'`, { ...standardDelimiters, repetition: '*' }, wraps);
        const index = ComponentIndex.of(source, 1, text.length + 1);
        if (!index) {
          expect(/[?*\n]/.test(text)).toBe(true);
          return;
        }
        indexed++;
        for (const [element, component] of places) {
          const found = scan(source, 1, text.length + 1, element, component, 1);
          const value = found && source.text.slice(found.from, found.to);
          expect(index.value(source, element, component)).toBe(value === '' ? undefined : value);
        }
      }),
      { numRuns: 1000 },
    );
    expect(indexed).toBeGreaterThan(50);
  });
});
