import { loopOf, partsOf, rootOf, serialize, type ASTNode } from '#cel';
import type { Fault, Json, JsonObject } from '#kernel';
import { compileCondition, compileExpression, type Condition } from './condition.js';
import { conditionLimits, type ConditionLimits } from './limits.js';
import type { Reason, ReasonCode } from './reasons.js';
import type { Decision } from './route.js';
import { ConditionContext, type Subject } from './subject.js';

/** Characters of a value that are shown. */
const shownCharacters = 200;

/** One comparison of a condition: what it came to and what it looked at. */
export interface Term {
  readonly expression: string;
  /** Absent when it has no value on this document: then `fault` says why. */
  readonly value?: boolean;
  readonly fault?: Fault;
  readonly operands: readonly Operand[];
}

/** A path in the term and its value in this document; no value if the document has no such field. */
export interface Operand {
  readonly path: string;
  readonly value?: Json;
}

/** A reason with the terms of the condition that it is about, where that is one of an agreement. */
export interface ExplainedReason extends Reason {
  readonly terms?: readonly Term[];
}

export interface Explanation extends Decision {
  readonly reasons: readonly ExplainedReason[];
  /** Of the condition of the route. */
  readonly terms: readonly Term[];
}

export const explainCondition = (
  { ast }: Condition,
  context: ConditionContext,
  limits: ConditionLimits,
): readonly Term[] => termsOf(ast).map((term) => explainTerm(term, context, limits));

/** Conditions of agreements see the whole document. */
export function explainReasons(
  reasons: readonly Reason[],
  whole: ConditionContext,
  limits: ConditionLimits,
): readonly ExplainedReason[] {
  return reasons.map((reason) => {
    const { expression } = reason.values ?? {};
    if (!saysOfRight(reason.code) || typeof expression !== 'string') return reason;
    const compiled = compileCondition(expression, limits);
    return compiled.ok ? { ...reason, terms: explainCondition(compiled.value, whole, limits) } : reason;
  });
}

/**
 * A decision that was written down, with the terms of its conditions as they were: it names the expressions, and
 * documents never change.
 *
 * @param whole the document as it was decided about, at that time
 * @param seen what the condition of the route was asked of
 * @returns `undefined` when the conditions do not come any more to what they came to, as after a change of a code list
 */
export function explainRecorded(
  decision: Decision,
  whole: Subject,
  seen: JsonObject,
  limits: ConditionLimits = conditionLimits,
): Explanation | undefined {
  let terms: readonly Term[] = [];
  const inWhole = contextOf(whole, decision.reasons, limits);
  for (const { code, values } of decision.reasons) {
    const expression = values?.['expression'];
    const came = recorded[code];
    if (typeof expression !== 'string' || came === undefined) continue;
    const compiled = compileCondition(expression, limits);
    if (!compiled.ok) {
      if (came !== 'fault') return undefined;
      continue;
    }
    const ofRoute = code.startsWith('ROUTE_');
    const context = ofRoute ? contextOf({ ...whole, body: seen }, decision.reasons, limits) : inWhole;
    const value = compiled.value.evaluate(context);
    if ((typeof value === 'boolean' ? value : 'fault') !== came) return undefined;
    if (ofRoute) terms = explainCondition(compiled.value, context, limits);
  }
  return { ...decision, reasons: explainReasons(decision.reasons, inWhole, limits), terms };
}

/** What a reason says that its expression came to. */
const recorded: Partial<Record<ReasonCode, boolean | 'fault'>> = {
  ROUTE_CONDITION_TRUE: true,
  ROUTE_CONDITION_FALSE: false,
  ROUTE_CONDITION_FAULT: 'fault',
  AGREEMENT_GRANTS: true,
  AGREEMENT_CONDITION_FALSE: false,
  AGREEMENT_CONDITION_FAULT: 'fault',
};

const saysOfRight = (code: ReasonCode): boolean =>
  code.startsWith('AGREEMENT_') && recorded[code] !== undefined;

function contextOf(subject: Subject, reasons: readonly Reason[], limits: ConditionLimits): ConditionContext {
  const kinds = reasons.flatMap(({ values }) => {
    const expression = values?.['expression'];
    const compiled = typeof expression === 'string' ? compileCondition(expression, limits) : undefined;
    return compiled?.ok ? compiled.value.kinds : [];
  });
  return new ConditionContext(subject, new Set(kinds));
}

function explainTerm(term: ASTNode, context: ConditionContext, limits: ConditionLimits): Term {
  const expression = serialize(term);
  const operands = [...new Set(pathsOf(term, new Set()).map((path) => serialize(path)))].map(
    (path): Operand => {
      const value = valueOf(path, context, limits);
      return value === undefined ? { path } : { path, value };
    },
  );
  const compiled = compileExpression(expression, limits);
  if (!compiled.ok) return { expression, fault: compiled.error, operands };
  const value = compiled.value.condition.evaluate(context);
  return typeof value === 'boolean'
    ? { expression, value, operands }
    : { expression, fault: value, operands };
}

/** The comparisons that `&&`, `||`, `!` and `? :` tie together. */
function termsOf(node: ASTNode): ASTNode[] {
  if (node.op === '&&' || node.op === '||' || node.op === '!_' || node.op === '?:')
    return partsOf(node).flatMap(termsOf);
  return [node];
}

/** The longest paths in the term that start at a variable of the condition and not at one of a loop. */
function pathsOf(node: ASTNode, bound: ReadonlySet<string>): ASTNode[] {
  const root = rootOf(node);
  if (root !== undefined) return bound.has(root) || node.op === 'rcall' ? [] : [node];
  const loop = loopOf(node);
  if (!loop) return partsOf(node).flatMap((part) => pathsOf(part, bound));
  const inside = new Set([...bound, loop.variable]);
  return [...pathsOf(loop.over, bound), ...loop.body.flatMap((part) => pathsOf(part, inside))];
}

function valueOf(path: string, context: ConditionContext, limits: ConditionLimits): Json | undefined {
  const compiled = compileExpression(path, limits);
  const result = compiled.ok ? compiled.value.condition.value(context) : undefined;
  return result?.ok ? shown(result.value) : undefined;
}

function shown(value: unknown): Json | undefined {
  if (typeof value === 'boolean' || typeof value === 'number' || value === null) return value;
  if (typeof value === 'bigint') return value.toString();
  const text =
    typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value);
  return text === undefined || text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters)}…`;
}
