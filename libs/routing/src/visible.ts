import { personalFieldsOf } from '#canonical';
import type { JsonObject } from '#kernel';
import type { Agreement } from './agreement.js';
import { masking, type Masking } from './masking.js';
import { projection } from './projection.js';

/** What its consumer sees of a document of a type; the very same body where nothing is held back. */
export type Visible = (type: string, body: JsonObject) => JsonObject;

const ready = new WeakMap<Agreement, Visible>();

/** Made once for each agreement: a subscription is asked about every document of its type. */
export function visibleUnder(agreement: Agreement): Visible {
  const known = ready.get(agreement);
  if (known) return known;
  const made = visible(agreement);
  ready.set(agreement, made);
  return made;
}

/** Agreements that share all fields share one, so that what many ask is evaluated once. */
function visible({ fields, personal = false }: Agreement): Visible {
  if (!fields) return personal ? whole : masked;
  const project = projection(fields);
  return personal ? (_, body) => project(body) : (type, body) => project(masked(type, body));
}

const whole: Visible = (_, body) => body;
const masked: Visible = (type, body) => maskingOf(type)?.(body) ?? body;

const maskings = new Map<string, Masking | undefined>();

/** The masking of a document type; `undefined` when nothing in it is personal. */
export function maskingOf(type: string): Masking | undefined {
  if (maskings.has(type)) return maskings.get(type);
  const fields = personalFieldsOf(type);
  const mask = fields.length === 0 ? undefined : masking(fields);
  maskings.set(type, mask);
  return mask;
}
