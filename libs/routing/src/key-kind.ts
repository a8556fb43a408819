import type { ASTNode } from '#cel';

/** `keys.container` and `keys["vessel-call"]`: the kind. */
export function keyKind(node: ASTNode): string | undefined {
  if (node.op === '.' || node.op === '.?') return isKeys(node.args[0]) ? node.args[1] : undefined;
  if (node.op !== '[]' && node.op !== '[?]') return undefined;
  const [list, index] = node.args;
  return isKeys(list) && index.op === 'value' && typeof index.args === 'string' ? index.args : undefined;
}

export const isKeys = (node: ASTNode): boolean => node.op === 'id' && node.args === 'keys';
