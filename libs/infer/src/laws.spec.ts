import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { checkDefinition, checkExamples, compileMapping } from '#mapping';
import { infer, type Sample } from '#infer';

const piece = fc.constantFrom(
  '<A>',
  '</A>',
  '<List><Item>',
  '</Item></List>',
  'x="1"',
  '箱号',
  'LNHU3001010',
  '20260312',
  ',',
  '\n',
  '{"a":',
  '[',
  ']',
  '}',
  '"b"',
  "UNH+1+CODECO:D:95B:UN'",
  "EQD+CN+LNHU3001010'",
  "LOC+9+CNDAL'",
  "UNT+3+1'",
  "00:COARRI:x'",
  "50:LNHU3001010:22G1'",
);
const sample = fc
  .oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.string({ unit: piece, maxLength: 12 }).map((text) => Buffer.from(text)),
  )
  .map((bytes): Sample => ({ name: 'sample', bytes }));

describe('inferring', () => {
  it('is total and says the same twice; a draft compiles and its examples hold', () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 3 }), (samples) => {
        const result = infer(samples, { type: 'ContainerMove' });
        expect(JSON.stringify(infer(samples, { type: 'ContainerMove' }))).toBe(JSON.stringify(result));
        if (!result.ok) {
          expect(result.error.length).toBeGreaterThan(0);
          return;
        }
        const { definition, codes, places } = result.value;
        const draft = checkDefinition(JSON.parse(JSON.stringify(definition)));
        if (!draft.ok) throw new Error(JSON.stringify([definition, draft.error]));
        const mapping = compileMapping(draft.value, codes);
        if (!mapping.ok) throw new Error(JSON.stringify([definition, mapping.error]));
        expect(checkExamples(mapping.value, definition.examples ?? [])).toEqual([]);
        for (const { candidates } of places)
          for (const { confidence } of candidates) expect(confidence >= 0 && confidence < 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('looks at no more than its limits say', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `<R><A${i}>${i}</A${i}></R>`).join('');
    const result = infer(
      [{ name: 'a', bytes: Buffer.from(`<集装箱>${rows}<箱号>LNHU3001010</箱号></集装箱>`) }],
      {
        limits: { places: 10 },
      },
    );
    expect(result.ok ? result.value.places.length : 0).toBeLessThanOrEqual(10);
  });
});
