import { Buffer } from 'node:buffer';
import { compileStructure, parseEdifact, type SourceNode, type SourceTree } from '#syntax';

export function tree(edi: string | Uint8Array, structure?: string): SourceTree {
  const compiled = structure === undefined ? undefined : compileStructure(structure);
  if (compiled && !compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const bytes = typeof edi === 'string' ? Buffer.from(edi) : edi;
  const result = parseEdifact(bytes, { message: 'COARRI' }, compiled?.value);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export const codes = (source: SourceTree): string[] => source.diagnostics.map(({ code }) => code);
export const cell = (element: number, component = 1, repetition = 1) =>
  ({ at: 'cell', element, component, repetition }) as const;

export function segments(node: SourceNode): SourceNode[] {
  return node.kind === 'segment' ? [node] : node.children.flatMap(segments);
}

/** `file(interchange(UNB message(UNH BGM UNT) UNZ))`: what holds what. */
export function outline(node: SourceNode): string {
  if (node.kind === 'segment') return node.name;
  return `${node.kind === 'group' ? node.name : node.kind}(${node.children.map(outline).join(' ')})`;
}
