import type { BusinessKey } from '#canonical';
import type { Fault, Json, JsonObject, Result, Texts } from '#kernel';
import type { CodeTables, LineageEntry, MappingDefinition } from '#mapping';
import type { SourceTree, SyntaxName } from '#syntax';

/** Whose system speaks this kind of message; `shared`: anybody's, in the words of the shared schema. */
export type System = 'customs' | 'inspection' | 'border' | 'maritime' | 'port' | 'shared';

/** What the sender says about the bytes beside sending them. None of it is trusted against the bytes themselves. */
export interface Hints {
  readonly contentType?: string;
  /** Id of the adapter that the sender asks for. */
  readonly adapter?: string;
  readonly filename?: string;
}

/**
 * A message kind of one system, as data: how to recognise it, its mapping with its code tables, the few rules that a
 * mapping or a schema cannot say, and the answer the system expects. Everything in it is pure and total.
 *
 * @example
 * export const declarationXml: Adapter = {
 *   id: 'customs/declaration-xml', system: 'customs', label: { zh: '报关单', en: 'Customs declaration' }, syntax: 'xml',
 *   mediaTypes: ['application/xml', 'text/xml'],
 *   recognise: (head) => (rootElement(head)?.name === 'DecMessage' ? 0.9 : 0),
 *   mapping, codes,
 * };
 */
export interface Adapter {
  /** `system/message-format`; stable, it is stored with every interchange. */
  readonly id: string;
  readonly system: System;
  readonly label: Texts;
  readonly syntax: SyntaxName;
  /** The media types that this kind of message travels as. */
  readonly mediaTypes: readonly string[];
  /**
   * How sure it is that a message beginning like this is of its kind: 0 no, 1 certain. Called for every message, so
   * cheap; total for arbitrary bytes.
   *
   * @param head the first {@link recognitionLimits.head} bytes, in whatever charset, perhaps with a byte order mark
   */
  recognise(head: Uint8Array, hints: Hints): number;
  /** The shipped version; an administrator may publish newer ones. */
  readonly mapping: MappingDefinition;
  readonly codes: CodeTables;
  /**
   * The root elements that messages of one structure come under. A document says in `/message/type` which it was and is
   * written under it again; the first is written where it does not say. Without variants: the root of the mapping.
   */
  readonly variants?: readonly Variant[];
  /** True: the mapping names every place that its messages have, so that nothing has to be looked for and carried along. */
  readonly complete?: boolean;
  /** Names of elements that are no part of a document, with all that is in them: signatures. */
  readonly leaveOut?: readonly string[];
  /** Values that follow from a value of the document and that no rule can give, such as codes inside of a remark. */
  derive?(body: JsonObject): readonly Derived[];
  /** The message holds documents of the shared schema as they are. Its mapping has no rules and is not asked. */
  readonly direct?: Direct;
  /**
   * The repeated segment group that a large message of EDIFACT may be cut at, and the CNT qualifier that counts it; what
   * `inspect` says must be the same of a message with some of its units. Without: always read as a whole.
   */
  readonly parts?: { readonly group: string; readonly control?: string };
  /** The message is an envelope: another message is inside of it. */
  readonly envelope?: EnvelopeContent;
  /** Looks at the whole message before it is mapped: reasons to take nothing of it, such as signs of a cut. */
  inspect?(tree: SourceTree): Fault[];
  /** The message's own name where the mapping's `identity` cannot say it: sender and reference. */
  identity?(documents: readonly DocumentBody[]): string | undefined;
  /** Rules about one document that a schema cannot say. */
  check?(document: DocumentBody): Fault[];
  /** The answer that this system expects, positive when there are no errors among the faults. */
  acknowledge?(outcome: Outcome): Uint8Array;
}

export interface Variant {
  /** The value of `/message/type`. */
  readonly type: string;
  /** Local name of the root element. */
  readonly root: string;
  /** Written as `xmlns`, where it is not that of the mapping. */
  readonly namespace?: string;
  /** Elements that are called otherwise than in the mapping: name in the mapping to name in the message. */
  readonly names?: Readonly<Record<string, string>>;
  /** Where a document begins, where it is not there that the mapping says. */
  readonly each?: string;
}

/** A value at the top of a document that was made of another one, at `from`, which its lineage names. */
export interface Derived {
  readonly name: string;
  readonly value: Json;
  readonly from: string;
}

/** How documents are taken out of a message that holds them as they are, and put into one. */
export interface Direct {
  /** Total: arbitrary bytes give documents or faults. Whether the documents are valid is looked at afterwards. */
  read(bytes: Uint8Array): Result<DirectReading, Fault[]>;
  write(documents: readonly DocumentBody[]): Result<Uint8Array, Fault[]>;
}

export interface DirectReading {
  readonly documents: readonly DirectDocument[];
  readonly identity?: string;
  readonly warnings: readonly Fault[];
}

export interface DirectDocument extends DocumentBody {
  /** Where the message says what is at a JSON pointer of the document; of what is missing, where it should say it. */
  place(pointer: string): {
    readonly path: string;
    readonly span: { readonly from: number; readonly to: number };
  };
  /** Where each leaf of the document came from. */
  lineage(): readonly LineageEntry[];
}

/** How an envelope holds its message. The documents of the message come after the one that tells of the envelope. */
export interface EnvelopeContent {
  /** Name of the element that the message is in. */
  readonly element: string;
  /** Undefined for an envelope with nothing in it. */
  open(tree: SourceTree): Result<Content | undefined, Fault[]>;
  /** What stands in the written envelope instead of {@link placeholder}. */
  enclose(message: Uint8Array): string;
  /** Put into the envelope by its mapping, as the parameter `content`. */
  readonly placeholder: string;
}

/** The message in an envelope, and the element of the envelope that holds it. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly span: { readonly from: number; readonly to: number };
}

export interface DocumentBody {
  readonly type: string;
  readonly body: JsonObject;
}

/** What became of an interchange, for whoever words the answer to its sender. */
export interface Outcome {
  /** The bytes as received: the answer names the references found in them, also in broken ones. */
  readonly interchange: Uint8Array;
  readonly faults: readonly Fault[];
  /** Unix time in milliseconds that the answer is dated with. */
  readonly now: number;
  /** Reference of the answer itself, at most 14 characters. */
  readonly reference: string;
}

export interface NormalisedDocument extends DocumentBody {
  readonly keys: readonly BusinessKey[];
  readonly orderKey?: string;
  readonly occurredAt?: string;
  readonly lineage?: readonly LineageEntry[];
}

/** The version of a mapping that read something. */
export interface MappingUsed {
  readonly adapter: string;
  readonly version: string;
}

/** What a message gave. With faults there are no documents: never half a message. */
export interface Normalised {
  /** Id of the adapter that read it; absent when none was found. */
  readonly adapter?: string;
  readonly mappingVersion?: string;
  /** What read the messages in an envelope, from the outside in, and those of further types in an interchange. */
  readonly inside?: readonly MappingUsed[];
  /** Sender and reference found inside the message; absent when it has none. */
  readonly identity?: string;
  readonly documents: readonly NormalisedDocument[];
  /** Errors. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export interface NormaliseOptions {
  /** Also say where each value came from. Costs about as much again as normalising. */
  readonly lineage?: boolean;
}
