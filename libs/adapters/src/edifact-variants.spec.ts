import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters, createNormaliser, type DocumentBody } from '#adapters';
import { randomOf, variantOf, type Directory, type Needs } from './testing/edifact-variants.js';

/** Directories of UN/EDIFACT, read where they are; they are no part of the project. */
const folder = '../shared/reference/edifact-directories';
const present = existsSync(folder);
if (!present) process.stderr.write(`skipped: there is no ${folder}\n`);
const here = present ? describe : describe.skip;

const directories: readonly Directory[] = (present ? readdirSync(folder).sort() : []).map((file): Directory =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
);

const edifact = adapters.filter(({ syntax }) => syntax === 'edifact');
const normaliser = createNormaliser(adapters);

/** `VARIANT_RUNS=50` tries fifty messages of each type and release. */
const runs = Math.max(1, Number(process.env.VARIANT_RUNS ?? 3) || 3);

const containers: Partial<Needs> = { groups: ['EQD'], names: ['34', '36', '44', '45', '126', '749'] };
const vessel: Partial<Needs> = { groups: ['TDT'] };
const slots: Partial<Needs> = { starts: { LOC: '147' } };

/** What messages of a type are nothing without, though their directory calls it conditional. */
const needs: Readonly<Record<string, Partial<Needs>>> = {
  CUSRES: { names: ['961', '34', '962', 'X1'] },
  PAXLST: { names: ['745', '250', '266'] },
  COARRI: containers,
  CODECO: containers,
  COPRAR: containers,
  COPARN: containers,
  VERMAS: containers,
  CALINF: vessel,
  VESDEP: vessel,
  BERMAN: vessel,
  WASDIS: vessel,
  BAPLIE: slots,
  MOVINS: slots,
};

const types = [...new Set(edifact.map(({ mapping }) => mapping.options.message ?? ''))];
const trials = directories.flatMap((directory) =>
  types
    .filter((type) => directory.messages[type])
    .map((type) => [type, directory.directory, directory] as const),
);

here('messages as the directories allow them', () => {
  it.each(trials)('are read and written again: %s %s', (type, _release, directory) => {
    for (let seed = 1; seed <= runs; seed++) {
      const message = variantOf(directory, type, { ...plain, ...needs[type] }, randomOf(seed));
      const { adapter, documents, faults } = normaliser.normalise(Buffer.from(message, 'latin1'), {});
      const said = faults.map(({ text, place }) => `${text.en} ${place?.path ?? ''} ${place?.pointer ?? ''}`);
      expect({ seed, said, message: said.length > 0 ? message : '' }).toEqual({
        seed,
        said: [],
        message: '',
      });
      expect(documents.length).toBeGreaterThan(0);
      const written = normaliser.write(adapter ?? '', documents);
      if (!written.ok)
        throw new Error(`${seed}: ${written.error.map(({ text }) => text.en).join()}\n${message}`);
      const again = normaliser.normalise(written.value, {});
      expect({ seed, message, bodies: bodies(again.documents) }).toMatchObject({
        seed,
        message,
        bodies: bodies(documents),
      });
    }
  });
});

const plain: Needs = { groups: [], cells: ['EQD.2.1'], names: ['85', '380', 'X1'] };

/** Extensions say what no rule names: they are read and not written. */
const bodies = (documents: readonly DocumentBody[]): unknown =>
  documents.map(({ body: { extensions: _extensions, ...rest } }) => rest);
