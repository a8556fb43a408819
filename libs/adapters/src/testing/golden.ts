import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const update = process.env.UPDATE_GOLDEN === '1';

/** Compares with a file that is kept beside the case; `UPDATE_GOLDEN=1` writes it anew. */
export function expectGolden(folder: string, file: string, actual: string): void {
  const path = join(folder, file);
  if (update) writeFileSync(path, actual);
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : `(there is no ${file})`;
  expect({ file: path, text: actual }).toEqual({ file: path, text: kept });
}

/** A file of an earlier outcome must not stay behind. */
export function expectNoGolden(folder: string, file: string): void {
  const path = join(folder, file);
  if (update) rmSync(path, { force: true });
  expect(existsSync(path) ? path : '').toBe('');
}

export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
