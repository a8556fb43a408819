import type { Fault } from '#kernel';
import type { Decoded } from '../charset/decode.js';
import { Diagnostics } from '../diagnostics.js';
import { standardDelimiters } from '../edifact/delimiters.js';
import type { EdifactNode } from '../edifact/edifact-node.js';
import { Grouping, type GroupingStyle } from '../edifact/grouping.js';
import { sourceOf } from '../edifact/scan.js';
import type { StructureGroup } from '../edifact/structure.js';
import { skipBlank } from '../edifact/tokenize.js';
import { syntaxFaults } from '../faults.js';
import type { FlatOptions } from '../options.js';
import type { NodeKind } from '../tree.js';
import type { FlatSource } from './fields.js';
import { RecordNode } from './record-node.js';
import { Records, type FlatRecord } from './records.js';

const delimiters = { ...standardDelimiters, component: '', element: ':', release: '' };

/** Reads record by record and keeps track of the message that is open. */
export class FlatReader {
  readonly root: RecordNode;
  readonly diagnostics = new Diagnostics();
  private readonly source;
  private readonly flat: FlatSource;
  private readonly records: Records;
  private readonly header: string;
  private readonly trailer: string;
  private message: RecordNode | undefined;
  private grouping: Grouping | undefined;
  private counted = 0;

  constructor(
    private readonly decoded: Decoded,
    private readonly maxRecords: number,
    private readonly options: FlatOptions,
    private readonly structure: StructureGroup | undefined,
  ) {
    const { text } = decoded;
    const columns = new Map(Object.entries(options.columns ?? {}));
    const wraps = text.includes('\n') || text.includes('\r');
    this.header = options.header ?? '00';
    this.trailer = options.trailer ?? '99';
    this.source = sourceOf(text, delimiters, wraps);
    this.flat = { text, wraps, columns };
    const ids = structure && new Set([this.header, this.trailer, ...idsOf(structure)]);
    this.records = new Records(text, ids, columns.size > 0);
    this.root = this.node('file', '', undefined, 0, text.length);
  }

  /** Reads the whole file; the fault, if any, is the reason to take nothing of it. */
  read(): Fault | undefined {
    const { text } = this.decoded;
    let at = skipBlank(text, 0);
    if (at >= text.length) return syntaxFaults.make('SYNTAX_EMPTY');
    for (let count = 0; at < text.length; count++) {
      if (count >= this.maxRecords)
        return syntaxFaults.make('SYNTAX_FLAT_RECORDS', { values: { limit: this.maxRecords } });
      const record = this.records.at(at);
      if (count === 0 && (record?.tag ?? text.slice(at, at + this.header.length)) !== this.header)
        return this.noStart(at);
      if (!record) return this.cut(at);
      this.record(record);
      at = skipBlank(text, record.next);
    }
    return this.message ? this.end() : undefined;
  }

  private record(record: FlatRecord): void {
    if (record.bare) this.warn('SYNTAX_FLAT_TERMINATOR', record);
    if (record.tag === this.header) this.open(record);
    else if (!this.message) {
      this.warn('SYNTAX_FLAT_OUTSIDE', record);
      this.root.push(this.node('segment', record.tag, this.root, record.from, record.to));
    } else if (record.tag === this.trailer && this.trailer !== '') this.close(this.message, record);
    else this.place(this.message, record);
  }

  private open(record: FlatRecord): void {
    if (this.message) this.missingTrailer(this.message);
    this.finish();
    const message = this.node('message', 'message', this.root, record.from, record.to);
    this.root.push(message);
    this.message = message;
    this.counted = 0;
    const { structure, options } = this;
    const first = this.node('segment', record.tag, message, record.from, record.to);
    const grouped = structure && (options.message === undefined || first.cell(1)?.trim() === options.message);
    this.grouping = grouped ? new Grouping(message, structure, this.style) : undefined;
    this.place(message, record);
  }

  private readonly style: GroupingStyle = {
    unknown: 'SYNTAX_FLAT_UNKNOWN',
    order: 'SYNTAX_FLAT_ORDER',
    make: (kind, name, parent, from, to) => this.node(kind, name, parent, from, to),
  };

  private place(message: RecordNode, record: FlatRecord): EdifactNode {
    this.counted++;
    message.to = record.to;
    if (this.grouping) return this.grouping.place(record);
    const node = this.node('segment', record.tag, message, record.from, record.to);
    message.push(node);
    return node;
  }

  private close(message: RecordNode, record: FlatRecord): void {
    const trailer = this.place(message, record);
    const stated = trailer.cell(1, 1)?.trim() ?? '';
    const { counted } = this;
    if (!/^\d{1,9}$/.test(stated) || Number(stated) !== counted) {
      const span = this.decoded.offsets(
        trailer.valueSpan({ at: 'cell', element: 1, component: 1, repetition: 1 }),
      );
      this.diagnostics.add('SYNTAX_FLAT_COUNT', {
        values: { trailer: this.trailer, stated: stated.slice(0, 20), counted },
        place: { path: `${this.trailer}.1`, span },
      });
    }
    this.finish();
  }

  private finish(): void {
    this.grouping?.finish(this.diagnostics, (node) => this.decoded.offsets(node));
    this.grouping = undefined;
    this.message = undefined;
  }

  /** Without terminators and without a trailer nothing tells a whole file from a cut one. */
  private end(): Fault | undefined {
    const { message } = this;
    if (message && this.trailer !== '') {
      if (this.records.ending === 'break') return this.cut(message.to);
      this.missingTrailer(message);
    }
    this.finish();
    return undefined;
  }

  private missingTrailer(message: RecordNode): void {
    if (this.trailer === '') return;
    const span = this.decoded.offsets({ from: message.to, to: message.to });
    this.diagnostics.add('SYNTAX_FLAT_TRAILER', {
      values: { trailer: this.trailer },
      place: { path: this.trailer, span },
    });
  }

  private warn(code: 'SYNTAX_FLAT_TERMINATOR' | 'SYNTAX_FLAT_OUTSIDE', { tag, from, to }: FlatRecord): void {
    const record = tag.slice(0, 20);
    this.diagnostics.add(code, {
      values: { record },
      place: { path: record, span: this.decoded.offsets({ from, to }) },
    });
  }

  private node(
    kind: NodeKind,
    name: string,
    parent: EdifactNode | undefined,
    from: number,
    to: number,
  ): RecordNode {
    return new RecordNode(kind, name, parent, this.source, this.flat, from, to);
  }

  private noStart(at: number): Fault {
    const span = this.decoded.offsets({ from: at, to: Math.min(at + 2, this.decoded.text.length) });
    return syntaxFaults.make('SYNTAX_FLAT_START', { values: { header: this.header }, place: { span } });
  }

  private cut(at: number): Fault {
    const { text } = this.decoded;
    const record = /^[A-Za-z0-9]{0,8}/.exec(text.slice(at, at + 8))?.[0] ?? '';
    const span = this.decoded.offsets({ from: at, to: text.length });
    return syntaxFaults.make('SYNTAX_FLAT_CUT', { values: { record }, place: { path: record, span } });
  }
}

/** Found once for a structure: it is that of a mapping, for all its messages. */
const knownIds = new WeakMap<StructureGroup, readonly string[]>();

function idsOf(group: StructureGroup): readonly string[] {
  let ids = knownIds.get(group);
  if (!ids) {
    ids = group.entries.flatMap(({ tag, group: inner }) => (inner ? [tag, ...idsOf(inner)] : [tag]));
    knownIds.set(group, ids);
  }
  return ids;
}
