import type { Fault } from '#kernel';

/** The syntaxes: one folder each, with the same tree. */
export type SyntaxName = 'xml' | 'edifact' | 'flat' | 'json' | 'csv' | 'nmea';

/**
 * How places in a message are named. `segments`: named segments or records with numbered cells, in groups (`EQD.2.1`,
 * `50.2`). `tree`: named nodes inside one another that have a text (`DecHead/BillNo`, `row/箱号`).
 */
export type Grammar = 'segments' | 'tree';

export const grammarOf = (syntax: SyntaxName): Grammar =>
  syntax === 'edifact' || syntax === 'flat' ? 'segments' : 'tree';

/**
 * `element` is every node of a `tree`. The others are of `segments`: a `file` holds interchanges or messages, an
 * `interchange` (UNB to UNZ) holds functional groups (`package`, UNG to UNE) and messages, a `message` (UNH to UNT, 00
 * to 99) holds segments (or records) and groups of them.
 */
export type NodeKind = 'element' | 'file' | 'interchange' | 'package' | 'message' | 'group' | 'segment';

/** Where in a node a value stands: its own text, an attribute, or an EDIFACT element and component (from 1). */
export type Leaf =
  | { readonly at: 'text' }
  | { readonly at: 'attribute'; readonly name: string }
  | {
      readonly at: 'cell';
      readonly element: number;
      readonly component: number;
      readonly repetition: number;
    };

/** From inclusive, to exclusive. Of UTF-16 units in `SourceTree.text`, or of bytes: the owner says which. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The elements of a segment: `cells[e][c]` is component c of element e, both from 0, release characters removed. */
export type Cells = readonly (readonly string[])[];

/** What a writer needs of a node. A parsed tree and a tree that a mapping has built both are made of these. */
export interface TreeNode {
  readonly kind: NodeKind;
  /** Local name of an XML element, tag of a segment, name of a segment group (`SG3`), or the kind itself. */
  readonly name: string;
  readonly children: readonly TreeNode[];
  /** Character data of its own, children's not included. Empty for EDIFACT. */
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements of a segment. Empty for all other kinds. */
  readonly cells: Cells;
  /** Written as a list also where it stands alone (JSON). */
  readonly listed?: boolean;
  /** What the text is where it is no string (JSON). */
  readonly scalar?: 'number' | 'boolean' | undefined;
  /** Second and further repetitions of an element (ISO 9735 version 4), by element index from 0. */
  readonly repeats: ReadonlyMap<number, readonly (readonly string[])[]>;
}

/** A node of a parsed message: it knows its parent and where it stands. */
export interface SourceNode extends TreeNode {
  readonly parent: SourceNode | undefined;
  readonly children: readonly SourceNode[];
  /** UTF-16 offsets of the whole node in `SourceTree.text`. */
  readonly from: number;
  readonly to: number;
  first(name: string): SourceNode | undefined;
  /** Children of a name in their order; an index is made on first use, so that each call costs one look-up. */
  named(name: string): readonly SourceNode[];
  /** The value at a leaf exactly as meant (entities and releases resolved); undefined when absent or empty. */
  value(leaf: Leaf): string | undefined;
  /** UTF-16 offsets of the raw value at a leaf; of the node itself when the leaf is absent. */
  valueSpan(leaf: Leaf): Span;
}

/** A message as read: the tree, the decoded text it points into, and what was odd about it. */
export interface SourceTree {
  readonly syntax: SyntaxName;
  readonly root: SourceNode;
  readonly text: string;
  /** The encoding that the bytes were really in, as TextDecoder names it. */
  readonly charset: string;
  /** The decimal mark in force: `.`, or `,` where a service string says so. */
  readonly decimalMark: string;
  /** Warnings only: a tree with errors is not given. */
  readonly diagnostics: readonly Fault[];
  /** Turns UTF-16 offsets into byte offsets of the interchange as received. */
  bytes(span: Span): Span;
  /** Path of a node in the notation of faults and lineage: `DecLists/DecList[2]/GName`, `SG3[2]/EQD.2.1`. */
  path(node: SourceNode, leaf?: Leaf): string;
}
