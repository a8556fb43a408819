import { headText } from '../head.js';

const types = new WeakMap<Uint8Array, string>();

/** The message type of a flat file by its head: `IFCSUM`; empty when it does not begin like one. */
export function flatTypeOf(head: Uint8Array): string {
  const known = types.get(head);
  if (known !== undefined) return known;
  const type = /^(?:00|HEAD)\s*:\s*([A-Z0-9]{3,14})\s*[:'\r\n]/.exec(headText(head))?.[1] ?? '';
  types.set(head, type);
  return type;
}
