import { canonicalJson, type Json, type JsonObject } from '#kernel';
import { parseEdifact, writeEdifact, type EdifactOptions, type TreeNode } from '#syntax';

/**
 * Joins written interchanges that have the same header (UNB) into one with several messages. Documents of several
 * messages are written message by message, as each message has a head of its own.
 */
export function joinInterchanges(
  parts: readonly Uint8Array[],
  options: EdifactOptions,
): Uint8Array | undefined {
  const interchanges = new Map<string, TreeNode[]>();
  const headers = new Map<string, TreeNode>();
  for (const part of parts) {
    const parsed = parseEdifact(part, {}, undefined);
    const interchange = parsed.ok ? parsed.value.root.children[0] : undefined;
    const header = interchange?.children.find(({ name }) => name === 'UNB');
    if (!interchange || !header) return undefined;
    const key = canonicalJson(header.cells);
    headers.set(key, header);
    const messages = interchange.children.filter(({ kind }) => kind === 'message');
    interchanges.set(key, [...(interchanges.get(key) ?? []), ...messages]);
  }
  const file = [...interchanges].map(([key, messages]) => {
    const header = headers.get(key);
    return branch('interchange', header ? [header, ...messages] : messages);
  });
  const written = writeEdifact(branch('file', file), options);
  return written.ok ? written.value : undefined;
}

/** What the documents of one message have in common: those that are equal in it are written together. */
export const messageOf = (body: JsonObject): string => canonicalJson(body.message);

/** The containers that documents list; a document that lists none is about one. */
export function containersIn(documents: readonly { readonly body: JsonObject }[]): number {
  return documents.reduce((sum, { body }) => sum + listLength(body.containers ?? body.slots), 0);
}

const listLength = (list: Json | undefined): number => (Array.isArray(list) ? list.length : 1);

function branch(kind: 'file' | 'interchange', children: readonly TreeNode[]): TreeNode {
  return { kind, name: kind, children, text: '', attributes: new Map(), cells: [], repeats: new Map() };
}
