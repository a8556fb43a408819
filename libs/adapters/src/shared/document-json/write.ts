import { canonicalJson, ok, type Fault, type Result } from '#kernel';
import type { DocumentBody } from '../../contract.js';

/** One document as one object, several as a list; members in the order of the alphabet. */
export function writeDocuments(documents: readonly DocumentBody[]): Result<Uint8Array, Fault[]> {
  const written = documents.map(({ type, body }) => canonicalJson({ type, body }));
  const text = written.length === 1 ? written.join('') : `[${written.join(',\n')}]`;
  return ok(Buffer.from(`${text}\n`, 'utf8'));
}
