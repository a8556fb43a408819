import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import inChinese from 'ajv-i18n/localize/zh/index.js';
import type { Fault } from '#kernel';
import { adminFaults } from './faults.js';
import type { Requests } from './requests.js';

/** Violations that are reported of one body at most. */
const mostViolations = 100;

const ajv = new Ajv2020({ allErrors: true, useDefaults: true, allowUnionTypes: true, strict: true });
addFormats.default(ajv);
// The Chinese words of the interface's description.
ajv.addKeyword({ keyword: 'x-zh', schemaType: 'string' });

const compiled = new Map<string, ValidateFunction>();

/** `schemas/` stands at the root, from the sources and from dist/ alike. */
function schemaFolder(): URL {
  for (let at = new URL('.', import.meta.url); at.pathname !== '/'; at = new URL('..', at)) {
    const folder = new URL('schemas/api/', at);
    if (existsSync(folder)) return folder;
  }
  throw new Error('schemas/api is missing');
}

function schema<N extends keyof Requests>(name: N): ValidateFunction<Requests[N]> {
  const known = compiled.get(name);
  const validate =
    known ?? ajv.compile(JSON.parse(readFileSync(new URL(`${name}.schema.json`, schemaFolder()), 'utf8')));
  if (!known) compiled.set(name, validate);
  return validate as ValidateFunction<Requests[N]>;
}

/** Every violation of the schema as a fault with its JSON pointer; defaults are filled in. */
export function checkRequest<N extends keyof Requests>(
  name: N,
  body: unknown,
): { readonly value: Requests[N] } | { readonly faults: Fault[] } {
  const validate = schema(name);
  if (validate(body)) return { value: body };
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').slice(0, mostViolations);
  const english = errors.map(({ message }) => message ?? '');
  inChinese(errors);
  return { faults: errors.map((error, at) => fault(`${name}.schema.json`, error, english[at] ?? '')) };
}

function fault(schemaName: string, error: ErrorObject, english: string): Fault {
  const extra = 'additionalProperty' in error.params ? `/${String(error.params['additionalProperty'])}` : '';
  const missing = 'missingProperty' in error.params ? `/${String(error.params['missingProperty'])}` : '';
  return adminFaults.make('ADMIN_BODY_INVALID', {
    place: { pointer: `${error.instancePath}${extra}${missing}` },
    values: { reason_zh: error.message ?? english, reason_en: english, schema: schemaName },
  });
}
