import { maskingOf, project, type Masking } from '#routing';
import type { JsonObject } from '#kernel';
import type { OutboundDocument, StoredEnvelope } from '#store';
import type { EventSource } from './event.js';

/** The body as its receiver may have it, as JSON text: the stored text itself where nothing is held back. */
export function projected(source: Omit<EventSource, 'replayed' | 'format'>): string {
  const { fields, wanted } = source;
  const text = source.personal ? source.body : maskedBody(source.document, source.body);
  if (fields === undefined && wanted === undefined) return text;
  return JSON.stringify(project(project(JSON.parse(text), fields), wanted));
}

/** A document goes to several receivers within moments: what was masked for one is masked for all. */
const masked = new WeakMap<StoredEnvelope, string>();

function maskedBody(document: StoredEnvelope, body: string): string {
  const mask = maskingOf(document.type);
  if (!mask) return body;
  const known = masked.get(document);
  if (known !== undefined) return known;
  const text = maskedText(mask, JSON.parse(body), body);
  masked.set(document, text);
  return text;
}

/**
 * Masks a document while it is at hand as an object, so that it need not be read again for those that may not see
 * what is personal in it.
 */
export function maskAhead({ envelope, body }: OutboundDocument, whole: JsonObject): void {
  const mask = maskingOf(envelope.type);
  if (mask) masked.set(envelope, maskedText(mask, whole, body));
}

/** The text itself when there is nothing to mask. */
function maskedText(mask: Masking, whole: JsonObject, text: string): string {
  const after = mask(whole);
  return after === whole ? text : JSON.stringify(after);
}
