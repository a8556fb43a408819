import type { Fault } from '#kernel';
import type { Decoded } from '../charset/decode.js';
import { Diagnostics } from '../diagnostics.js';
import { syntaxFaults } from '../faults.js';
import type { NodeKind } from '../tree.js';
import { checkMessageTrailer, checkTrailer } from './check.js';
import { sniff, standardDelimiters, type Sniffed } from './delimiters.js';
import { EdifactNode } from './edifact-node.js';
import { Grouping } from './grouping.js';
import { sourceOf, type Source } from './scan.js';
import type { StructureGroup } from './structure.js';
import { segmentEnd, skipBlank, tagOf, type Token } from './tokenize.js';

const tagPattern = /^[A-Z][A-Z0-9]{2}$/;

const startOfSegment = /^[A-Z][A-Z0-9]{2}(?![A-Za-z0-9\s])/;
const serviceSegment = /UN[ABGHTEZ][^A-Za-z0-9\s]/;

/** Reads segment by segment and keeps track of which interchange, package and message are open. */
export class Envelope {
  readonly root: EdifactNode;
  readonly diagnostics = new Diagnostics();
  decimalMark = '.';
  private source: Source;
  private at: number;
  private sniffedAt = -1;
  private readonly wraps: boolean;
  private interchange: EdifactNode | undefined;
  private pack: EdifactNode | undefined;
  private message: EdifactNode | undefined;
  private grouping: Grouping | undefined;
  private segmentsOfMessage = 0;

  constructor(
    private readonly decoded: Decoded,
    private readonly maxSegments: number,
    private readonly messageType: string | undefined,
    private readonly structure: StructureGroup | undefined,
  ) {
    const { text } = decoded;
    this.wraps = text.includes('\n') || text.includes('\r');
    this.source = sourceOf(text, standardDelimiters, this.wraps);
    this.root = new EdifactNode('file', '', undefined, this.source, 0, text.length);
    this.at = skipBlank(text, 0);
  }

  /** Reads the whole file; the fault, if any, is the reason to take nothing of it. */
  read(): Fault | undefined {
    const { text } = this.decoded;
    if (this.at >= text.length) return syntaxFaults.make('SYNTAX_EMPTY');
    const sniffed = sniff(text, this.at);
    if (!sniffed) {
      const span = this.decoded.offsets({ from: this.at, to: Math.min(this.at + 3, text.length) });
      return syntaxFaults.make('SYNTAX_EDIFACT_START', { place: { span } });
    }
    this.begin(sniffed);
    for (let count = 0; this.at < text.length; count++) {
      if (this.mayBegin()) this.begin(sniff(text, this.at));
      if (count >= this.maxSegments) {
        return syntaxFaults.make('SYNTAX_EDIFACT_SEGMENTS', { values: { limit: this.maxSegments } });
      }
      if (!this.interchange && this.isTextBehind()) break;
      const end = segmentEnd(this.source, this.at);
      if (end < 0) return this.unterminated();
      this.segment({ tag: tagOf(this.source, this.at, end), from: this.at, to: end });
      this.at = skipBlank(text, end + 1);
    }
    if (this.message) return this.cut(this.message);
    this.closeInterchange();
    return undefined;
  }

  /** Mail gateways put text of their own behind what they pass on. */
  private isTextBehind(): boolean {
    const { text } = this.decoded;
    const last = this.root.children[this.root.children.length - 1];
    if (!last?.first('UNZ') || startOfSegment.test(text.slice(this.at, this.at + 4))) return false;
    if (serviceSegment.test(text.slice(this.at))) return false;
    const span = this.decoded.offsets({ from: this.at, to: text.length });
    this.diagnostics.add('SYNTAX_EDIFACT_BEHIND', {
      values: { text: text.slice(this.at, this.at + 40) },
      place: { path: 'UNZ', span },
    });
    return true;
  }

  /** Each interchange of a file may have delimiters of its own. */
  private mayBegin(): boolean {
    if (this.message || this.at === this.sniffedAt) return false;
    const { text } = this.decoded;
    return text.startsWith('UNA', this.at) || (!this.interchange && text.startsWith('UNB', this.at));
  }

  private begin(sniffed: Sniffed | undefined): void {
    if (!sniffed) return;
    const { delimiters, start, oddUna } = sniffed;
    this.source = sourceOf(this.decoded.text, delimiters, this.wraps);
    if (this.root.children.length === 0) this.decimalMark = delimiters.decimalMark;
    if (oddUna !== undefined) {
      const span = this.decoded.offsets({ from: this.at, to: start });
      this.diagnostics.add('SYNTAX_EDIFACT_UNA', { values: { una: oddUna }, place: { path: 'UNA', span } });
    }
    this.at = this.sniffedAt = start;
  }

  private segment(token: Token): void {
    switch (token.tag) {
      case 'UNB':
        this.closeInterchange();
        this.interchange = this.open('interchange', this.root, token.from);
        this.push(this.interchange, token);
        return;
      case 'UNG':
        this.closePackage();
        this.pack = this.open('package', this.interchangeAt(token), token.from);
        this.push(this.pack, token);
        return;
      case 'UNH':
        this.openMessage(token);
        return;
      case 'UNT':
        this.unt(token);
        return;
      case 'UNE':
        this.une(token);
        return;
      case 'UNZ':
        this.unz(token);
        return;
      default:
        this.body(token);
    }
  }

