import { canonicalCode, codeLists, lookupCode } from '#canonical';
import { nodesOf, type ASTNode } from '#cel';
import type { Fault } from '#kernel';
import { routingFaults } from './faults.js';

/**
 * What conditions can ask of code lists.
 *
 * @example inList("customs-district", document.customsOffice) && codeOf("seaport", document.port.code) == "CNDAL"
 */
export const codeFunctions = {
  /** Whether the list has the code, by whatever spelling, also where it holds no more. */
  'inList(string, string): bool': (list: string, code: string): boolean => {
    const { is } = lookupCode(list, code);
    return is !== 'unknown' && is !== 'not-covered';
  },
  /** The code that the list writes for this one: its own for another spelling, the next for an expired one. */
  'codeOf(string, string): string': (list: string, code: string): string => canonicalCode(list, code) ?? code,
} as const;

const names = new Set(
  Object.keys(codeFunctions).map((signature) => signature.slice(0, signature.indexOf('('))),
);

/** A list is named by a constant, and is one that there is. */
export function codeListFault(ast: ASTNode): Fault | undefined {
  for (const node of nodesOf(ast)) {
    if (node.op !== 'call' || !names.has(node.args[0])) continue;
    const [list] = node.args[1];
    const named = list?.op === 'value' && typeof list.args === 'string' ? list.args : undefined;
    if (named !== undefined && codeLists().has(named)) continue;
    const values = {
      position: (list ?? node).range.start + 1,
      list: named ?? '?',
      known: [...codeLists().keys()].join(', '),
    };
    return routingFaults.make('ROUTING_CONDITION_LIST', { values });
  }
  return undefined;
}
