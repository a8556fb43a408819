import type { ParseResult } from '@marcbachmann/cel-js';
import { fail, ok, type Fault, type Result } from '#kernel';
import { costFault } from './condition-cost.js';
import {
  environment,
  forbiddenNames,
  loopOf,
  nodesOf,
  partsOf,
  variables,
  withTypeRenamed,
  type ASTNode,
} from './expression.js';
import { routingFaults } from './faults.js';
import { isKeys, keyKind } from './key-kind.js';
import { conditionLimits, type ConditionLimits } from './limits.js';
import { patternProblem } from './pattern.js';
import type { ConditionContext } from './subject.js';

/** Different faults of one condition that are kept ready; a document rarely brings more. */
const keptFaults = 32;

/** A condition, compiled once and evaluated for each document. Never throws. */
export interface Condition {
  readonly expression: string;
  readonly ast: ASTNode;
  /** Kinds of key it asks for. */
  readonly kinds: readonly string[];
  /** `true`, `false`, or why it has no value on this document. */
  evaluate(context: ConditionContext): boolean | Fault;
  /** The same for an expression of any type; what explanations are made of. */
  value(context: ConditionContext): Result<unknown, Fault>;
}

/** What is wrong with a condition in CEL; empty if it may be used. */
export function checkCondition(expression: string, limits: ConditionLimits = conditionLimits): Fault[] {
  const compiled = compileCondition(expression, limits);
  return compiled.ok ? [] : [compiled.error];
}

export function compileCondition(
  expression: string,
  limits: ConditionLimits = conditionLimits,
): Result<Condition, Fault> {
  const compiled = compileExpression(expression, limits);
  if (!compiled.ok) return compiled;
  const { type, condition } = compiled.value;
  return type === 'bool' || type === 'dyn'
    ? ok(condition)
    : fail(routingFaults.make('ROUTING_CONDITION_NOT_BOOLEAN', { values: { type } }));
}

export function compileExpression(
  expression: string,
  limits: ConditionLimits,
): Result<{ type: string; condition: Condition }, Fault> {
  if (expression.length > limits.length)
    return fail(
      routingFaults.make('ROUTING_CONDITION_TOO_LONG', {
        values: { length: expression.length, limit: limits.length },
      }),
    );
  const cel = environment(limits);
  const parsed = attempt(() => cel.parse(expression));
  if (!parsed.ok) return fail(syntaxFault(parsed.error));
  const { ast } = parsed.value;
  const refused =
    nameFault(ast) ?? shadowFault(ast, variables) ?? patternFault(ast) ?? costFault(ast, limits.repetition);
  if (refused) return fail(refused);
  const program = cel.parse(withTypeRenamed(expression, ast));
  const checked = program.check();
  if (!checked.valid) return fail(typeFault(checked.error));
  return ok({ type: checked.type ?? 'dyn', condition: new CompiledCondition(expression, ast, program) });
}

class CompiledCondition implements Condition {
  readonly kinds: readonly string[];
  readonly #faults = new Map<string, Fault>();

  constructor(
    readonly expression: string,
    readonly ast: ASTNode,
    private readonly program: ParseResult,
  ) {
    this.kinds = [...new Set([...nodesOf(ast)].flatMap((node) => keyKind(node) ?? []))];
  }

  evaluate(context: ConditionContext): boolean | Fault {
    try {
      const value: unknown = this.program(context);
      return typeof value === 'boolean' ? value : this.fault(`the result is ${typeof value}`);
    } catch (error) {
      return this.fault(summaryOf(error));
    }
  }

  value(context: ConditionContext): Result<unknown, Fault> {
    const result = attempt((): unknown => this.program(context));
    return result.ok ? result : fail(this.fault(summaryOf(result.error)));
  }

  /** Documents that lack a field are common, so the fault that says so is made once. */
  private fault(detail: string): Fault {
    const known = this.#faults.get(detail);
    if (known) return known;
    const made = routingFaults.make('ROUTING_CONDITION_FAILED', {
      values: { detail, expression: this.expression },
    });
    if (this.#faults.size < keptFaults) this.#faults.set(detail, made);
    return made;
  }
}

function nameFault(ast: ASTNode): Fault | undefined {
  let keysNamed = 0;
  let keysSelected = 0;
  for (const node of nodesOf(ast)) {
    if (node.op === 'id' && forbiddenNames.has(node.args))
      return routingFaults.make('ROUTING_CONDITION_TYPE', {
        values: { position: node.range.start + 1, detail: `Unknown variable: ${node.args}` },
      });
    if (keyKind(node) !== undefined) keysSelected++;
    else if (isKeys(node)) keysNamed++;
    const asksForKey =
      node.op === 'call' && node.args[0] === 'has' && node.args[1].some((part) => keyKind(part));
    if (keysNamed > keysSelected || asksForKey)
      return routingFaults.make('ROUTING_CONDITION_KEYS', { values: { position: node.range.start + 1 } });
  }
  return undefined;
}

/** A name means one thing in one place: the estimate of the cost goes by names, and so does the reader. */
function shadowFault(node: ASTNode, taken: readonly string[]): Fault | undefined {
  const loop = loopOf(node);
  if (loop && taken.includes(loop.variable))
    return routingFaults.make('ROUTING_CONDITION_NAME', {
      values: { position: node.range.start + 1, name: loop.variable },
    });
  for (const part of loop ? [loop.over] : partsOf(node)) {
    const fault = shadowFault(part, taken);
    if (fault) return fault;
  }
  for (const part of loop?.body ?? []) {
    const fault = shadowFault(part, [...taken, loop?.variable ?? '']);
    if (fault) return fault;
  }
  return undefined;
}

function patternFault(ast: ASTNode): Fault | undefined {
  for (const node of nodesOf(ast)) {
    if (node.op !== 'rcall' || node.args[0] !== 'matches') continue;
    const [pattern] = node.args[2];
    const detail =
      pattern?.op === 'value' && typeof pattern.args === 'string'
        ? patternProblem(pattern.args)
        : 'not a constant';
    if (detail)
      return routingFaults.make('ROUTING_CONDITION_PATTERN', {
        values: { position: (pattern ?? node).range.start + 1, detail },
      });
  }
  return undefined;
}

function syntaxFault(error: unknown): Fault {
  const { detail, position, code } = describe(error);
  return code === 'limit_exceeded'
    ? routingFaults.make('ROUTING_CONDITION_TOO_COMPLEX', { values: { detail } })
    : routingFaults.make('ROUTING_CONDITION_SYNTAX', { values: { detail, position } });
}

function typeFault(error: unknown): Fault {
  const { detail, position } = describe(error);
  return routingFaults.make('ROUTING_CONDITION_TYPE', { values: { detail, position } });
}

/** The library's errors carry a one-line summary beside a message drawn over several lines. */
function describe(error: unknown): { detail: string; position: number; code: string } {
  const { summary, range, code } = (error ?? {}) as {
    summary?: string;
    range?: { start: number };
    code?: string;
  };
  return {
    detail: (summary ?? (error instanceof Error ? error.message : String(error))).slice(0, 200),
    position: (range?.start ?? 0) + 1,
    code: code ?? '',
  };
}

const summaryOf = (error: unknown): string => describe(error).detail;

function attempt<T>(action: () => T): Result<T, unknown> {
  try {
    return ok(action());
  } catch (error) {
    return fail(error);
  }
}
