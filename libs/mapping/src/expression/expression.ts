import { compileCel, reasonOf, type CelProblem } from '#cel';
import { fail, ok, type Result } from '#kernel';
import type { JoinFault } from '../join.js';
import { costOf, type Costly } from './expression-cost.js';
import { expressionLimits } from './limits.js';

/** The variables of an expression with their values. */
export type Values = Readonly<Record<string, unknown>>;

/** An expression in CEL over named values, compiled once. It never throws. */
export interface Expression {
  /** The type of the result as far as CEL tells before there are values. */
  readonly type: string;
  run(values: Values): Result<unknown, JoinFault>;
}

/** A condition over the values of places, in the order of their names. */
export type Test = (texts: readonly string[]) => Result<boolean, JoinFault>;

export function compileTest(source: string, names: readonly string[]): Result<Test, JoinFault> {
  const compiled = compileExpression(source, variables(names));
  if (!compiled.ok) return compiled;
  const { run, type } = compiled.value;
  if (type !== 'bool' && type !== 'dyn') return wrong(1, `it gives ${type}, not true or false`);
  return ok((texts) => {
    const values = valuesOf(names, texts);
    const result = values.ok ? run(values.value) : values;
    if (!result.ok) return result;
    return typeof result.value === 'boolean' ? ok(result.value) : failed(`it gives ${typeof result.value}`);
  });
}

/** All of them texts. */
export const variables = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, 'string']));

export function compileExpression(
  source: string,
  types: Readonly<Record<string, string>>,
): Result<Expression, JoinFault> {
  if (typeof source !== 'string') return wrong(1, 'it is no text');
  const compiled = compileCel<Costly>(source, {
    limits: expressionLimits,
    variables: types,
    functions: { 'decimal(double, int): string': decimal },
    refuse: costOf,
  });
  if (!compiled.ok) return problem(compiled.error);
  const { type, run } = compiled.value;
  return ok({
    type,
    run(values) {
      try {
        return ok(run(values));
      } catch (error) {
        return failed(reasonOf(error));
      }
    },
  });
}

/** Values by name, bounded: what an expression does with a text grows with it. */
export function valuesOf(names: readonly string[], texts: readonly string[]): Result<Values, JoinFault> {
  const values: Record<string, unknown> = Object.create(null);
  for (let i = 0; i < names.length; i++) {
    const text = texts[i] ?? '';
    const { input } = expressionLimits;
    if (text.length > input) return failed(`${names[i] ?? ''} has more than ${input} characters`);
    values[names[i] ?? ''] = text;
  }
  return ok(values);
}

/** A double as a document has decimals: with as many digits after the point. */
function decimal(value: number, digits: bigint): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) throw new RangeError('decimal(): no such number');
  if (digits < 0n || digits > 9n) throw new RangeError('decimal(): 0 to 9 digits');
  return value.toFixed(Number(digits));
}

function problem(found: CelProblem | Costly): Result<never, JoinFault> {
  if ('kind' in found && found.kind === 'long')
    return wrong(found.position, `longer than ${expressionLimits.length} characters`);
  return wrong(found.position, found.detail);
}

const wrong = (position: number, detail: string): Result<never, JoinFault> =>
  fail({ code: 'MAPPING_EXPRESSION', values: { position, detail } });

export const failed = (detail: string): Result<never, JoinFault> =>
  fail({ code: 'MAPPING_EXPRESSION_FAILED', values: { detail } });
