/**
 * One Chinese character in five of GB 18030 happens to be a UTF-8 character of two bytes, hardly any to be one of
 * three: so many pairs for each bad byte it takes to be taken for damaged UTF-8 without a longer character.
 */
const pairsForBad = 4;

/**
 * Whether most of what is not ASCII is UTF-8 (RFC 3629 §4): then bytes that are no UTF-8 are damaged UTF-8 and no other
 * charset. Ends as soon as what is left cannot change the answer.
 */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { length } = bytes;
  let long = 0;
  let pairs = 0;
  let bad = 0;
  for (let at = 0; at < length;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const taken = lead < 0xc2 ? 0 : lead < 0xe0 ? pairLength(bytes, at) : sequenceLength(bytes, at);
    at += taken === 0 ? 1 : taken;
    if (taken > 2) long++;
    else if (taken === 2) pairs++;
    else {
      bad++;
      const left = length - at;
      if ((bad - long) * 3 >= left && (pairsForBad * bad - pairs) * 2 >= left) return false;
    }
  }
  return long > bad || (long === 0 && pairs > pairsForBad * bad);
}

function pairLength(bytes: Uint8Array, at: number): number {
  const next = at + 1 < bytes.length ? (bytes[at + 1] ?? 0) : 0;
  return next >= 0x80 && next < 0xc0 ? 2 : 0;
}

/** The first byte that cannot be UTF-8; 0 when all can. Only asked once decoding has failed. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return 0;
}

/** Bytes of the character at a place, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = utf8Length(lead);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined || next < lowest(lead, i) || next > highest(lead, i)) return 0;
  }
  return length;
}

function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

const lowest = (lead: number, i: number): number =>
  i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
const highest = (lead: number, i: number): number =>
  i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;

/** The first byte that cannot be GB 18030, by shape and by the table; undefined when all can. */
export function firstInvalidGb(bytes: Uint8Array): number | undefined {
  if (decodeGb(bytes) !== undefined) return undefined;
  const starts = [0];
  for (let at = 0; at < bytes.length;) {
    const length = gbLength(bytes, at);
    if (length === 0) return searched(bytes, [...starts]) ?? at;
    at += length;
    starts.push(at);
  }
  return searched(bytes, starts) ?? 0;
}

/** Halves the characters until one is left that the table lacks. */
function searched(bytes: Uint8Array, starts: readonly number[]): number | undefined {
  let low = 0;
  let high = starts.length - 1;
  const part = (from: number, to: number): Uint8Array => bytes.subarray(starts[from] ?? 0, starts[to] ?? 0);
  if (decodes(part(low, high))) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (decodes(part(low, middle))) low = middle;
    else high = middle;
  }
  return starts[low];
}

function gbLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead <= 0x80) return 1;
  if (lead === 0xff) return 0;
  const second = bytes[at + 1] ?? 0;
  if (second >= 0x40 && second <= 0xfe && second !== 0x7f) return 2;
  if (second < 0x30 || second > 0x39) return 0;
  const third = bytes[at + 2] ?? 0;
  const fourth = bytes[at + 3] ?? 0;
  return third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39 ? 4 : 0;
}

const decodes = (bytes: Uint8Array): boolean => decodeGb(bytes) !== undefined;

/** Made once, as making one takes longer than decoding a small message; one that has failed is not used again. */
let decoder = new TextDecoder('gb18030', { fatal: true });

/** Undefined when a byte is none of GB 18030, which has all of Unicode: nothing is replaced. */
export function decodeGb(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    decoder = new TextDecoder('gb18030', { fatal: true });
    return undefined;
  }
}
