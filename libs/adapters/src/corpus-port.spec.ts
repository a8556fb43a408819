import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters, createNormaliser, type Normalised } from '#adapters';
import { validateDocument } from '#canonical';

/** Messages of others, read where they are; they are no part of the project. */
const corpus = '../shared/corpus';
const present = existsSync(join(corpus, 'INDEX.tsv'));
if (!present) process.stderr.write(`skipped: there is no ${corpus}\n`);
const here = present ? describe : describe.skip;

const port = adapters.filter(({ id, syntax }) => id.startsWith('port/') && syntax === 'edifact');
const types = new Map(port.map(({ mapping }) => [mapping.options.message ?? '', mapping.adapter]));
const normaliser = createNormaliser(port);

interface Sample {
  readonly file: string;
  readonly type: string;
  readonly wellFormed: boolean;
}

const samples: readonly Sample[] = (present ? readFileSync(join(corpus, 'INDEX.tsv'), 'utf8') : '')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([file = '', , type = '']) => file.startsWith('edifact/') && types.has(type))
  .map(([file = '', , type = '', , , , note = '']) => ({
    file,
    type,
    wellFormed: note.startsWith('well-formed'),
  }));

/** Each message is read once, as some are large. */
const seen = new Map<string, Normalised>();
function read({ file }: Sample): Normalised {
  const known = seen.get(file);
  if (known) return known;
  const normalised = normaliser.normalise(readFileSync(join(corpus, file)), {}, { lineage: true });
  seen.set(file, normalised);
  return normalised;
}

here('messages of ports', () => {
  it('give valid documents or faults that say where, never both', () => {
    expect(samples.length).toBeGreaterThan(50);
    for (const sample of samples) {
      const { adapter, documents, faults } = read(sample);
      expect({ ...sample, adapter }).toEqual({ ...sample, adapter: types.get(sample.type) });
      expect({ ...sample, either: documents.length > 0 !== faults.length > 0 }).toMatchObject({
        either: true,
      });
      for (const { place } of faults) expect(place?.path).toBeDefined();
      for (const { type, body } of documents) expect(validateDocument(type, body)).toEqual([]);
    }
  });

  it('are read where they are well-formed', () => {
    const wellFormed = samples.filter((sample) => sample.wellFormed);
    const refused = wellFormed.filter((sample) => read(sample).documents.length === 0);
    expect(refused.map(({ file }) => file)).toEqual([]);
  });

  it('lose no value on the way', () => {
    for (const sample of samples) {
      const { documents } = read(sample);
      if (documents.length === 0) continue;
      const covered = new Set(documents.flatMap(({ lineage = [] }) => lineage.map(({ span }) => span?.from)));
      const text = readFileSync(join(corpus, sample.file), 'latin1');
      const lost = values(text).filter(({ from }) => !covered.has(from));
      expect({ file: sample.file, lost: lost.map(({ text }) => text) }).toEqual({
        file: sample.file,
        lost: [],
      });
    }
  });
});

/** What qualifies the rest of its segment stands in the rule that read it, and not in the document. */
const qualifying = /^(?:LOC|NAD|RFF|DTM|MEA|CNT|TDT|EQD|UNH) [1-3]\.[1-3]$/;

/** The last components of segments that say something: where one of them was read, so was what qualifies it. */
function values(text: string): { readonly text: string; readonly from: number }[] {
  const found: { text: string; from: number }[] = [];
  for (const match of text.matchAll(/([A-Z]{3})\+([^']*)'/g)) {
    const [, tag = '', body = ''] = match;
    if (['UNA', 'UNT', 'UNZ', 'UNE', 'UNS'].includes(tag)) continue;
    if (match[0] === "TMP+2'") continue;
    let at = match.index + 4;
    body.split(/(?<!\?)\+/).forEach((element, e) => {
      let from = at;
      element.split(/(?<!\?):/).forEach((component, c) => {
        const place = `${tag} ${e + 1}.${c + 1}`;
        if (component.trim() !== '' && !qualifying.test(place)) {
          found.push({
            text: `${match[0]} ${place}`,
            from: from + component.length - component.trimStart().length,
          });
        }
        from += component.length + 1;
      });
      at += element.length + 1;
    });
  }
  return found;
}
