import { countOf, loopOf, nodesOf, partsOf, textOf, unfiltered, type ASTNode } from '#cel';
import { expressionLimits, maxSeparator } from './limits.js';

/** A step that may cost too much: its character, from 1, and why. */
export interface Costly {
  readonly position: number;
  readonly detail: string;
}

/**
 * Values are short texts, so a step costs little; what must not be is that steps multiply. Lists are written out, or
 * made once by `split`; text grows only where `join` puts something between, which may stand once.
 */
export function costOf(ast: ASTNode): Costly | undefined {
  let joins = 0;
  for (const node of nodesOf(ast)) {
    const called = node.op === 'rcall' ? node.args[0] : undefined;
    if (called === 'join' && ++joins > 1) return costly(node, 'join stands once');
    if ((called === 'join' || called === 'split') && node.op === 'rcall') {
      const [separator] = node.args[2];
      const text = separator ? textOf(separator) : '';
      if (text === undefined || text.length > maxSeparator)
        return costly(node, `${called} takes a constant of at most ${maxSeparator} characters`);
    }
  }
  return repeated(ast, 1, 0);
}

function repeated(node: ASTNode, times: number, passes: number): Costly | undefined {
  const loop = loopOf(node);
  if (!loop) return first(partsOf(node), (part) => repeated(part, times, passes));
  const over = unfiltered(loop.over);
  const inner = over.op === 'list' ? times * countOf(over) : times;
  const deeper = over.op === 'list' ? passes : passes + 1;
  if (inner > expressionLimits.repetition || deeper > 1) return costly(node, 'loops multiply');
  return repeated(loop.over, times, passes) ?? first(loop.body, (part) => repeated(part, inner, deeper));
}

function first(nodes: readonly ASTNode[], look: (node: ASTNode) => Costly | undefined): Costly | undefined {
  for (const node of nodes) {
    const found = look(node);
    if (found) return found;
  }
  return undefined;
}

const costly = (node: ASTNode, detail: string): Costly => ({ position: node.range.start + 1, detail });
