import type { SourceNode } from './tree.js';

/** `DecLists/DecList[2]`: names from below the top, with a number where a name stands more than once. */
export function nodePath(node: SourceNode, isTop: (node: SourceNode) => boolean): string {
  const names: string[] = [];
  for (let at: SourceNode | undefined = node; at?.parent && !isTop(at); at = at.parent) {
    const same = at.parent.named(at.name);
    names.unshift(same.length > 1 ? `${at.name}[${same.indexOf(at) + 1}]` : at.name);
  }
  return names.join('/');
}
