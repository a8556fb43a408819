import type { Fault, Result } from '#kernel';
import { compileCondition, type Condition } from './condition.js';
import { ConditionContext, type Subject } from './subject.js';

/** Conditions kept compiled; those of agreements that were changed lately are few. */
const keptConditions = 500;

const compiled = new Map<string, Result<Condition, Fault>>();

/**
 * Whether a condition of an agreement is true of a document: what was decided under an earlier version of the agreement
 * is asked again by the present one. A condition that does not compile, or has no value on the document, covers nothing.
 */
export function covers(expression: string, subject: Subject): boolean {
  if (expression.trim() === '') return true;
  const condition = conditionOf(expression);
  if (!condition.ok) return false;
  const context = new ConditionContext(subject, new Set(condition.value.kinds));
  return condition.value.evaluate(context) === true;
}

function conditionOf(expression: string): Result<Condition, Fault> {
  const known = compiled.get(expression);
  if (known) return known;
  if (compiled.size >= keptConditions) compiled.clear();
  const made = compileCondition(expression);
  compiled.set(expression, made);
  return made;
}
