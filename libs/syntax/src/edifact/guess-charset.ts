/** What the bytes beyond ASCII of an interchange say for one reading and for the other. */
interface Weights {
  gb: number;
  latin: number;
  /** All of them are characters of GB 2312. */
  plain: boolean;
}

/**
 * What bytes beyond ASCII most likely are. Chinese text comes in pairs: a lead byte from 0x81 and a trail byte from 0x40,
 * in GB 2312 both from 0xA1. The accented letters of Latin-1 mostly stand alone between letters of ASCII, and text in it
 * has few of the signs between 0xA1 and 0xBF.
 *
 * @param declared Latin-1 was declared: then only text that is nothing but characters of GB 2312 is taken for Chinese
 */
export function guessCharset(bytes: Uint8Array, declared = false): 'gb18030' | 'iso-8859-1' {
  const weights: Weights = { gb: 0, latin: 0, plain: true };
  for (let at = 0; at < bytes.length;) {
    if (at0(bytes, at) < 0x80) at++;
    else at = weigh(bytes, at, weights);
  }
  const { gb, latin, plain } = weights;
  const isGb = declared ? gb > 0 && latin === 0 && plain : gb > latin;
  return isGb ? 'gb18030' : 'iso-8859-1';
}

/** Bytes that give no reading as GB 18030 are as good as a proof. */
const proof = 1_000_000;

/** No byte of GB 18030, and no letter of names: binary content, which reading as GB 18030 refuses. */
const neither = 0xff;

/** Looks at the bytes from one beyond ASCII on that may be pairs; @returns the place behind them. */
function weigh(bytes: Uint8Array, from: number, weights: Weights): number {
  let pairs = 0;
  let high = 0;
  let accents = 0;
  let signs = 0;
  let at = from;
  while (at0(bytes, at) >= 0x80) {
    const lead = at0(bytes, at);
    const trail = at0(bytes, at + 1);
    if (isFour(bytes, at)) {
      pairs++;
      high += 2;
      signs += 2;
      weights.plain = false;
      at += 4;
      continue;
    }
    if (lead === neither) {
      weights.gb += 2 * proof;
      return at + 1;
    }
    if (!isLead(lead) || !isTrail(trail)) {
      weights.latin += proof;
      return at + 1;
    }
    pairs++;
    if (trail < 0x80) accents++;
    else high++;
    if (!isAccented(lead) || (trail >= 0x80 && !isAccented(trail))) signs++;
    if (!isPlain(lead, trail)) weights.plain = false;
    at += 2;
  }
  if (high === 0) weights.latin += accents;
  else if (high > 1 || signs > 0) weights.gb += pairs;
  else if (isLetter(at0(bytes, from - 1)) || isLetter(at0(bytes, at)) || accents > 0) weights.latin++;
  else weights.gb++;
  return at;
}

const at0 = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
const isTrail = (byte: number): boolean => byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;

/** A character of four bytes: high, digit, high, digit. */
function isFour(bytes: Uint8Array, at: number): boolean {
  const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
  return (
    isLead(at0(bytes, at)) &&
    isDigit(at0(bytes, at + 1)) &&
    isLead(at0(bytes, at + 2)) &&
    isDigit(at0(bytes, at + 3))
  );
}

/** The rows of GB 2312: signs, then hanzi. */
const isPlain = (lead: number, trail: number): boolean =>
  ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7)) && trail >= 0xa1;

/** A letter of Latin-1; the others from 0x80 on are controls and signs. */
const isAccented = (byte: number): boolean => byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
