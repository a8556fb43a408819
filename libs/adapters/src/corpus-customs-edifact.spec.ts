import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters, createNormaliser, type Normalised } from '#adapters';
import { validateDocument } from '#canonical';

/** Messages of others, read where they are; they are no part of the project. */
const corpus = '../shared/corpus';
const present = existsSync(join(corpus, 'INDEX.tsv'));
if (!present) process.stderr.write(`skipped: there is no ${corpus}\n`);
const here = present ? describe : describe.skip;

const known = adapters.filter(
  ({ system, syntax }) => syntax === 'edifact' && (system === 'customs' || system === 'border'),
);
const types = new Set(known.map(({ mapping }) => mapping.options.message));
const normaliser = createNormaliser(adapters);

interface Sample {
  readonly file: string;
  readonly type: string;
}

const samples: readonly Sample[] = (present ? readFileSync(join(corpus, 'INDEX.tsv'), 'utf8') : '')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([file = '', , type = '']) => file.startsWith('edifact/') && types.has(type))
  .map(([file = '', , type = '']) => ({ file, type }));

const read = ({ file }: Sample): Normalised =>
  normaliser.normalise(readFileSync(join(corpus, file)), {}, { lineage: true });

here('EDIFACT of customs and border inspection', () => {
  it('is there', () => {
    expect(samples.length).toBeGreaterThan(30);
  });

  it.each(samples.map((sample) => [sample.file, sample] as const))(
    'gives valid documents: %s',
    (_file, sample) => {
      const { adapter, documents, faults } = read(sample);
      expect(faults).toEqual([]);
      expect(known.map(({ id }) => id)).toContain(adapter);
      expect(documents.length).toBeGreaterThan(0);
      for (const { type, body } of documents) expect(validateDocument(type, body)).toEqual([]);
    },
  );

  it.each(samples.map((sample) => [sample.file, sample] as const))(
    'reads what it writes: %s',
    (_file, sample) => {
      const { adapter, documents } = read(sample);
      const written = normaliser.write(adapter ?? '', documents);
      if (!written.ok) throw new Error(written.error.map(({ text }) => text.en).join());
      const again = normaliser.normalise(written.value, {});
      expect(bodies(again)).toEqual(bodies({ documents }));
    },
  );

  it('answers a list by the references of its persons', () => {
    const asked = keysIn('PAXLST', '01_PAXLST');
    const answered = keysIn('CUSRES', '02_CUSRES');
    expect(asked.filter(({ kind }) => kind === 'traveller')).toHaveLength(2);
    expect(answered).toEqual(asked.filter((key) => answered.some((one) => one.value === key.value)));
  });
});

const keysIn = (type: string, name: string) =>
  samples
    .filter((sample) => sample.type === type && sample.file.includes(name))
    .flatMap((sample) => read(sample).documents.flatMap(({ keys }) => keys));

/** Extensions say what no rule names: they are read and not written. */
const bodies = ({ documents }: Pick<Normalised, 'documents'>): unknown =>
  documents.map(({ body: { extensions: _extensions, ...rest } }) => rest);
