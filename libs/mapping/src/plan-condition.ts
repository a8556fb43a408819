import type { Condition } from './definition.js';
import { compileTest } from './expression/expression.js';
import type { ConditionPlan } from './plan.js';
import { isRecord, type PlanCheck } from './plan-check.js';

/** @param at pointer of the rule or document */
export function planCondition(
  when: Condition | undefined,
  at: string,
  check: PlanCheck,
): ConditionPlan | undefined {
  if (when === undefined) return undefined;
  const pointer = `${at}/when`;
  if (!isRecord(when)) return check.shape('condition', pointer);
  const tests = [when.exists, when.equals, when.in, when.cel].filter((test) => test !== undefined);
  if (tests.length !== 1 || (when.in !== undefined && !Array.isArray(when.in)))
    return check.shape('condition', pointer);
  if (when.cel !== undefined) return expression(when, when.cel, pointer, check);
  if (when.of !== undefined) return check.shape('condition', pointer);
  const isNode = when.exists !== undefined;
  const path = isNode
    ? check.path(when.path, `${pointer}/path`)
    : check.valuePath(when.path, `${pointer}/path`);
  const values = when.equals === undefined ? when.in : [when.equals];
  return path && { kind: 'place', path, values: values?.map(String), absent: when.exists === false };
}

function expression(
  when: Condition,
  cel: string,
  pointer: string,
  check: PlanCheck,
): ConditionPlan | undefined {
  if (when.path !== undefined) return check.shape('condition', pointer);
  const named = check.named(when.of, `${pointer}/of`);
  if (!named) return undefined;
  const test = compileTest(cel, named.names);
  if (test.ok) return { kind: 'expression', test: test.value, places: named.places };
  check.add(test.error.code, `${pointer}/cel`, test.error.values);
  return undefined;
}
