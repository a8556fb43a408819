import { isSextet } from './bits.js';
import { groupOf, tagsOf, type AisSentence } from './sentence.js';
import { plausible, timeOf } from './times.js';

/** What a line was found to be: in the usual form, with a wrong checksum or numbers that cannot be, or in another form. */
export type Usual = 'usual' | 'checksum' | 'numbers' | 'other';

const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const asterisk = 0x2a;
const exclamation = 0x21;

/** Characters of the shortest sentence: `!AIVDM,1,1,,,,0*00`. */
const shortest = 18;

/**
 * A line as receivers mostly write it, with the time of a tag block, another one or none. Its pieces are places in the text: it is the
 * same object for line after line.
 *
 * @example
 * \s:DLVTS,c:1773270000*62\!AIVDM,1,1,,A,16:4@f1000`egD0F?683Q2lt0000,0*21
 */
export class UsualLine {
  /** Sentences of the message, and which of them this is. */
  total = 0;
  number = 0;
  fillBits = 0;
  /** What the tag block says, in milliseconds. */
  at: number | undefined = undefined;
  /** The sentence without what stands before and behind it. */
  from = 0;
  to = 0;
  payloadFrom = 0;
  payloadTo = 0;

  /** Where the line begins, with what stands before the sentence. */
  private lineFrom = 0;

  constructor(private readonly text: string) {}

  /** One of several that a message has, to be kept. */
  sentence(): AisSentence {
    const { text, total, number, fillBits, at, from, to, payloadFrom, payloadTo } = this;
    const [sequence = '', channel = ''] = text.slice(from + 11, payloadFrom - 1).split(',');
    return {
      group: groupOf(text.slice(from + 1, from + 6), total, sequence),
      channel,
      ...tagsOf(text.slice(this.lineFrom, from)),
      payload: text.slice(payloadFrom, payloadTo),
      ...{ total, number, fillBits, at, from, to },
    };
  }

  read(from: number, to: number): Usual {
    if (to - from < shortest) return 'other';
    const { text } = this;
    this.at = undefined;
    this.lineFrom = from;
    const start = text.charCodeAt(from) === backslash ? this.tagBlock(from + 1, to) : from;
    const isBare = start >= 0 && text.charCodeAt(start) === exclamation;
    const first = isBare ? start : this.beginning(from, to);
    if (first < 0 || to - first < shortest || !this.head(first)) return 'other';
    const end = this.payload(to) + 5;
    if (end < 5 || end > to || text.charCodeAt(end - 3) !== asterisk) return 'other';
    const fill = text.charCodeAt(end - 4);
    const sum = hex(text.charCodeAt(end - 2)) * 16 + hex(text.charCodeAt(end - 1));
    if (fill < 0x30 || fill > 0x35 || !(sum >= 0)) return 'other';
    this.fillBits = fill - 0x30;
    this.from = first;
    this.to = end;
    if (sum !== this.checksum(end - 3)) return 'checksum';
    if (this.number < 1 || this.number > this.total) return 'numbers';
    if (!isBare) this.at = timeOf(text.slice(from, first));
    if (this.at === undefined && to - end > 1) this.at = timeOf(text.slice(end, to));
    return 'usual';
  }

  /** Where the sentence begins that has something else before it; -1 where that may be another sentence, or a comment. */
  private beginning(from: number, to: number): number {
    const { text } = this;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit === exclamation) return at;
      if (unit === 0x23 || unit === 0x24) return -1;
    }
    return -1;
  }

  /** `s:DLVTS,c:1773270000*62\`: the place behind it, -1 for another one. */
  private tagBlock(from: number, to: number): number {
    const { text } = this;
    let at = from;
    if (to - at > 2 && text.charCodeAt(at) === 0x73 && text.charCodeAt(at + 1) === colon) {
      at += 2;
      while (at < to && isWord(text.charCodeAt(at))) at++;
      if (at >= to || text.charCodeAt(at) !== comma) return -1;
      at++;
    }
    if (to - at < 16 || text.charCodeAt(at) !== 0x63 || text.charCodeAt(at + 1) !== colon) return -1;
    let time = 0;
    for (let digit = at + 2; digit < at + 12; digit++) {
      const value = text.charCodeAt(digit) - 0x30;
      if (value < 0 || value > 9) return -1;
      time = time * 10 + value;
    }
    at += 12;
    const isClosed = text.charCodeAt(at) === asterisk && text.charCodeAt(at + 3) === backslash;
    if (!isClosed || hex(text.charCodeAt(at + 1)) < 0 || hex(text.charCodeAt(at + 2)) < 0) return -1;
    this.at = plausible(time * 1000);
    return at + 4;
  }

  /** `!AIVDM,1,1,,A,` */
  private head(start: number): boolean {
    const { text } = this;
    const isHead =
      text.charCodeAt(start) === exclamation &&
      isCapital(text.charCodeAt(start + 1)) &&
      isCapital(text.charCodeAt(start + 2)) &&
      text.charCodeAt(start + 3) === 0x56 &&
      text.charCodeAt(start + 4) === 0x44 &&
      (text.charCodeAt(start + 5) === 0x4d || text.charCodeAt(start + 5) === 0x4f) &&
      text.charCodeAt(start + 6) === comma &&
      text.charCodeAt(start + 8) === comma &&
      text.charCodeAt(start + 10) === comma;
    if (!isHead) return false;
    this.total = text.charCodeAt(start + 7) - 0x30;
    this.number = text.charCodeAt(start + 9) - 0x30;
    if (this.total < 0 || this.total > 9 || this.number < 0 || this.number > 9) return false;
    let at = start + 11;
    const sequence = text.charCodeAt(at);
    if (sequence >= 0x30 && sequence <= 0x39) at++;
    if (text.charCodeAt(at) !== comma) return false;
    at++;
    const channel = text.charCodeAt(at);
    if (channel === 0x41 || channel === 0x42) at++;
    if (text.charCodeAt(at) !== comma) return false;
    this.payloadFrom = at + 1;
    return true;
  }

  /** The comma behind the payload; -1 where something else stands. */
  private payload(end: number): number {
    const { text } = this;
    let at = this.payloadFrom;
    while (at < end && isSextet(text.charCodeAt(at))) at++;
    this.payloadTo = at;
    return at < end && text.charCodeAt(at) === comma ? at : -1;
  }

  /** XOR of everything between the mark and the asterisk. */
  private checksum(end: number): number {
    const { text } = this;
    let sum = 0;
    for (let at = this.from + 1; at < end; at++) sum ^= text.charCodeAt(at);
    return sum;
  }
}

const isCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

const isWord = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  unit === 0x5f ||
  unit === 0x2d;

/** Below zero for what is no figure. */
function hex(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = (unit | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : -1000;
}
