/** The first bytes of a message as text that keeps ASCII whatever the charset: byte order marks and NULs removed. */
export function headText(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
}

export interface RootElement {
  readonly name: string;
  readonly namespace?: string;
}

/** Local name and namespace of the first element of an XML text; comments, instructions and a DOCTYPE are passed over. */
export function rootElement(text: string): RootElement | undefined {
  const start =
    /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<![^>[]*(?:\[[\s\S]*?\])?\s*>|\s+)*<([A-Za-z_][^\s/>]*)([^>]*)/.exec(
      text,
    );
  if (!start) return undefined;
  const [, qualified = '', attributes = ''] = start;
  const colon = qualified.indexOf(':');
  const prefix = colon < 0 ? 'xmlns' : `xmlns:${qualified.slice(0, colon)}`;
  const namespace = new RegExp(`(?:^|\\s)${prefix}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
  return { name: qualified.slice(colon + 1), ...(namespace === undefined ? {} : { namespace }) };
}

interface Beginning {
  readonly text: string;
  readonly root: RootElement | undefined;
  readonly type: string | undefined;
}

const beginnings = new WeakMap<Uint8Array, Beginning>();

/** How a message begins is found once for all adapters that ask about the same bytes. */
function beginningOf(head: Uint8Array): Beginning {
  let known = beginnings.get(head);
  if (!known) {
    const text = headText(head);
    const type = edifactType(text);
    known = { text, type, root: type === undefined ? rootElement(text) : undefined };
    beginnings.set(head, known);
  }
  return known;
}

/** The text of {@link headText}, made once for all adapters that look at it. */
export const textOf = (head: Uint8Array): string => beginningOf(head).text;

/** The root element of a message by its head. */
export const rootOf = (head: Uint8Array): RootElement | undefined => beginningOf(head).root;

/** The message type of an interchange by its head; undefined when it does not begin like EDIFACT. */
export const edifactTypeOf = (head: Uint8Array): string | undefined => beginningOf(head).type;

/** Message type (UNH 0065) of the first message of an EDIFACT text; undefined when it does not begin like EDIFACT. */
export function edifactType(text: string): string | undefined {
  if (!/^UN[ABGH][^A-Za-z0-9]/.test(text)) return undefined;
  const stated = (lines: string): string | undefined =>
    /UNH([^A-Za-z0-9\s])[^]{0,40}?\1\s*([A-Z]{6})(?![A-Z])/.exec(lines)?.[2];
  // Lines may be wrapped anywhere, also inside of the type.
  return stated(text) ?? stated(text.replace(/[\r\n]+/g, '')) ?? '';
}

/** A few words on what a message begins with, for the fault that nobody knows it. */
export function describeHead(text: string): string {
  const type = edifactType(text);
  if (type !== undefined) return type === '' ? 'EDIFACT' : `EDIFACT ${type}`;
  if (/^[[{]/.test(text)) {
    const names = new Set(
      Array.from(text.matchAll(/"([A-Za-z_@$][\w.-]{0,39})"\s*:/g), ([, name = '']) => name),
    );
    return `JSON: ${[...names].slice(0, 5).join(', ')}`;
  }
  const root = rootElement(text);
  if (root) return `<${root.name}>`;
  const plain = text
    .slice(0, 24)
    .replace(/[^\x20-\x7e]/g, '?')
    .trim();
  return plain === '' ? '(nothing)' : plain;
}
