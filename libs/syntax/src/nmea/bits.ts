/** The payload of a message: six bits for each character (ITU-R M.1371-5, IEC 61162-1 annex), read where it stands. */
export class Bits {
  declare private readonly text: string;
  declare private readonly from: number;
  /** Characters. */
  declare private readonly sextets: number;
  /** Bits that were sent. */
  declare readonly length: number;

  private constructor(text: string, from: number, sextets: number, length: number) {
    this.text = text;
    this.from = from;
    this.sextets = sextets;
    this.length = length;
  }

  /** A payload that is known to have none but the 64 characters. */
  static at(text: string, from: number, to: number, fillBits: number): Bits {
    return new Bits(text, from, to - from, (to - from) * 6 - fillBits);
  }

  /** Undefined when a character is none of the 64. */
  static of(payload: string, fillBits: number): Bits | undefined {
    for (let at = 0; at < payload.length; at++) if (!isSextet(payload.charCodeAt(at))) return undefined;
    return Bits.at(payload, 0, payload.length, fillBits);
  }

  get isEmpty(): boolean {
    return this.sextets === 0;
  }

  /** Unsigned, of 30 bits at most; bits that were not sent are zero. */
  unsigned(from: number, bits: number): number {
    let value = 0;
    const end = from + bits;
    let sextet = Math.floor(from / 6);
    for (let at = from; at < end; sextet++) {
      const passed = at - sextet * 6;
      const taken = Math.min(6 - passed, end - at);
      value = (value << taken) | ((this.sextet(sextet) >> (6 - passed - taken)) & ((1 << taken) - 1));
      at += taken;
    }
    return value;
  }

  /** Two's complement. */
  signed(from: number, bits: number): number {
    const value = this.unsigned(from, bits);
    return value >= 1 << (bits - 1) ? value - (1 << bits) : value;
  }

  /** Six-bit ASCII up to the first `@`, without blanks at the end. */
  characters(from: number, bits: number): string {
    let text = '';
    for (let at = from; at + 6 <= from + bits && at + 6 <= this.length; at += 6) {
      const value = this.six(at);
      if (value === 0) break;
      text += String.fromCharCode(value < 32 ? value + 64 : value);
    }
    return text.trim();
  }

  /** Whether there are any but blanks. */
  hasCharacters(from: number, bits: number): boolean {
    for (let at = from; at + 6 <= from + bits && at + 6 <= this.length; at += 6) {
      const value = this.six(at);
      if (value !== 0x20) return value !== 0;
    }
    return false;
  }

  /** Six bits from any place. */
  private six(from: number): number {
    const at = Math.floor(from / 6);
    const passed = from - at * 6;
    if (passed === 0) return this.sextet(at);
    return (((this.sextet(at) << 6) | this.sextet(at + 1)) >> (6 - passed)) & 0x3f;
  }

  /** Whether others say the same with the characters from one to another. */
  same(others: Bits, from: number, to: number): boolean {
    if (this.length !== others.length) return false;
    const end = Math.min(to, this.sextets);
    for (let at = from; at < end; at++)
      if (this.text.charCodeAt(this.from + at) !== others.text.charCodeAt(others.from + at)) return false;
    return true;
  }

  private sextet(at: number): number {
    if (at >= this.sextets) return 0;
    const unit = this.text.charCodeAt(this.from + at);
    return unit < 0x60 ? unit - 0x30 : unit - 0x38;
  }
}

/** `0` to `W` and `` ` `` to `w`. */
export const isSextet = (unit: number): boolean =>
  unit >= 0x60 ? unit <= 0x77 : unit >= 0x30 && unit <= 0x57;
