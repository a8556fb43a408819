import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { fail, ok, type Result } from '#kernel';
import type { CelLimits } from './limits.js';
import { patternProblem } from './pattern.js';
import type { CelProblem } from './problem.js';
import { loopOf, nodesOf, partsOf, type ASTNode } from './syntax-tree.js';

/** What an expression can see, and what it may cost. */
export interface CelSetting<Refusal> {
  readonly limits: CelLimits;
  /** Variables and their CEL types: `{ sender: 'map<string, string>' }`. */
  readonly variables: Readonly<Record<string, string>>;
  /**
   * CEL has a built-in named `type`, which cannot be declared again. A variable of that name is declared, and read from
   * the context, under one of the same length, so that positions in problems stay those of the text as written.
   */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Functions beside those of CEL: `decimal(double, int): string`. */
  readonly functions?: Readonly<Record<string, (...values: never[]) => unknown>>;
  /** A further look at the syntax tree, above all at what evaluating may cost. */
  readonly refuse?: (ast: ASTNode) => Refusal | undefined;
}

/** An expression, compiled once and evaluated many times. */
export interface CelProgram {
  readonly expression: string;
  readonly ast: ASTNode;
  /** The type of its result by CEL's own check: `bool`, `string`, `dyn` where only evaluating tells. */
  readonly type: string;
  /**
   * @param context an object with the variables
   * @throws when it has no value for these: `reasonOf` says why
   */
  readonly run: (context: object) => unknown;
}

/** Macros that copy values without bound. */
const withoutBound = 'cel';

/** Compiles an expression within bounds; a text that is none is a value, never an exception. */
export function compileCel<Refusal>(
  expression: string,
  setting: CelSetting<Refusal>,
): Result<CelProgram, CelProblem | Refusal> {
  const { limits, aliases = {} } = setting;
  if (expression.length > limits.length)
    return fail<CelProblem>({ kind: 'long', position: limits.length + 1, detail: String(expression.length) });
  const cel = environment(setting);
  const parsed = attempt(() => cel.parse(expression));
  if (!parsed.ok) return fail(syntaxProblem(parsed.error));
  const { ast } = parsed.value;
  const names = [...Object.keys(setting.variables).filter(isNoAlias(aliases)), ...Object.keys(aliases)];
  const problem =
    nameProblem(ast, Object.values(aliases)) ?? shadowProblem(ast, names) ?? patternProblemIn(ast);
  if (problem) return fail(problem);
  const refusal = setting.refuse?.(ast);
  if (refusal) return fail(refusal);
  const program: ParseResult = cel.parse(renamed(expression, ast, aliases));
  const checked = program.check();
  if (!checked.valid) return fail(problemOf('type', checked.error));
  return ok({ expression, ast, type: checked.type ?? 'dyn', run: program });
}

const isNoAlias =
  (aliases: Readonly<Record<string, string>>) =>
  (name: string): boolean =>
    !Object.values(aliases).includes(name);

function environment<Refusal>({ limits, variables, functions = {} }: CelSetting<Refusal>): Environment {
  const cel = new Environment({
    enableOptionalTypes: true,
    limits: { maxAstNodes: limits.nodes, maxDepth: limits.depth },
  });
  for (const [name, type] of Object.entries(variables)) cel.registerVariable(name, type);
  for (const [signature, call] of Object.entries(functions)) cel.registerFunction(signature, call);
  return cel;
}

function renamed(expression: string, ast: ASTNode, aliases: Readonly<Record<string, string>>): string {
  let text = expression;
  for (const node of nodesOf(ast)) {
    const alias = node.op === 'id' && Object.hasOwn(aliases, node.args) ? aliases[node.args] : undefined;
    if (alias === undefined) continue;
    text = text.slice(0, node.range.start) + alias + text.slice(node.range.start + alias.length);
  }
  return text;
}

/** Names that an expression could reach but must not. */
function nameProblem(ast: ASTNode, hidden: readonly string[]): CelProblem | undefined {
  for (const node of nodesOf(ast)) {
    if (node.op !== 'id' || (node.args !== withoutBound && !hidden.includes(node.args))) continue;
    return { kind: 'type', position: node.range.start + 1, detail: `Unknown variable: ${node.args}` };
  }
  return undefined;
}

/** A name means one thing in one place: an estimate of the cost goes by names, and so does the reader. */
function shadowProblem(node: ASTNode, taken: readonly string[]): CelProblem | undefined {
  const loop = loopOf(node);
  if (loop && taken.includes(loop.variable))
    return { kind: 'name', position: node.range.start + 1, detail: loop.variable };
  for (const part of loop ? [loop.over] : partsOf(node)) {
    const problem = shadowProblem(part, taken);
    if (problem) return problem;
  }
  for (const part of loop?.body ?? []) {
    const problem = shadowProblem(part, [...taken, loop?.variable ?? '']);
    if (problem) return problem;
  }
  return undefined;
}

function patternProblemIn(ast: ASTNode): CelProblem | undefined {
  for (const node of nodesOf(ast)) {
    if (node.op !== 'rcall' || node.args[0] !== 'matches') continue;
    const [pattern] = node.args[2];
    const detail =
      pattern?.op === 'value' && typeof pattern.args === 'string'
        ? patternProblem(pattern.args)
        : 'not a constant';
    if (detail) return { kind: 'pattern', position: (pattern ?? node).range.start + 1, detail };
  }
  return undefined;
}

function syntaxProblem(error: unknown): CelProblem {
  const { code } = (error ?? {}) as { code?: string };
  return problemOf(code === 'limit_exceeded' ? 'complex' : 'syntax', error);
}

function problemOf(kind: CelProblem['kind'], error: unknown): CelProblem {
  const { range } = (error ?? {}) as { range?: { start: number } };
  return { kind, position: (range?.start ?? 0) + 1, detail: reasonOf(error) };
}

/** Why an expression has no value, in one line: the library's errors draw their message over several. */
export function reasonOf(error: unknown): string {
  const { summary } = (error ?? {}) as { summary?: string };
  return (summary ?? (error instanceof Error ? error.message : String(error))).slice(0, 200);
}

function attempt<T>(action: () => T): Result<T, unknown> {
  try {
    return ok(action());
  } catch (error) {
    return fail(error);
  }
}
