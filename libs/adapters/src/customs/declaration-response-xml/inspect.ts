import type { Fault } from '#kernel';
import type { SourceNode, SourceTree } from '#syntax';
import type { DocumentBody } from '../../contract.js';
import { adapterFaults } from '../../faults.js';

/** The numbers that a declaration is known by: an answer without any of them answers nothing. */
const references = ['ClientSeqNo', 'EtpsPreentNo', 'SeqNo', 'SEQ_NO', 'CUS_CIQ_NO', 'ENTRY_ID'];

/** Refuses data without results, and a result of which nobody can say which declaration it is about. */
export function inspectStatus(tree: SourceTree): Fault[] {
  const { root } = tree;
  const results = root.name === 'DEC_DATA' ? root.named('DEC_RESULT') : [root];
  if (results.length === 0) return [missing(tree, root, 'DEC_RESULT')];
  return results
    .filter((result) => references.every((name) => (result.first(name)?.text.trim() ?? '') === ''))
    .map((result) => missing(tree, result, references.join('/')));
}

function missing(tree: SourceTree, node: SourceNode, part: string): Fault {
  const path = node === tree.root ? node.name : tree.path(node);
  const place = { path, span: tree.bytes({ from: node.from, to: node.to }) };
  return adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part } });
}

/**
 * A declaration goes through many states, so the state and its time are part of the name; an answer to an upload has
 * no time, so what it says is.
 */
export function identifyStatus(documents: readonly DocumentBody[]): string | undefined {
  const [first] = documents;
  if (!first) return undefined;
  const names = documents.map(({ body }) => {
    const { clientReference, unifiedNumber, customsInspectionNumber, entryNumber } = body;
    const { responseCode, errorMessage, status, notifiedAt } = body;
    return [clientReference, customsInspectionNumber, unifiedNumber, entryNumber]
      .concat([responseCode ?? status, notifiedAt ?? errorMessage])
      .filter((part) => typeof part === 'string')
      .map((part) => part.slice(0, 80))
      .join('|');
  });
  return names.length > 1 ? `${names[0]}|+${names.length - 1}` : names[0];
}
