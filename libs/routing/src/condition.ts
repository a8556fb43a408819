import {
  compileCel,
  inChinese,
  nodesOf,
  reasonOf,
  type ASTNode,
  type CelProblem,
  type CelProgram,
} from '#cel';
import { fail, ok, type Fault, type Result } from '#kernel';
import { codeFunctions, codeListFault } from './code-functions.js';
import { costFault } from './condition-cost.js';
import { routingFaults } from './faults.js';
import { isKeys, keyKind } from './key-kind.js';
import { conditionLimits, type ConditionLimits } from './limits.js';
import { envelopeMembers, senderMembers, type ConditionContext } from './subject.js';

/** Different faults of one condition that are kept ready; a document rarely brings more. */
const keptFaults = 32;

/** A condition, compiled once and evaluated for each document. Never throws. */
export interface Condition {
  readonly expression: string;
  readonly ast: ASTNode;
  /** Whether it looks at what the document holds. */
  readonly readsDocument: boolean;
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

/** What a condition can look at. CEL keeps the name `type` for itself, see `CelSetting.aliases`. */
const variables = {
  document: 'map',
  _typ: 'string',
  keys: 'map<string, list<string>>',
  sender: 'map<string, string>',
  envelope: 'map',
  now: 'google.protobuf.Timestamp',
} as const;

export function compileExpression(
  expression: string,
  limits: ConditionLimits,
): Result<{ type: string; condition: Condition }, Fault> {
  const compiled = compileCel(expression, {
    limits,
    variables,
    aliases: { type: '_typ' },
    functions: codeFunctions,
    refuse: (ast) => {
      const fault =
        keysFault(ast) ?? memberFault(ast) ?? codeListFault(ast) ?? costFault(ast, limits.repetition);
      return fault && { fault };
    },
  });
  if (compiled.ok) return ok({ type: compiled.value.type, condition: new CompiledCondition(compiled.value) });
  return fail('fault' in compiled.error ? compiled.error.fault : problemFault(compiled.error, limits));
}

class CompiledCondition implements Condition {
  readonly kinds: readonly string[];
  readonly readsDocument: boolean;
  readonly #faults = new Map<string, Fault>();

  readonly expression: string;
  readonly ast: ASTNode;
  private readonly run: CelProgram['run'];

  constructor({ expression, ast, run }: CelProgram) {
    this.expression = expression;
    this.ast = ast;
    this.run = run;
    this.readsDocument = [...nodesOf(ast)].some(({ op, args }) => op === 'id' && args === 'document');
    this.kinds = [...new Set([...nodesOf(ast)].flatMap((node) => keyKind(node) ?? []))];
  }

  evaluate(context: ConditionContext): boolean | Fault {
    try {
      const value: unknown = this.run(context);
      return typeof value === 'boolean' ? value : this.fault(`the result is ${typeof value}`);
    } catch (error) {
      return this.fault(reasonOf(error));
    }
  }

  value(context: ConditionContext): Result<unknown, Fault> {
    try {
      return ok(this.run(context));
    } catch (error) {
      return fail(this.fault(reasonOf(error)));
    }
  }

  /** Documents that lack a field are common, so the fault that says so is made once. */
  private fault(detail: string): Fault {
    const known = this.#faults.get(detail);
    if (known) return known;
    const made = detailed('ROUTING_CONDITION_FAILED', { detail, expression: this.expression });
    if (this.#faults.size < keptFaults) this.#faults.set(detail, made);
    return made;
  }
}

function keysFault(ast: ASTNode): Fault | undefined {
  let keysNamed = 0;
  let keysSelected = 0;
  for (const node of nodesOf(ast)) {
    if (keyKind(node) !== undefined) keysSelected++;
    else if (isKeys(node)) keysNamed++;
    const asksForKey =
      node.op === 'call' && node.args[0] === 'has' && node.args[1].some((part) => keyKind(part));
    if (keysNamed > keysSelected || asksForKey)
      return routingFaults.make('ROUTING_CONDITION_KEYS', { values: { position: node.range.start + 1 } });
  }
  return undefined;
}

/** What is always the same is known before a document comes: a slip of the pen would never be true. */
const members: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['sender', senderMembers],
  ['envelope', envelopeMembers],
]);

function memberFault(ast: ASTNode): Fault | undefined {
  for (const node of nodesOf(ast)) {
    if (node.op !== '.' && node.op !== '.?') continue;
    const [of, name] = node.args;
    const isSender = of.op === '.' && of.args[1] === 'sender' && rootName(of.args[0]) === 'envelope';
    const root = isSender ? 'sender' : rootName(of);
    const known = root === undefined ? undefined : members.get(root);
    if (known && !known.includes(name))
      return detailed('ROUTING_CONDITION_TYPE', {
        position: node.range.start + 1,
        detail: `No such key: ${name}`,
      });
  }
  return undefined;
}

const rootName = (node: ASTNode): string | undefined => (node.op === 'id' ? node.args : undefined);

/** The detail is in the words of the library, which are English alone. */
function detailed(
  code: keyof typeof routingFaults.definitions,
  values: { readonly detail: string; readonly [name: string]: string | number },
): Fault {
  const fault = routingFaults.make(code, { values });
  const chinese = routingFaults.make(code, { values: { ...values, detail: inChinese(values.detail) } });
  return { ...fault, text: { zh: chinese.text.zh, en: fault.text.en } };
}

function problemFault({ kind, position, detail }: CelProblem, limits: ConditionLimits): Fault {
  switch (kind) {
    case 'long':
      return routingFaults.make('ROUTING_CONDITION_TOO_LONG', {
        values: { length: Number(detail), limit: limits.length },
      });
    case 'syntax':
      return detailed('ROUTING_CONDITION_SYNTAX', { detail, position });
    case 'complex':
      return detailed('ROUTING_CONDITION_TOO_COMPLEX', { detail });
    case 'type':
      return detailed('ROUTING_CONDITION_TYPE', { position, detail });
    case 'name':
      return routingFaults.make('ROUTING_CONDITION_NAME', { values: { position, name: detail } });
    case 'pattern':
      return routingFaults.make('ROUTING_CONDITION_PATTERN', { values: { position, detail } });
  }
}
