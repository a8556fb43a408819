import type { JsonObject } from '#kernel';
import type { SyntaxName, SyntaxOptions } from '#syntax';

/** A mapping as data: what an adapter ships as `mapping.json` and an administrator edits. See README.md. */
export interface MappingDefinition {
  /** Id of the adapter: `customs/declaration-xml`. */
  readonly adapter: string;
  readonly version: string;
  readonly syntax: SyntaxName;
  readonly options: MappingOptions;
  /** Offset of local times in the message, `+08:00`; documents then carry it. None: times stay local. */
  readonly zone?: string;
  /** Absolute paths whose values together name the message (sender, reference). All must have a value. */
  readonly identity?: readonly string[];
  readonly documents: readonly DocumentMapping[];
  readonly examples?: readonly MappingExample[];
}

/** Options of the syntax: those of different syntaxes never mix in one mapping. */
export type MappingOptions = SyntaxOptions;

/** How one kind of document is made from a message. */
export interface DocumentMapping {
  readonly type: string;
  /** One document for each node here; `.` is the message itself. */
  readonly each: string;
  readonly when?: Condition;
  readonly rules: readonly Rule[];
}

/**
 * True when the place has a value (or has none), or one of the values given; or when an expression in CEL over the
 * values of named places says so.
 */
export interface Condition {
  readonly path?: string;
  readonly exists?: boolean;
  readonly equals?: string;
  readonly in?: readonly string[];
  readonly cel?: string;
  readonly of?: Places;
}

/** Places of the message by the names that an expression calls them. A place without a value is an empty text. */
export type Places = Readonly<Record<string, string>>;

export type Way = 'read' | 'write';

/**
 * One rule. Which members are together decides what it is:
 * `from` + `to` a value, both ways; `value` + `of` + `to` a value computed of several; `const` + `to` a fixed value in
 * the document; `const` or `param` + `from` a fixed value in the message; `each` + `to` + `rules` a list; `rules` with neither a common place; `note` alone a
 * remark that does nothing.
 */
export interface Rule {
  /** Place in the message; of several, the first with a value is read and the first is written. */
  readonly from?: string | readonly string[];
  /** JSON pointer relative to the document, or to the item inside `each`. Empty: the item itself. */
  readonly to?: string;
  /** CEL over the names of `of`: what the document gets. */
  readonly value?: string;
  readonly of?: Places;
  /** CEL over `value`, for each place of `of` that is written. None: the rule only reads. */
  readonly back?: Readonly<Record<string, string>>;
  readonly each?: string;
  readonly rules?: readonly Rule[];
  readonly when?: Condition;
  readonly as?: Format | readonly Format[];
  /** Name of a table in codes.json. */
  readonly codes?: string;
  /** Document value to read where the message has none. */
  readonly default?: string | number | boolean;
  readonly required?: boolean;
  readonly const?: string | number | boolean;
  /** Name of a value given by whoever writes. */
  readonly param?: string;
  /** One way only. */
  readonly way?: Way;
  /** Why the rule is as it is, for whoever edits it. */
  readonly note?: string;
}

export type Format =
  | 'string'
  | 'text'
  | 'decimal'
  | 'integer'
  | 'count'
  | 'number'
  | 'upper'
  | 'lower'
  | { readonly date: string | readonly string[] }
  | { readonly time: string | readonly string[]; readonly zone?: string }
  | { readonly dtm: string; readonly zone?: string }
  | { readonly flag: { readonly true: string; readonly false: string } }
  | { readonly prefix: string }
  | { readonly part: number; readonly of: string }
  | { readonly slice: readonly [from: number, to: number]; readonly wide?: boolean }
  | { readonly pad: number; readonly with?: string; readonly side?: 'left' | 'right' }
  | { readonly without: string }
  | { readonly scale: number }
  | { readonly together: readonly [date: Format, time: Format]; readonly zone?: string };

/** The tables of an adapter: table name, then value in the message to value in the document. */
export type CodeTables = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A message and the documents it must give: publishing a mapping is refused when its examples fail. */
export interface MappingExample {
  readonly name: string;
  readonly message: string;
  readonly documents: readonly { readonly type: string; readonly body: JsonObject }[];
}
