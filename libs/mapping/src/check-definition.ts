import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import inChinese from 'ajv-i18n/localize/zh/index.js';
import { fail, ok, type Fault, type Result } from '#kernel';
import schema from '../../../schemas/mapping.schema.json' with { type: 'json' };
import type { MappingDefinition } from './definition.js';
import { mappingFaults } from './faults.js';
import { planShapes } from './plan-shapes.js';

/** Faults of one definition: enough to mend it. */
const maxViolations = 100;

let validator: ValidateFunction<MappingDefinition> | undefined;

function compiled(): ValidateFunction<MappingDefinition> {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  return (validator ??= ajv.compile<MappingDefinition>(schema));
}

/**
 * Takes a mapping that came from a file or a screen, before it is compiled: everything that is not of the form of
 * schemas/mapping.schema.json, each with its JSON pointer. What paths, formats and expressions say is for
 * `compileMapping`.
 *
 * @example
 * const definition = checkDefinition(JSON.parse(text));
 * const mapping = definition.ok ? compileMapping(definition.value, codes) : definition;
 */
export function checkDefinition(value: unknown): Result<MappingDefinition, Fault[]> {
  const validate = compiled();
  if (validate(value)) return ok(value);
  const errors = (validate.errors ?? []).filter(isSaid).slice(0, maxViolations);
  const chinese = errors.map((error) => ({ ...error }));
  inChinese(chinese);
  const faults = errors.map((error, i) => faultOf(error, chinese[i]?.message ?? error.keyword));
  return fail(faults.filter((fault, i) => i === faults.findIndex((other) => isSame(fault, other))));
}

/** Of what several alternatives lack only the whole is told, and nothing of a condition of the schema itself. */
const isSaid = ({ keyword, schemaPath }: ErrorObject): boolean =>
  keyword !== 'if' && !/\/anyOf\/\d+\//.test(schemaPath);

const isSame = (one: Fault, other: Fault): boolean =>
  one.place?.pointer === other.place?.pointer && one.text.en === other.text.en;

/** Places of a mapping where one of several forms must be, and what is said when it is none. */
const forms: readonly (readonly [RegExp, keyof typeof planShapes])[] = [
  [/\/rules\/\d+$/, 'rule'],
  [/\/when$/, 'condition'],
  [/\/(?:as|together)(?:\/\d+)?$/, 'format'],
];

const ofForms = new Set(['anyOf', 'minProperties', 'maxProperties']);

function faultOf(error: ErrorObject, zh: string): Fault {
  const form = ofForms.has(error.keyword)
    ? forms.find(([place]) => place.test(error.instancePath))?.[1]
    : undefined;
  const place = { pointer: pointerOf(error) };
  if (form) return mappingFaults.make('MAPPING_SHAPE', { place, values: planShapes[form] });
  return mappingFaults.make('MAPPING_SHAPE', { place, values: { zh, en: error.message ?? error.keyword } });
}

/** Points at the member that is missing or should not be there, not at the object around it. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params;
  const member: unknown = missingProperty ?? additionalProperty;
  if (typeof member !== 'string') return instancePath;
  return `${instancePath}/${member.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
