import { fail, ok, type Fault, type Result } from '#kernel';
import { decode } from '../charset/decode.js';
import { Diagnostics } from '../diagnostics.js';
import { syntaxFaults } from '../faults.js';
import { defaultLimits, type NmeaOptions } from '../options.js';
import { nodePaths } from '../path.js';
import type { SourceNode, SourceTree, Span } from '../tree.js';
import { readAis, timeOfBase } from './ais-message.js';
import { Bits } from './bits.js';
import { Joining } from './joining.js';
import { readLine, type AisSentence } from './sentence.js';
import { Stations } from './stations.js';
import { UsualLine } from './usual-line.js';

/**
 * Reads a batch of AIS sentences into what changes: `nmea / station / report`. Sentences with a wrong checksum, parts
 * without the others and lines that are no sentence are left out with a diagnostic; a batch that ends inside a sentence
 * was cut off and is refused.
 */
export function parseNmea(bytes: Uint8Array, options: NmeaOptions = {}): Result<SourceTree, Fault[]> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.bytes) {
    return fail([
      syntaxFaults.make('SYNTAX_TOO_LARGE', { values: { bytes: bytes.length, limit: limits.bytes } }),
    ]);
  }
  const decoded = decode(bytes, undefined);
  if (!decoded.ok) return decoded;
  const { text, charset, offsets, warnings } = decoded.value;
  const batch = new Batch(text, offsets, limits.nodes);
  const fault = batch.read();
  if (fault) return fail([fault]);
  const paths = nodePaths((node: SourceNode) => node.parent === undefined);
  return ok({
    syntax: 'nmea',
    root: batch.stations.root,
    text,
    charset,
    decimalMark: '.',
    diagnostics: [...warnings, ...batch.diagnostics.faults()],
    bytes: offsets,
    path: (node) => paths(node) || '.',
  });
}

class Batch {
  readonly stations: Stations;
  readonly diagnostics = new Diagnostics();
  /** Sentences that were read. */
  private sentences = 0;
  /** Said by a line for the one after it, or by a base station for those that say no time. */
  private next: number | undefined;
  private clock: number | undefined;
  private readonly joining = new Joining((sentence) => this.odd('SYNTAX_NMEA_PART', sentence));
  private readonly usual: UsualLine;

  constructor(
    private readonly text: string,
    private readonly offsets: (span: Span) => Span,
    private readonly maxNodes: number,
  ) {
    this.stations = new Stations(text.length);
    this.usual = new UsualLine(text);
  }

  read(): Fault | undefined {
    const { text } = this;
    for (let from = 0; from < text.length;) {
      const end = text.indexOf('\n', from);
      const to = end < 0 ? text.length : end;
      const cut = this.line(from, to);
      if (cut) return cut;
      if (this.stations.size > this.maxNodes) {
        return syntaxFaults.make('SYNTAX_NMEA_NODES', { values: { limit: this.maxNodes } });
      }
      from = to + 1;
    }
    this.joining.end();
    return this.sentences === 0 ? syntaxFaults.make('SYNTAX_NMEA_START') : undefined;
  }

  private line(from: number, to: number): Fault | undefined {
    const { usual } = this;
    const found = usual.read(from, to);
    if (found === 'other') return this.otherLine(from, to);
    if (found === 'checksum') this.odd('SYNTAX_NMEA_CHECKSUM', { from, to });
    else if (found === 'numbers') this.odd('SYNTAX_NMEA_SENTENCE', { from, to });
    else if (usual.total > 1) this.sentence(usual.sentence());
    else {
      this.sentences++;
      const { payloadFrom, payloadTo, fillBits } = usual;
      const bits = Bits.at(this.text, payloadFrom, payloadTo, fillBits);
      this.message(bits, usual.from, usual.to, usual.at);
    }
    return undefined;
  }

  private otherLine(from: number, to: number): Fault | undefined {
    const line = readLine(this.text.slice(from, to), from);
    if (line === 'nothing') return undefined;
    if (line === 'cut' && this.text.slice(to).trim() === '') {
      return syntaxFaults.make('SYNTAX_NMEA_TRUNCATED', { place: { span: this.offsets({ from, to }) } });
    }
    if (line === 'cut' || line === 'sentence') this.odd('SYNTAX_NMEA_SENTENCE', { from, to });
    else if (line === 'checksum') this.odd('SYNTAX_NMEA_CHECKSUM', { from, to });
    else if ('payload' in line) this.sentence(line);
    else this.next = line.at;
    return undefined;
  }

  private sentence(sentence: AisSentence): void {
    this.sentences++;
    const parts = sentence.total === 1 ? [sentence] : this.joining.take(sentence);
    if (parts) this.joined(parts);
  }

  private joined(parts: readonly AisSentence[]): void {
    const payload = parts.map((part) => part.payload).join('');
    const fillBits = parts[parts.length - 1]?.fillBits ?? 0;
    const from = Math.min(...parts.map((part) => part.from));
    const to = Math.max(...parts.map((part) => part.to));
    const timed = parts.find(({ at }) => at !== undefined);
    this.message(Bits.of(payload, fillBits), from, to, timed?.at);
  }

  private message(bits: Bits | undefined, from: number, to: number, said: number | undefined): void {
    const at = said ?? this.next ?? this.clock;
    this.next = undefined;
    if (bits?.isEmpty) return;
    const message = bits && readAis(bits);
    if (!bits || !message) {
      this.odd('SYNTAX_NMEA_PAYLOAD', { from, to });
      return;
    }
    if (message.kind.type === 4) this.clock = timeOfBase(bits) ?? this.clock;
    this.stations.take(message, from, to, at);
  }

  private odd(
    code: 'SYNTAX_NMEA_SENTENCE' | 'SYNTAX_NMEA_CHECKSUM' | 'SYNTAX_NMEA_PART' | 'SYNTAX_NMEA_PAYLOAD',
    { from, to }: Span,
  ): void {
    const sentence = this.text.slice(from, Math.min(to, from + 60)).trim();
    this.diagnostics.add(code, { place: { span: this.offsets({ from, to }) }, values: { sentence } });
  }
}
