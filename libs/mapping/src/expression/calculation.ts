import { fail, ok, type Json, type Result } from '#kernel';
import { shown } from '../convert.js';
import type { RuleFormat } from '../formats/format.js';
import type { Join, JoinFault } from '../join.js';
import { compileExpression, failed, valuesOf, variables, type Expression } from './expression.js';
import { expressionLimits } from './limits.js';

/** What is wrong with a calculation: `back` as a whole, or one expression at a place of the rule. */
export type CalculationFault = { readonly code: 'back' } | (JoinFault & { readonly at: string });

interface Wanted {
  readonly format: RuleFormat;
  /** Formats and codes are of texts. */
  readonly text: boolean;
}

/** `value` and `back` of a rule over the places `names`. */
export function compileCalculation(
  source: string,
  back: Readonly<Record<string, string>> | undefined,
  names: readonly string[],
  { format, text }: Wanted,
): Result<Join, CalculationFault> {
  const value = compileExpression(source, variables(names));
  if (!value.ok) return fail({ ...value.error, at: '/value' });
  const allowed = text ? ['string', 'dyn'] : ['string', 'bool', 'int', 'dyn'];
  if (!allowed.includes(value.value.type)) {
    const detail = `it gives ${value.value.type}, not ${allowed.slice(0, -1).join(', ')}`;
    return fail({ code: 'MAPPING_EXPRESSION', values: { position: 1, detail }, at: '/value' });
  }
  const writing = compileBack(back, names);
  if (!writing.ok) return writing;
  const { codec } = format;
  return ok({
    name: format.name,
    read(texts, comma) {
      const values = valuesOf(names, texts);
      const result = values.ok ? value.value.run(values.value) : values;
      const given = result.ok ? documentValue(result.value) : result;
      if (!given.ok || given.value === undefined) return given;
      if (!text) return given;
      if (typeof given.value !== 'string') return failed(`it gives ${typeof given.value}, not a text`);
      const read = codec ? codec.read(given.value, comma) : given.value;
      return read === undefined
        ? fail({ code: 'MAPPING_VALUE', values: { value: shown(given.value), format: format.name } })
        : ok(read);
    },
    write(document) {
      const whole = codec ? codec.write(document) : document;
      if (whole === undefined) {
        const values = { value: shown(JSON.stringify(document)), format: format.name };
        return fail({ code: 'MAPPING_WRITE_VALUE', values });
      }
      return writing.value(whole);
    },
  });
}

type Writing = (value: Json) => Result<readonly string[], JoinFault>;

function compileBack(
  back: Readonly<Record<string, string>> | undefined,
  names: readonly string[],
): Result<Writing, CalculationFault> {
  if (back === undefined) return ok(() => ok(names.map(() => '')));
  if (typeof back !== 'object' || back === null) return fail({ code: 'back' });
  const expressions: (Expression | undefined)[] = names.map(() => undefined);
  for (const [name, source] of Object.entries(back)) {
    const index = names.indexOf(name);
    if (index < 0 || typeof source !== 'string') return fail({ code: 'back' });
    const compiled = compileExpression(source, { value: 'dyn' });
    if (!compiled.ok) return fail({ ...compiled.error, at: `/back/${name}` });
    expressions[index] = compiled.value;
  }
  return ok((value) => {
    const given = celValue(value);
    if (typeof given === 'string' && given.length > expressionLimits.input)
      return unwritten(`the value has more than ${expressionLimits.input} characters`);
    const texts: string[] = [];
    for (const expression of expressions) {
      const result = expression ? expression.run({ value: given }) : ok('');
      const text = result.ok ? documentValue(result.value) : result;
      if (!text.ok) return unwritten(String(text.error.values['detail'] ?? ''));
      texts.push(text.value === undefined ? '' : String(text.value));
    }
    return ok(texts);
  });
}

const unwritten = (detail: string): Result<never, JoinFault> =>
  fail({ code: 'MAPPING_WRITE_EXPRESSION', values: { detail } });

/** CEL's whole numbers are of 64 bits. */
const celValue = (value: Json): unknown =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;

/** A document's value of a result: an empty text and null are none; numbers are whole, as decimals are texts. */
function documentValue(result: unknown): Result<string | number | boolean | undefined, JoinFault> {
  if (typeof result === 'string') {
    const { output } = expressionLimits;
    if (result.length > output) return failed(`it gives more than ${output} characters`);
    const text = result.trim();
    return ok(text === '' ? undefined : text);
  }
  if (result === null || result === undefined) return ok(undefined);
  if (typeof result === 'boolean') return ok(result);
  if (typeof result === 'bigint') {
    const number = Number(result);
    return Number.isSafeInteger(number) ? ok(number) : failed('it gives a number that is too great');
  }
  return failed(`it gives ${typeof result === 'number' ? 'double' : typeof result}`);
}
