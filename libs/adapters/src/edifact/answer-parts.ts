import type { TreeNode } from '#syntax';

/** Date (YYMMDD) and time (HHMM) of Beijing, as UNB has them. */
export function stamp(now: number): [string, string] {
  const [day = '', time = ''] = new Date(now + 8 * 3_600_000).toISOString().split('T');
  return [day.slice(2).replaceAll('-', ''), time.slice(0, 5).replace(':', '')];
}

/** References in printable ASCII, so that every answer can be written at level A; other bytes become dots. */
export function plain(bytes: Uint8Array): Uint8Array {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes
    .subarray(start)
    .map((byte) => ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d ? byte : 0x2e));
}

export function node(kind: TreeNode['kind'], name: string, children: readonly TreeNode[]): TreeNode {
  return { kind, name, children, text: '', attributes: new Map(), cells: [], repeats: new Map() };
}

export function segment(name: string, cells: readonly (readonly string[])[]): TreeNode {
  return { ...node('segment', name, []), cells };
}
