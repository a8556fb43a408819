import type { Fault, Json, JsonObject } from '#kernel';
import type { Leaf, SourceNode, SourceTree } from '#syntax';
import { mappingFaults } from './faults.js';
import { readDtm } from './formats/dtm.js';
import type { Found } from './locate.js';
import { Trace, type Origin } from './trace.js';

/** Where one leaf of a document came from. */
export interface LineageEntry {
  /** JSON pointer in the document. */
  readonly pointer: string;
  /** The rule as a JSON pointer into the mapping. */
  readonly rule: string;
  /** Path and byte span in the message; absent for a constant or a default. */
  readonly path?: string;
  readonly span?: { readonly from: number; readonly to: number };
  /** The further places of a value that is made of several. */
  readonly also?: readonly LineagePlace[];
  /** The value stands in the mapping, not in the message. */
  readonly const?: true;
}

export interface LineagePlace {
  readonly path: string;
  readonly span: { readonly from: number; readonly to: number };
}

export interface ReadDocument {
  readonly type: string;
  readonly body: JsonObject;
  readonly lineage?: readonly LineageEntry[];
  /** One for each entry of the lineage, in its order, if they were asked for. */
  readonly traces?: readonly Trace[];
}

/** What a message gave. With faults there are no documents: never half a message. */
export interface Reading {
  readonly documents: readonly ReadDocument[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** The name of the message, from its own content. */
  readonly identity?: string;
  /** Where each document begins, if it was asked for. */
  readonly scopes?: readonly DocumentScope[];
}

/** The node that a document is made of, and which of the mapping's `documents` made it, from 0. */
export interface DocumentScope {
  readonly node: SourceNode;
  readonly kind: number;
}

export interface ReadOptions {
  /** Give the origin of every leaf. Costs about as much again as reading. */
  readonly lineage?: boolean;
  /** Keep what every leaf was read from, for whoever wants to know what was read, or the lineage of few leaves. */
  readonly traces?: boolean;
  /** Say where each document begins, and give the documents in the order of the message instead of that of the kinds. */
  readonly scopes?: boolean;
}

/** What a message says for all its documents alike. */
export interface SharedBlock {
  readonly message: SourceNode;
  readonly part: JsonObject;
  readonly values: number;
  readonly traces: readonly Trace[];
}

/** Faults and warnings kept of one message; the rest is counted. */
export const maxFaults = 500;

/** UNB element 4, component 1. */
const dateOfInterchange = { at: 'cell', element: 4, component: 1, repetition: 1 } as const;

/** State of one reading. Rules write into it; it lives as long as one call. */
export class ReadRun implements Found {
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  traces: Trace[] | undefined;
  /** Pointer of the item being read. */
  base = '';
  /** Values read so far, constants not counted: tells whether a part of the document has anything of the message. */
  values = 0;
  /** Those of them from below the scope: an item that only repeats what stands outside of it is empty. */
  own = 0;
  readonly comma: boolean;
  readonly blocks: SharedBlock[] = [];
  readonly anchors: (SourceNode | undefined)[];
  readonly nodes: (readonly SourceNode[])[];
  private dropped = 0;

  constructor(
    readonly tree: SourceTree,
    public message: SourceNode,
    places: number,
  ) {
    this.anchors = new Array<SourceNode | undefined>(places);
    this.nodes = new Array<readonly SourceNode[]>(places);
    this.comma = tree.decimalMark === ',' || tree.syntax === 'edifact';
  }

  /** The day on which the interchange around the message was made, `2026-03-12`; the last of days when it says none. */
  get prepared(): string {
    let node: SourceNode | undefined = this.message;
    while (node && node.kind !== 'interchange') node = node.parent;
    const stated = node?.first('UNB')?.value(dateOfInterchange);
    return (stated === undefined ? undefined : readDtm(stated, undefined, undefined)?.value) ?? '9999';
  }

  fault(
    code: keyof typeof mappingFaults.definitions,
    pointer: string,
    node: SourceNode,
    leaf: Leaf | undefined,
    values: Readonly<Record<string, string | number>>,
  ): void {
    if (this.faults.length + this.warnings.length >= maxFaults) {
      this.dropped++;
      return;
    }
    const { tree } = this;
    const span = tree.bytes(leaf ? node.valueSpan(leaf) : { from: node.from, to: node.to });
    const place = { path: tree.path(node, leaf), pointer: this.base + pointer, span };
    const fault = mappingFaults.make(code, { place, values });
    (fault.severity === 'error' ? this.faults : this.warnings).push(fault);
  }

  origin(pointer: string, rule: string, node: SourceNode, leaf: Leaf): void {
    this.traces?.push(new Trace(this.base, pointer, rule, { node, leaf }));
  }

  /** Of a value that is made of several places. */
  originOf(pointer: string, rule: string, first: Origin, others: readonly Origin[]): void {
    this.traces?.push(new Trace(this.base, pointer, rule, first, others));
  }

  constant(pointer: string, rule: string, value: Json): void {
    if (typeof value !== 'object') this.traces?.push(new Trace(this.base, pointer, rule, undefined));
  }

  /** How far everything has come, to take an item back that turns out empty. */
  mark(): { faults: number; warnings: number; traces: number } {
    return { faults: this.faults.length, warnings: this.warnings.length, traces: this.traces?.length ?? 0 };
  }

  takeBack(mark: { faults: number; warnings: number; traces: number }): void {
    this.faults.length = mark.faults;
    this.warnings.length = mark.warnings;
    if (this.traces) this.traces.length = mark.traces;
  }

  finish(): void {
    if (this.dropped === 0) return;
    const fault = mappingFaults.make('MAPPING_MORE', { values: { count: this.dropped } });
    if (this.faults.length > 0) this.faults.push(fault);
    else this.warnings.push({ ...fault, severity: 'warning' });
  }
}
