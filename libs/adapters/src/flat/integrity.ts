import type { Fault } from '#kernel';
import type { SourceNode, SourceTree } from '#syntax';
import { adapterFaults } from '../faults.js';

/**
 * Signs that a flat file is not whole, beside what the syntax finds: one message twice, and a message without any of the
 * records that it is about. A missing trailer alone is common and only noted.
 *
 * @param record id of the records that a message is about; undefined where it may have none
 */
export function inspectFlat(tree: SourceTree, message: string, record?: string): Fault[] {
  const messages = tree.root.children.filter((node) => node.kind === 'message' && typeOf(node) === message);
  const seen = new Set<string>();
  return messages.flatMap((node): Fault[] => {
    const text = tree.text.slice(node.from, node.to);
    const place = { path: node.children[0]?.name ?? '', span: tree.bytes({ from: node.from, to: node.to }) };
    if (seen.has(text))
      return [adapterFaults.make('ADAPTER_PART_DOUBLED', { place, values: { part: message, count: 2 } })];
    seen.add(text);
    return record === undefined || has(node, record)
      ? []
      : [adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part: record } })];
  });
}

const typeOf = (message: SourceNode): string =>
  message.children[0]?.value({ at: 'cell', element: 1, component: 1, repetition: 1 })?.trim() ?? '';

const has = (node: SourceNode, record: string): boolean =>
  node.children.some((child) => child.name === record || (child.kind === 'group' && has(child, record)));
