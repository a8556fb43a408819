import { Buffer } from 'node:buffer';
import { SegmentReader, type RawSegment } from './segment-reader.js';
import { elementOf, type Surveyed } from './survey.js';

/** An interchange of its own: what stands around the units, and some of them. */
export interface EdifactPart {
  readonly bytes: Uint8Array;
  /** Number of its first unit in the message, from 0. */
  readonly first: number;
  readonly units: number;
  /** The byte offset in the file that a byte offset in the part comes from. */
  origin(offset: number): number;
}

export const partLimits = {
  /** Units of a part at most, and bytes after which no further unit is added. */
  units: 200,
  bytes: 128 * 1024,
};

/**
 * Cuts a file that was surveyed into parts, each an interchange that can be read like any other. A part has two units
 * at least where the message has, so that its paths number them as those of the message do.
 */
export class EdifactParts {
  private readonly reader = new SegmentReader((segment) => this.take(segment));
  private part: PartBuilder;
  private given = 0;

  constructor(
    private readonly surveyed: Surveyed,
    private readonly give: (part: EdifactPart) => void,
    private readonly limits: { readonly units: number; readonly bytes: number } = partLimits,
  ) {
    this.part = new PartBuilder(surveyed, 0);
  }

  push(chunk: Uint8Array): void {
    this.reader.push(chunk);
  }

  end(): void {
    this.reader.end();
    if (this.part.units > 0 || this.given === 0) this.flush();
  }

  private take(segment: RawSegment): void {
    const starts = this.surveyed.unit.starts(segment);
    const { part, surveyed } = this;
    if (this.given + part.units === 0 && !starts) return;
    if (starts) {
      const left = surveyed.units - this.given - part.units;
      const full = part.units >= this.limits.units || part.bytes >= this.limits.bytes;
      if (full && part.units >= 2 && left >= 2) this.flush();
      this.part.units++;
    } else if (isAround(segment, surveyed)) return;
    this.part.add(segment);
  }

  private flush(): void {
    const { part } = this;
    this.given += part.units;
    this.part = new PartBuilder(this.surveyed, this.given);
    this.give(part.finish());
  }
}

/** Trailer and closing segments stand in every part already. */
function isAround({ from }: RawSegment, { trailer, closing }: Surveyed): boolean {
  const begins = trailer[0]?.from ?? closing[0]?.from;
  return begins !== undefined && from >= begins;
}

class PartBuilder {
  units = 0;
  bytes = 0;
  private readonly pieces: Uint8Array[] = [];
  /** Where each piece begins in the part, and in the file. */
  private readonly starts: number[] = [];
  private readonly origins: number[] = [];

  constructor(
    private readonly surveyed: Surveyed,
    private readonly first: number,
  ) {
    this.piece(surveyed.prefix, 0);
    for (const segment of surveyed.header) this.piece(segment.bytes, segment.from);
  }

  add({ bytes, from }: RawSegment): void {
    this.piece(Uint8Array.from(bytes), from);
  }

  finish(): EdifactPart {
    const { surveyed, first, units } = this;
    const segments = this.pieces.length;
    for (const { bytes, from } of surveyed.trailer) this.piece(bytes, from);
    const around = surveyed.header.filter(({ tag }) => tag === 'UNB' || tag === 'UNG').length;
    const counted = segments - 1 - around + surveyed.trailer.length + 1;
    this.close(counted);
    const { starts, origins } = this;
    return { bytes: Buffer.concat(this.pieces), first, units, origin: (at) => originOf(at, starts, origins) };
  }

  /** Counts and references as they must be, so that nothing is said about those of a part. */
  private close(counted: number): void {
    const { header, closing, delimiters } = this.surveyed;
    const { element, terminator } = delimiters;
    const reference = (tag: string, number: number): string => {
      const opening = header.find((segment) => segment.tag === tag);
      return opening ? elementOf(opening.bytes, number, delimiters) : '';
    };
    const closers = [`UNT${element}${counted}${element}${reference('UNH', 1)}`];
    if (header.some(({ tag }) => tag === 'UNG'))
      closers.push(`UNE${element}1${element}${reference('UNG', 5)}`);
    closers.push(`UNZ${element}1${element}${reference('UNB', 5)}`);
    for (const closer of closers) {
      const real = closing.find(({ tag }) => closer.startsWith(tag));
      this.piece(Buffer.from(closer + terminator, 'latin1'), real?.from ?? 0);
    }
  }

  private piece(bytes: Uint8Array, from: number): void {
    this.pieces.push(bytes);
    this.starts.push(this.bytes);
    this.origins.push(from);
    this.bytes += bytes.length;
  }
}

function originOf(offset: number, starts: readonly number[], origins: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (origins[low] ?? 0) + offset - (starts[low] ?? 0);
}
