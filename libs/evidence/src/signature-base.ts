/**
 * The text that an HTTP message signature signs (RFC 9421 §2.5): a line for each component covered, in their order,
 * and the parameters last.
 *
 * @param params the value of `@signature-params`, as it stands behind the label in `Signature-Input`
 */
export function signatureBase(
  components: readonly (readonly [name: string, value: string])[],
  params: string,
): string {
  const lines = components.map(([name, value]) => `"${name}": ${value}`);
  return [...lines, `"@signature-params": ${params}`].join('\n');
}

export type ParamValue = string | number;

/** `("@method" "date");created=1618884473;keyid="…"`: an inner list with parameters (RFC 8941 §3.1.1). */
export function signatureParams(
  names: readonly string[],
  params: Readonly<Record<string, ParamValue>>,
): string {
  const written = Object.entries(params).map(([name, value]) =>
    typeof value === 'number' ? `;${name}=${value}` : `;${name}="${value}"`,
  );
  return `(${names.map((name) => `"${name}"`).join(' ')})${written.join('')}`;
}

/** A signature of a message as its two headers give it. */
export interface ParsedSignature {
  readonly names: readonly string[];
  readonly params: ReadonlyMap<string, ParamValue>;
  /** As it came, which is what was signed. */
  readonly text: string;
  readonly signature: Buffer;
}

/**
 * Reads `Signature-Input` and `Signature` where each has one member of the same label, components without parameters
 * and strings without escapes: all that is signed here. Whatever else they may have is not taken.
 */
export function parseSignature(input: string, signature: string): ParsedSignature | undefined {
  if (input.length > headerLimit || signature.length > headerLimit) return undefined;
  const [, label, text, list, rest] = member.exec(input) ?? [];
  const [, signed, encoded] = bytes.exec(signature) ?? [];
  if (label === undefined || text === undefined || label !== signed || encoded === undefined)
    return undefined;
  const value = Buffer.from(encoded, 'base64');
  if (value.toString('base64') !== encoded) return undefined;
  const params = new Map<string, ParamValue>();
  for (const [, name = '', number, quoted = ''] of (rest ?? '').matchAll(param)) {
    if (params.has(name)) return undefined;
    params.set(name, number === undefined ? quoted : Number(number));
  }
  const names = [...(list ?? '').matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
  return new Set(names).size === names.length ? { names, params, text, signature: value } : undefined;
}

const headerLimit = 4_096;
const name = '[a-z*][a-z0-9_.*-]*';
const one = `;${name}=(?:\\d{1,15}|"[ !#-[\\]-~]*")`;
const member = new RegExp(`^(${name})=(\\(((?:"[a-z0-9@-]+"(?: "[a-z0-9@-]+")*)?)\\)((?:${one})*))$`);
const bytes = new RegExp(`^(${name})=:([A-Za-z0-9+/]*={0,2}):$`);
const param = new RegExp(`;(${name})=(?:(\\d{1,15})|"([ !#-[\\]-~]*)")`, 'g');
