import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import inChinese from 'ajv-i18n/localize/zh/index.js';
import type { Fault, Json } from '#kernel';
import { compileCertain, type Certain } from './certain.js';
import { canonicalFaults } from './faults.js';
import type { DocumentType } from './generated/index.js';
import { commonSchema, documentSchemas, envelopeSchema, isDocumentType } from './schemas.js';

export const validationLimits = {
  /** Violations reported of one document: enough to mend it, and never a flood. */
  violations: 100,
};

/** Our marks in the schemas: they say what a place is and never make a document valid or invalid. */
const marks = [
  'x-zh',
  'x-version',
  'x-key',
  'x-answers',
  'x-made-by',
  'x-primary-key',
  'x-joined-keys',
  'x-occurred-at',
  'x-expected',
  'x-check',
  'x-code-list',
  'x-codes-as-of',
  'x-privacy',
  'x-wco',
  'x-imo',
];

const ajv = new Ajv2020({ allErrors: true, strict: true, schemas: [] });
formats.default(ajv);
ajv.addVocabulary(marks);
ajv.addSchema(commonSchema);

const validators = new Map<string, ValidateFunction>();
const certains = new Map<DocumentType, Certain>();

/** Checks a document against the schema of its type: one fault for each violation, with its JSON pointer. */
export function validateDocument(type: string, body: Json): Fault[] {
  if (!isDocumentType(type)) {
    return [canonicalFaults.make('CANONICAL_TYPE_UNKNOWN', { values: { type } })];
  }
  return certainOf(type)(body) ? [] : violationsOf(type, body);
}

/** What the validator says, which decides about every document. */
export const violationsOf = (type: DocumentType, body: Json): Fault[] =>
  violations(type, validatorOf(type), body);

export function certainOf(type: DocumentType): Certain {
  let certain = certains.get(type);
  if (!certain) certains.set(type, (certain = compileCertain(documentSchemas[type])));
  return certain;
}

/** Checks an envelope, as it comes from another node. */
export function validateEnvelope(envelope: Json): Fault[] {
  let validate = validators.get('envelope');
  if (!validate) validators.set('envelope', (validate = ajv.compile(envelopeSchema)));
  return violations('envelope', validate, envelope);
}

function validatorOf(type: DocumentType): ValidateFunction {
  let validate = validators.get(type);
  if (!validate) validators.set(type, (validate = ajv.compile(documentSchemas[type])));
  return validate;
}

function violations(type: string, validate: ValidateFunction, body: Json): Fault[] {
  if (validate(body)) return [];
  const errors = (validate.errors ?? []).slice(0, validationLimits.violations);
  const chinese = errors.map((error) => ({ ...error }));
  inChinese(chinese);
  return errors.map((error, index) => {
    const pointer = pointerOf(error);
    return canonicalFaults.make('CANONICAL_VIOLATION', {
      place: { pointer },
      values: {
        type,
        pointer,
        keyword: error.keyword,
        zh: chinese[index]?.message ?? error.keyword,
        en: error.message ?? error.keyword,
      },
    });
  });
}

/** Points at the member that is missing or should not be there, not at the object around it. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const member = params.missingProperty ?? params.additionalProperty;
  if (typeof member !== 'string') return instancePath;
  return `${instancePath}/${member.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
