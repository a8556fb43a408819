import { personalFieldsOf } from '#canonical';
import { masking, project, type Masking } from '#routing';
import type { StoredEnvelope } from '#store';
import type { EventSource } from './event.js';

/** The body as its receiver may have it, as JSON text: the stored text itself where nothing is held back. */
export function projected(source: Omit<EventSource, 'replayed' | 'format'>): string {
  const { fields, wanted } = source;
  const text = source.personal ? source.body : maskedBody(source.document, source.body);
  if (fields === undefined && wanted === undefined) return text;
  return JSON.stringify(project(project(JSON.parse(text), fields), wanted));
}

const maskings = new Map<string, Masking | undefined>();

/** A document goes to several receivers within moments: what was masked for one is masked for all. */
const masked = new WeakMap<StoredEnvelope, string>();

function maskedBody(document: StoredEnvelope, body: string): string {
  const mask = maskingOf(document.type);
  if (!mask) return body;
  const known = masked.get(document);
  if (known !== undefined) return known;
  const whole = JSON.parse(body);
  const after = mask(whole);
  const text = after === whole ? body : JSON.stringify(after);
  masked.set(document, text);
  return text;
}

function maskingOf(type: string): Masking | undefined {
  if (maskings.has(type)) return maskings.get(type);
  const fields = personalFieldsOf(type);
  const mask = fields.length === 0 ? undefined : masking(fields);
  maskings.set(type, mask);
  return mask;
}
