/** The payload of a message: six bits for each character (ITU-R M.1371-5, IEC 61162-1 annex). */
export class Bits {
  private constructor(
    private readonly sextets: Uint8Array,
    /** Bits that were sent. */
    readonly length: number,
  ) {}

  /** Undefined when a character is none of the 64. */
  static of(payload: string, fillBits: number): Bits | undefined {
    const sextets = new Uint8Array(payload.length);
    for (let at = 0; at < payload.length; at++) {
      const unit = payload.charCodeAt(at);
      const value =
        unit >= 0x30 && unit <= 0x57 ? unit - 0x30 : unit >= 0x60 && unit <= 0x77 ? unit - 0x38 : -1;
      if (value < 0) return undefined;
      sextets[at] = value;
    }
    return new Bits(sextets, payload.length * 6 - fillBits);
  }

  /** Unsigned; bits that were not sent are zero. */
  unsigned(from: number, bits: number): number {
    let value = 0;
    const end = from + bits;
    for (let at = from; at < end;) {
      const passed = at % 6;
      const taken = Math.min(6 - passed, end - at);
      const sextet = this.sextets[(at - passed) / 6] ?? 0;
      value = value * (1 << taken) + ((sextet >> (6 - passed - taken)) & ((1 << taken) - 1));
      at += taken;
    }
    return value;
  }

  /** Two's complement. */
  signed(from: number, bits: number): number {
    const value = this.unsigned(from, bits);
    return value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
  }

  /** Six-bit ASCII up to the first `@`, without blanks at the end. */
  text(from: number, bits: number): string {
    let text = '';
    for (let at = from; at + 6 <= from + bits && at + 6 <= this.length; at += 6) {
      const value = this.unsigned(at, 6);
      if (value === 0) break;
      text += String.fromCharCode(value < 32 ? value + 64 : value);
    }
    return text.trim();
  }
}