  private body(token: Token): void {
    if (!tagPattern.test(token.tag)) {
      this.warn('SYNTAX_EDIFACT_TAG', token, { tag: token.tag.slice(0, 20), contrl: '15' });
    }
    if (!this.message) {
      this.warn('SYNTAX_EDIFACT_OUTSIDE', token, { tag: token.tag.slice(0, 20), contrl: '15' });
      this.push(this.pack ?? this.interchangeAt(token), token);
      return;
    }
    this.segmentsOfMessage++;
    if (!this.grouping) {
      this.push(this.message, token);
      return;
    }
    this.grouping.place(token);
  }

  private openMessage(token: Token): void {
    if (this.message) this.missing('UNT', token);
    this.closeMessage();
    const parent = this.pack ?? this.interchangeAt(token);
    const message = this.open('message', parent, token.from);
    this.message = message;
    this.segmentsOfMessage = 1;
    const header = this.push(message, token);
    const { structure, messageType } = this;
    const grouped = structure && (messageType === undefined || header.cell(2, 1) === messageType);
    this.grouping = grouped ? new Grouping(message, structure) : undefined;
  }

  private unt(token: Token): void {
    const { message } = this;
    if (!message) {
      this.warn('SYNTAX_EDIFACT_OUTSIDE', token, { tag: 'UNT', contrl: '15' });
      this.push(this.pack ?? this.interchangeAt(token), token);
      return;
    }
    this.closeGrouping();
    const trailer = this.push(message, token);
    checkMessageTrailer(message, trailer, this.segmentsOfMessage + 1, this.diagnostics, this.decoded);
    this.closeMessage();
  }

  private une(token: Token): void {
    if (this.message) this.missing('UNT', token);
    this.closeMessage();
    const trailer = this.push(this.pack ?? this.interchangeAt(token), token);
    if (this.pack) checkTrailer(this.pack, trailer, this.diagnostics, this.decoded);
    this.pack = undefined;
  }

  private unz(token: Token): void {
    if (this.message) this.missing('UNT', token);
    this.closeMessage();
    this.closePackage();
    const interchange = this.interchangeAt(token);
    const trailer = this.push(interchange, token);
    checkTrailer(interchange, trailer, this.diagnostics, this.decoded);
    this.interchange = undefined;
  }

  private closeMessage(): void {
    this.closeGrouping();
    this.message = undefined;
  }

  private closeGrouping(): void {
    this.grouping?.finish(this.diagnostics, (node) => this.decoded.offsets(node));
    this.grouping = undefined;
  }

  private closePackage(): void {
    if (this.pack) this.diagnose('UNE', this.pack);
    this.pack = undefined;
  }

  private closeInterchange(): void {
    this.closeMessage();
    this.closePackage();
    if (this.interchange?.first('UNB')) this.diagnose('UNZ', this.interchange);
    this.interchange = undefined;
  }

  private interchangeAt(token: Token): EdifactNode {
    if (this.interchange) return this.interchange;
    this.warn('SYNTAX_EDIFACT_UNB', token, { contrl: '13' });
    this.interchange = this.open('interchange', this.root, token.from);
    return this.interchange;
  }

  private open(kind: NodeKind, parent: EdifactNode, from: number): EdifactNode {
    const node = new EdifactNode(kind, kind, parent, this.source, from, from);
    parent.push(node);
    return node;
  }

  private push(parent: EdifactNode, token: Token): EdifactNode {
    const node = new EdifactNode('segment', token.tag, parent, this.source, token.from, token.to);
    parent.push(node);
    for (let at: EdifactNode | undefined = parent; at && at !== this.root; at = at.parent) at.to = token.to;
    return node;
  }

  private missing(tag: string, token: Token): void {
    this.warn('SYNTAX_EDIFACT_MISSING', token, { tag, contrl: '13' });
  }

  private diagnose(tag: string, node: EdifactNode): void {
    const place = { path: tag, span: this.decoded.offsets({ from: node.to, to: node.to }) };
    this.diagnostics.add('SYNTAX_EDIFACT_MISSING', { values: { tag, contrl: '13' }, place });
  }

  private warn(
    code: 'SYNTAX_EDIFACT_TAG' | 'SYNTAX_EDIFACT_OUTSIDE' | 'SYNTAX_EDIFACT_UNB' | 'SYNTAX_EDIFACT_MISSING',
    token: Token,
    values: Record<string, string>,
  ): void {
    const place = {
      path: token.tag.slice(0, 20),
      span: this.decoded.offsets({ from: token.from, to: token.to }),
    };
    this.diagnostics.add(code, { values, place });
  }

  private unterminated(): Fault {
    const { text } = this.decoded;
    const tag = tagOf(this.source, this.at, Math.min(this.at + 20, text.length));
    const span = this.decoded.offsets({ from: this.at, to: text.length });
    return syntaxFaults.make('SYNTAX_EDIFACT_UNTERMINATED', { values: { tag }, place: { path: tag, span } });
  }

  private cut(message: EdifactNode): Fault {
    const reference = message.first('UNH')?.cell(1, 1) ?? '';
    const span = this.decoded.offsets({ from: message.from, to: this.decoded.text.length });
    return syntaxFaults.make('SYNTAX_EDIFACT_CUT', { values: { reference }, place: { path: 'UNT', span } });
  }
}
