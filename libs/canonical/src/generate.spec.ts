import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFolder, generateTypes } from '#canonical';

const update = process.env.UPDATE_GOLDEN === '1';

it('keeps the generated types up to date with the schemas', async () => {
  const files = await generateTypes();
  expect([...files.keys()]).toContain('index.ts');
  mkdirSync(generatedFolder, { recursive: true });
  for (const [name, text] of files) {
    const path = join(generatedFolder, name);
    if (update) writeFileSync(path, text);
    expect({ name, text: readFileSync(path, 'utf8') }).toEqual({ name, text });
  }
});
