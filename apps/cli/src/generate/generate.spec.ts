import { readFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.js';
import { repositoryRoot } from './generate.js';

it('finds every generated file as `npm run generate` would write it', async () => {
  const files = await generatedFiles();
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'libs/canonical/src/generated/declaration.ts',
      'schemas/openapi.json',
      'schemas/asyncapi.json',
      'docs/faults.md',
      'docs/configuration.md',
      'docs/documents.md',
    ]),
  );
  const stale = [...files].filter(([path, text]) => committed(path) !== text).map(([path]) => path);
  expect(stale).toEqual([]);
});

function committed(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, repositoryRoot()), 'utf8');
  } catch {
    return undefined;
  }
}
