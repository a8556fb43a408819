import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const rules = ['no-restricted-imports', 'no-restricted-syntax', 'no-restricted-globals'];

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ cwd: root });
});

/** What the architecture says of a source that stood there. */
async function verdict(filePath: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, { filePath: `${root}${filePath}` });
  return (result?.messages ?? [])
    .filter(({ ruleId, fatal }) => fatal === true || (ruleId !== null && rules.includes(ruleId)))
    .map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`);
}

it.each([
  ['a pure library reads a file', 'libs/mapping/src/x.ts', "import { readFileSync } from 'node:fs';"],
  ['… by the old name', 'libs/routing/src/x.ts', "import { readFile } from 'fs/promises';"],
  ['a pure library opens a socket', 'libs/evidence/src/x.ts', "import { connect } from 'node:net';"],
  ['a pure library asks the time', 'libs/canonical/src/x.ts', 'export const at = Date.now();'],
  ['… by making a date', 'libs/adapters/src/x.ts', 'export const at = new Date();'],
  ['… by measuring', 'libs/syntax/src/x.ts', 'export const at = performance.now();'],
  ['a pure library waits', 'libs/kernel/src/x.ts', 'setTimeout(() => undefined, 1);'],
  [
    'a pure library reads the environment',
    'libs/routing/src/x.ts',
    "export const home = process.env['HOME'];",
  ],
  ['a pure library fetches', 'libs/adapters/src/x.ts', "export const page = fetch('https://example.com');"],
  [
    'a pure library knows the framework',
    'libs/routing/src/x.ts',
    "import { Injectable } from '@nestjs/common';",
  ],
  ['the kernel imports what stands above it', 'libs/kernel/src/x.ts', "import { keysOf } from '#canonical';"],
  ['… by its path', 'libs/kernel/src/x.ts', "import { keysOf } from '../../canonical/src/index.js';"],
  ['the documents know the syntaxes', 'libs/canonical/src/x.ts', "import { parseXml } from '#syntax';"],
  ['routing knows mappings', 'libs/routing/src/x.ts', "import { compileMapping } from '#mapping';"],
  ['the store knows the queue', 'libs/store/src/x.ts', "import { Lanes } from '#queue';"],
  ['the queue knows the store', 'libs/queue/src/x.ts', "import { openSql } from '#store';"],
  ['the exchange speaks SQL drivers', 'libs/exchange/src/x.ts', "import pg from 'pg';"],
  ['the exchange speaks BullMQ', 'libs/exchange/src/x.ts', "import { Queue } from 'bullmq';"],
  [
    'a library imports an application',
    'libs/exchange/src/x.ts',
    "import { x } from '../../../apps/hub/src/main.js';",
  ],
  ['an application speaks SQL drivers', 'apps/hub/src/x.ts', "import pg from 'pg';"],
  ['an application speaks TypeORM', 'apps/hub/src/x.ts', "import { DataSource } from 'typeorm';"],
  ['an application speaks BullMQ', 'apps/cli/src/x.ts', "import { Worker } from 'bullmq';"],
  [
    'an application reaches into a library',
    'apps/hub/src/x.ts',
    "import { x } from '../../../libs/store/src/sql.js';",
  ],
])('%s: refused', async (_, filePath, source) => {
  expect(await verdict(filePath, source)).toHaveLength(1);
});

it.each([
  ['a pure library hashes', 'libs/evidence/src/x.ts', "import { createHash } from 'node:crypto';"],
  [
    'a pure library is given the time',
    'libs/routing/src/x.ts',
    'export const at = (now: number): Date => new Date(now);',
  ],
  ['a library imports what stands below it', 'libs/adapters/src/x.ts', "import { parse } from '#mapping';"],
  ['the store speaks SQL drivers', 'libs/store/src/x.ts', "import pg from 'pg';"],
  ['the queue speaks BullMQ', 'libs/queue/src/x.ts', "import { Queue } from 'bullmq';"],
  [
    'the exchange imports both',
    'libs/exchange/src/x.ts',
    "import { Lanes } from '#queue'; import { openSql } from '#store';",
  ],
  ['the exchange asks the time', 'libs/exchange/src/x.ts', 'export const at = Date.now();'],
  ['an application imports libraries by name', 'apps/hub/src/x.ts', "import { Lanes } from '#queue';"],
  [
    'a spec of a pure library reads its cases',
    'libs/adapters/src/x.spec.ts',
    "import { readFileSync } from 'node:fs';",
  ],
])('%s: allowed', async (_, filePath, source) => {
  expect(await verdict(filePath, source)).toEqual([]);
});
