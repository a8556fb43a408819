import type { Fault, Json, JsonObject } from '#kernel';
import { containerCheckDigit, isImoNumber } from './check-digits.js';
import { compileCodeCheck } from './code-checks.js';
import { canonicalFaults } from './faults.js';
import { occurredAtOf } from './keys.js';
import { collector, eachText, isObject, placesOf, stepsOf } from './marks.js';
import { documentSchemas, isDocumentType } from './schemas.js';
import type { DocumentType } from './generated/index.js';

type Check = (body: Json, findings: Fault[]) => void;

const checks = new Map<DocumentType, readonly Check[]>();

/**
 * Doubts about a document, all of them warnings: expected fields that are missing, check digits that fail, codes that their
 * list does not have, or not on the day that the document tells of.
 */
export function checkFindings(type: string, body: Json): Fault[] {
  const findings: Fault[] = [];
  for (const check of checksOf(type)) check(body, findings);
  return findings;
}

function checksOf(type: string): readonly Check[] {
  if (!isDocumentType(type)) return [];
  let compiled = checks.get(type);
  if (!compiled) checks.set(type, (compiled = compile(type, documentSchemas[type])));
  return compiled;
}

function compile(type: DocumentType, schema: JsonObject): readonly Check[] {
  const places = placesOf(schema);
  const codes = compileCodeCheck(schema);
  const asOf = dayOf(type, schema);
  const expected = Array.isArray(schema['x-expected']) ? schema['x-expected'].map(String) : [];
  return [
    ...expected.map((pointer) => {
      const steps = stepsOf(pointer);
      const named = steps.map((_, index) => {
        const upTo = steps.slice(0, index + 1).join('/');
        return places.find((place) => place.steps.join('/') === upTo)?.schema ?? {};
      });
      return expectedField(pointer, named);
    }),
    ...places.flatMap(({ steps, schema: place }) => {
      if (place['x-check'] === 'iso6346') return [each(steps, isContainerNumber, containerFinding)];
      if (place['x-check'] === 'imo') return [each(steps, isImoNumber, imoFinding)];
      return [];
    }),
    ...(codes ? [(body: Json, findings: Fault[]) => codes(body, () => asOf(body), findings)] : []),
  ];
}

/** The day that the codes of a document are looked up for: `x-codes-as-of`, else the day that it tells of. */
function dayOf(type: DocumentType, schema: JsonObject): (body: Json) => string | undefined {
  const pointers = Array.isArray(schema['x-codes-as-of']) ? schema['x-codes-as-of'].map(String) : [];
  return (body) => {
    for (const pointer of pointers) {
      let day: string | undefined;
      eachText(body, stepsOf(pointer), 0, (value) => (day ??= value));
      if (day !== undefined) return day.slice(0, 10);
    }
    return occurredAtOf(type, body)?.slice(0, 10);
  };
}

/** @param named the schemas of the field and of the groups around it, from outside: `境内收发货人 海关编码` */
function expectedField(pointer: string, named: readonly JsonObject[]): Check {
  const steps = stepsOf(pointer);
  const label = named.map((place) => String(place['x-zh'])).join(' ');
  const description = named.map((place) => String(place.description)).join(': ');
  const values = { pointer, label, description };
  return (body, findings) => {
    let value: Json | undefined = body;
    for (const step of steps) value = isObject(value) ? value[step] : undefined;
    if (value === undefined) {
      findings.push(canonicalFaults.make('CANONICAL_EXPECTED_MISSING', { place: { pointer }, values }));
    }
  };
}

/** Where all values are right, as nearly always, no pointer is made. */
function each(
  steps: readonly string[],
  isRight: (value: string) => boolean,
  finding: (value: string, pointer: string) => Fault | undefined,
): Check {
  const collect = collector(steps);
  return (body, findings) => {
    let wrong = false;
    eachText(body, steps, 0, (value) => {
      if (!wrong && !isRight(value)) wrong = true;
    });
    if (!wrong) return;
    collect(body, (value, pointer) => {
      const fault = finding(value, pointer);
      if (fault) findings.push(fault);
    });
  };
}

const isContainerNumber = (value: string): boolean =>
  containerCheckDigit(value) === value.charCodeAt(10) - 0x30;

function containerFinding(value: string, pointer: string): Fault | undefined {
  const expected = containerCheckDigit(value);
  if (expected === undefined) {
    return canonicalFaults.make('CANONICAL_CONTAINER_FORM', { place: { pointer }, values: { value } });
  }
  if (Number(value.charAt(10)) === expected) return undefined;
  return canonicalFaults.make('CANONICAL_CONTAINER_CHECK_DIGIT', {
    place: { pointer },
    values: { value, expected },
  });
}

function imoFinding(value: string, pointer: string): Fault | undefined {
  if (isImoNumber(value)) return undefined;
  return canonicalFaults.make('CANONICAL_IMO_CHECK_DIGIT', { place: { pointer }, values: { value } });
}
