import { ok, type Fault, type Result } from '#kernel';
import type { SourceNode, SourceTree } from '#syntax';
import type { Content } from './contract.js';
import { decodeContent } from './envelope.js';

/** The message that an element holds: as elements, as text, or as text in Base64. Undefined when there is nothing in it. */
export function contentOf(
  tree: SourceTree,
  node: SourceNode | undefined,
): Result<Content | undefined, Fault[]> {
  if (!node) return ok(undefined);
  const path = tree.path(node);
  const [child] = node.children;
  if (child) {
    const place = { path, span: tree.bytes({ from: child.from, to: child.to }) };
    return ok({ ...place, bytes: Buffer.from(tree.text.slice(child.from, child.to), 'utf8') });
  }
  const text = node.text.trim();
  if (text === '') return ok(undefined);
  const place = { path, span: tree.bytes(node.valueSpan({ at: 'text' })) };
  if (text.startsWith('<')) return ok({ ...place, bytes: Buffer.from(text, 'utf8') });
  const bytes = decodeContent(text, place);
  return bytes.ok ? ok({ ...place, bytes: bytes.value }) : bytes;
}
