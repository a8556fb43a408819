import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { adapters } from '#adapters';
import { createNormaliser } from './normaliser.js';

const folder = '../shared/corpus/cn-flat/handcopied';
const normaliser = createNormaliser(adapters);

if (existsSync(folder)) {
  /** The same file as other senders write it: with a trailer, in other charsets, with other line ends. */
  const changes: Readonly<Record<string, (text: string) => Uint8Array>> = {
    'as it is': (text) => Buffer.from(text),
    'with a trailer': (text) => Buffer.from(`${text.trimEnd()}\n99:${text.trim().split('\n').length + 1}'\n`),
    'with other line ends': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
    'without line ends': (text) => Buffer.from(text.replaceAll('\n', '')),
    'with a byte order mark': (text) => Buffer.from(`\ufeff${text}`),
    'in GB 18030, with Chinese names': (text) =>
      iconv.encode(text.replace(/^(10:[^:]*:)[^:]*/m, '$1辽海星'), 'gb18030'),
    'with a longer time': (text) => Buffer.from(text.replace(/^(00:.*:)\d+'/m, "$120260705232311'")),
    'with more fields': (text) => Buffer.from(text.replace(/^(5[01]:.*)'/gm, "$1:::X:Y'")),
  };
  const files = readdirSync(folder);

  describe.each(files)('%s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    it.each(Object.entries(changes))('gives valid documents %s', (_, change) => {
      const { documents, faults } = normaliser.normalise(change(text), {});
      expect(faults).toEqual([]);
      expect(documents.map(({ type }) => type)).toEqual([
        file.startsWith('ifcsum') ? 'CargoManifest' : 'StowagePlan',
      ]);
      expect(documents[0]?.keys).not.toEqual([]);
      const adapter = file.startsWith('ifcsum') ? 'port/ifcsum-flat' : 'port/baplie-flat';
      expect(normaliser.losses(adapter, documents)).toEqual([]);
    });
  });
} else {
  process.stderr.write(`skipped: there is no ${folder}\n`);
  describe.skip('samples', () => {
    it('are not there', () => undefined);
  });
}
