import { loopOf, partsOf, rootOf, serialize, type ASTNode } from '#cel';
import type { Fault, Json } from '#kernel';
import { compileExpression, type Condition } from './condition.js';
import type { ConditionLimits } from './limits.js';
import type { Decision } from './route.js';
import type { ConditionContext } from './subject.js';

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

export interface Explanation extends Decision {
  readonly terms: readonly Term[];
}

export function explainCandidate(
  decision: Decision,
  condition: Condition | undefined,
  context: ConditionContext,
  limits: ConditionLimits,
): Explanation {
  const terms = condition ? termsOf(condition.ast) : [];
  return { ...decision, terms: terms.map((term) => explainTerm(term, context, limits)) };
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
