import { compileMapping } from '#mapping';

const mapping = compileMapping({
  adapter: 'test/shared-lists',
  version: '1',
  syntax: 'edifact',
  options: { message: 'COARRI', release: 'D:95B:UN', structure: 'BGM NAD* SG1=EQD*{SEL*}' },
  documents: [
    {
      type: 'Box',
      each: 'SG1',
      rules: [
        { from: '/BGM.1', to: '/kind' },
        { each: '/NAD', to: '/parties', rules: [{ from: '.1', to: '' }] },
        { from: 'EQD.2', to: '/number' },
        { each: 'SEL', to: '/seals', rules: [{ from: '.1', to: '' }] },
      ],
    },
  ],
});

function write(boxes: readonly Record<string, string | string[]>[]): string {
  if (!mapping.ok) throw new Error(mapping.error[0]?.text.en);
  const written = mapping.value.write(boxes.map((body) => ({ type: 'Box', body })));
  return written.ok ? Buffer.from(written.value).toString() : written.error.map(({ code }) => code).join();
}

it('writes a list that documents share once, and the lists of their own for each', () => {
  const boxes = [
    { kind: '44', parties: ['CA', 'MS'], number: 'A', seals: ['1'] },
    { kind: '44', parties: ['CA', 'MS'], number: 'B', seals: ['1'] },
  ];
  expect(write(boxes)).toContain("BGM+44'NAD+CA'NAD+MS'EQD++A'SEL+1'EQD++B'SEL+1'UNT");
});

it('refuses documents whose shared lists differ', () => {
  const boxes = [
    { kind: '44', parties: ['CA'], number: 'A' },
    { kind: '44', parties: ['MS'], number: 'B' },
  ];
  expect(write(boxes)).toBe('MAPPING_WRITE_CONFLICT');
});
