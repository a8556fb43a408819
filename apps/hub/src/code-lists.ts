import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import schema from '../../../schemas/code-list.schema.json' with { type: 'json' };
import { installCodeLists, type CodeListFile } from '#canonical';
import { fail, ok, type Fault, type Result } from '#kernel';
import { configFaults } from './config.js';

const ajv = new Ajv2020();
formats.default(ajv);
const isCodeList = ajv.compile<CodeListFile>(schema);

/**
 * Takes an operator's own code lists into use: every `*.json` of a folder, as schemas/code-list.schema.json describes
 * it. Called once in each thread that reads messages, before the first.
 *
 * @param folder undefined: the lists that come with the hub, alone
 */
export function useCodeLists(folder: string | undefined): Result<void, Fault[]> {
  if (folder === undefined) return ok(undefined);
  const files: CodeListFile[] = [];
  const faults: Fault[] = [];
  const refuse = (reason: string): void => {
    faults.push(configFaults.make('CONFIG_INVALID', { values: { name: 'CODE_LISTS', reason } }));
  };
  try {
    for (const name of readdirSync(folder)
      .filter((one) => one.endsWith('.json'))
      .sort()) {
      const read = readList(join(folder, name));
      if (read.ok) files.push(read.value);
      else refuse(`${name}: ${read.error}`);
    }
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
  if (faults.length > 0) return fail(faults);
  installCodeLists(files);
  return ok(undefined);
}

/** Why something is no code list; `undefined` when it is one. */
export const codeListFault = (list: unknown): string | undefined =>
  isCodeList(list) ? undefined : ajv.errorsText(isCodeList.errors, { dataVar: '' });

function readList(file: string): Result<CodeListFile, string> {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isCodeList(list) ? ok(list) : fail(ajv.errorsText(isCodeList.errors, { dataVar: '' }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
