/** An escape that is none, and where it stands. */
export interface WrongEscape {
  readonly at: number;
  readonly wrong: 'escape' | 'control' | 'surrogate';
}

const short: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** What a string with escapes means (RFC 8259 §7). Half of a surrogate pair is no character, and cannot be written on. */
export function unescaped(text: string, from: number, to: number): string | WrongEscape {
  let out = '';
  let start = from;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20) return { at, wrong: 'control' };
    if (unit !== 0x5c) continue;
    out += text.slice(start, at);
    const kind = text[at + 1] ?? '';
    if (kind === 'u') {
      const unitOf = hexadecimal(text, at + 2, to);
      if (unitOf === undefined) return { at, wrong: 'escape' };
      if (unitOf >= 0xdc00 && unitOf <= 0xdfff) return { at, wrong: 'surrogate' };
      out += String.fromCharCode(unitOf);
      if (unitOf >= 0xd800 && unitOf <= 0xdbff) {
        const second = text.startsWith('\\u', at + 6) ? hexadecimal(text, at + 8, to) : undefined;
        if (second === undefined || second < 0xdc00 || second > 0xdfff) return { at, wrong: 'surrogate' };
        out += String.fromCharCode(second);
        at += 6;
      }
      at += 5;
    } else {
      const meant = short[kind];
      if (meant === undefined) return { at, wrong: 'escape' };
      out += meant;
      at++;
    }
    start = at + 1;
  }
  return out + text.slice(start, to);
}

function hexadecimal(text: string, from: number, to: number): number | undefined {
  const digits = from + 4 > to ? '' : text.slice(from, from + 4);
  return /^[0-9A-Fa-f]{4}$/.test(digits) ? parseInt(digits, 16) : undefined;
}
