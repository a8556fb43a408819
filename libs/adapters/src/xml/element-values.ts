import { parseXml } from '#syntax';

/**
 * The first value of each named element of an XML message, wherever it stands. A message that cannot be read is looked
 * through as text: enough for an answer to name what it refuses.
 */
export function elementValues(message: Uint8Array, names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const parsed = parseXml(message, {});
  if (parsed.ok) {
    const pending = [parsed.value.root];
    for (let node = pending.pop(); node && found.size < names.length; node = pending.pop()) {
      const text = node.text.trim();
      if (names.includes(node.name) && text !== '' && !found.has(node.name)) found.set(node.name, text);
      for (let at = node.children.length - 1; at >= 0; at--) {
        const child = node.children[at];
        if (child) pending.push(child);
      }
    }
    return found;
  }
  const text = Buffer.from(message.buffer, message.byteOffset, message.byteLength).toString('latin1');
  for (const name of names) {
    const value = new RegExp(`<(?:\\w+:)?${name}>([\\w.-]{1,64})</`).exec(text)?.[1];
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

/** Text as it may stand between tags; what XML has no character for is left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
