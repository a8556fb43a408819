import { Environment, type ASTNode } from '@marcbachmann/cel-js';

export type { ASTNode };

/** The direct parts of a node. Names of fields and functions, which stand beside them, are not parts. */
export function partsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}

/** The node and all below it, outermost first. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const part of partsOf(node)) yield* nodesOf(part);
}

/** Macros that go over a list: `list.exists(x, …)`. Their first argument names the variable. */
const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

export interface Loop {
  readonly over: ASTNode;
  readonly variable: string;
  readonly body: readonly ASTNode[];
}

export function loopOf(node: ASTNode): Loop | undefined {
  if (node.op !== 'rcall' || !loops.has(node.args[0])) return undefined;
  const [variable, ...body] = node.args[2];
  return variable?.op === 'id' ? { over: node.args[1], variable: variable.args, body } : undefined;
}

/**
 * CEL has a built-in named `type`, which cannot be declared again; in conditions it is the document type. It is
 * read under a name of the same length, so that positions in faults stay those of the text as written.
 */
const nameOfType = '_typ';

export function environment(limits: { nodes: number; depth: number }): Environment {
  return new Environment({
    enableOptionalTypes: true,
    limits: { maxAstNodes: limits.nodes, maxDepth: limits.depth },
  })
    .registerVariable('document', 'map')
    .registerVariable(nameOfType, 'string')
    .registerVariable('keys', 'map<string, list<string>>')
    .registerVariable('sender', 'map<string, string>')
    .registerVariable('now', 'google.protobuf.Timestamp');
}

export function withTypeRenamed(expression: string, ast: ASTNode): string {
  let text = expression;
  for (const node of nodesOf(ast)) {
    if (node.op !== 'id' || node.args !== 'type') continue;
    text = text.slice(0, node.range.start) + nameOfType + text.slice(node.range.start + nameOfType.length);
  }
  return text;
}

/** What a condition can look at. */
export const variables = ['document', 'type', 'keys', 'sender', 'now'] as const;

/** Names that a condition could reach but must not: our own, and macros that copy values without bound. */
export const forbiddenNames: ReadonlySet<string> = new Set([nameOfType, 'cel']);
