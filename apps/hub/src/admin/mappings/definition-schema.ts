import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import inChinese from 'ajv-i18n/localize/zh/index.js';
import type { Fault, JsonObject } from '#kernel';
import { adminFaults } from '../faults.js';

/** Violations that are reported of one mapping at most. */
const mostViolations = 100;
/** Characters of a mapping and its code tables at most: every process keeps those in force in memory. */
export const mostCharacters = 2 * 1024 * 1024;

const codesSchema = {
  type: 'object',
  maxProperties: 500,
  additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
};

let validators: { definition: ValidateFunction; codes: ValidateFunction } | undefined;

function compiled() {
  if (validators) return validators;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  validators = {
    definition: ajv.compile(JSON.parse(readFileSync(schemaFile(), 'utf8'))),
    codes: ajv.compile(codesSchema),
  };
  return validators;
}

/** `schemas/` stands at the root, from the sources and from dist/ alike. */
function schemaFile(): URL {
  for (let at = new URL('.', import.meta.url); at.pathname !== '/'; at = new URL('..', at)) {
    const file = new URL('schemas/mapping.schema.json', at);
    if (existsSync(file)) return file;
  }
  throw new Error('schemas/mapping.schema.json is missing');
}

/**
 * What about a mapping and its code tables is not of the shape that the schema asks for. Of a part that is none of
 * several alternatives it is told where each of them fails.
 */
export function shapeFaults(definition: JsonObject, codes: JsonObject): Fault[] {
  const size = JSON.stringify(definition).length + JSON.stringify(codes).length;
  if (size > mostCharacters) {
    const values = { size, limit: mostCharacters };
    return [adminFaults.make('ADMIN_MAPPING_TOO_LARGE', { values })];
  }
  const check = compiled();
  return [
    ...violations(check.definition, definition, '/definition'),
    ...violations(check.codes, codes, '/codes'),
  ];
}

function violations(validate: ValidateFunction, value: JsonObject, base: string): Fault[] {
  if (validate(value)) return [];
  const all = (validate.errors ?? []).filter(({ keyword }) => !combining.has(keyword));
  const errors = all.length > 0 ? all : (validate.errors ?? []);
  const shown = errors.slice(0, mostViolations);
  const english = shown.map(({ message }) => message ?? '');
  inChinese(shown);
  return shown.map((error, at) => fault(base, error, english[at] ?? ''));
}

/** They repeat what the violations inside of them say. */
const combining = new Set(['anyOf', 'oneOf', 'allOf', 'if']);

function fault(base: string, error: ErrorObject, english: string): Fault {
  const extra = 'additionalProperty' in error.params ? `/${String(error.params['additionalProperty'])}` : '';
  return adminFaults.make('ADMIN_BODY_INVALID', {
    place: { pointer: `${base}${error.instancePath}${extra}` },
    values: { reason_zh: error.message ?? english, reason_en: english, schema: 'mapping.schema.json' },
  });
}
