/** Options of the XML syntax. All members are optional here; the mapping's schema says which are needed. */
export interface XmlOptions {
  /** Local name of the root element. */
  readonly root?: string;
  /** Written as `xmlns` of the root element; on reading any namespace is accepted. */
  readonly namespace?: string;
  /** Encoding of a written message. */
  readonly encoding?: string;
  /** Spaces per level of a written message; 0 writes no white space. */
  readonly indent?: number;
  readonly limits?: Limits;
}

/** Options of the EDIFACT syntax. */
export interface EdifactOptions {
  /** Message type (UNH 0065) that the structure is for. */
  readonly message?: string;
  /** Rest of UNH element 2 when writing: `D:95B:UN:ITG12`. */
  readonly release?: string;
  /** Segment groups: `BGM TDT{RFF* LOC*} SG3=EQD*{RFF* LOC*} CNT*`. */
  readonly structure?: string;
  /** Segment groups of releases (UNH 0054) in which they stand otherwise. */
  readonly structures?: readonly { readonly releases: readonly string[]; readonly structure: string }[];
  /** UNB 0001 when writing. */
  readonly charset?: string;
  /** Line break after each written segment. */
  readonly newline?: boolean;
  readonly limits?: Limits;
}

/** Options of the flat files of the Ministry of Transport (平台文件): `50:LNHU2001013:22G1'`. */
export interface FlatOptions {
  /** Message type (first field of the header record) that the structure is for. */
  readonly message?: string;
  /** Groups of records, header and trailer included: `00 10 12*{13* 47* 51*} 99`. */
  readonly structure?: string;
  /** Id of the record that a message begins with: default `00`. */
  readonly header?: string;
  /** Id of the record that a message ends with: default `99`; empty for none. */
  readonly trailer?: string;
  /** Encoding of a written message: default `gb18030`. */
  readonly encoding?: string;
  /** Line break after each written record: default true. */
  readonly newline?: boolean;
  /** Fields that a written record has at least, by record id: those that are missing are written empty. */
  readonly fields?: Readonly<Record<string, number>>;
  /** Records without separators: by record id the columns of each field, from 1, both included, a Chinese character counting as two. */
  readonly columns?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly limits?: Limits;
}

/** Options of CSV (RFC 4180, and what programs write under that name). */
export interface CsvOptions {
  /** Default: found in the file; written as `,`. */
  readonly delimiter?: string;
  /**
   * Where the column names stand: a row number from 1, or `none`. Default: the row that has most of `names`; without
   * `names` the first that is about as wide as the table. What stands before it are titles and `head`.
   */
  readonly headerRow?: number | 'none';
  /** Columns in the order of writing: name in paths to the headers that it may have, the first being written. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Values before the table, beside their labels: name in paths to the labels that it may have. */
  readonly head?: Readonly<Record<string, readonly string[]>>;
  /** Columns that rows are grouped by: the first tells groups apart, the others belong to the group as well. */
  readonly group?: readonly string[];
  /** Encoding of a written file: default `gb18030`. */
  readonly encoding?: string;
  readonly limits?: Limits;
}

/** Options of JSON. */
export interface JsonOptions {
  /**
   * Member of the root object that holds the items of a message. A text that is a bare list, or one bare item, is read
   * as though it were `{ "<list>": [ … ] }`. Without it the items of a bare list are called `item`.
   */
  readonly list?: string;
  /** Several values, one a line (JSON Lines), are read as a bare list is. */
  readonly lines?: boolean;
  /** Members that are one value although a mapping goes through them with `each`: written as no list. */
  readonly single?: readonly string[];
  /** What is written: the root object (default), its `list` as a bare list, or as JSON Lines. */
  readonly written?: 'object' | 'array' | 'lines';
  /** Spaces per level of a written message; 0 (default) writes no white space. */
  readonly indent?: number;
  readonly limits?: Limits;
}

/** Options of NMEA sentences. */
export interface NmeaOptions {
  readonly limits?: Limits;
}

/** Options of any syntax: those of different ones never mix in one mapping. */
export type SyntaxOptions = XmlOptions &
  EdifactOptions &
  FlatOptions &
  CsvOptions &
  JsonOptions &
  NmeaOptions;

/** The bounds of one message. What is left out has the default of `defaultLimits`. */
export interface Limits {
  /** Bytes of an interchange. */
  readonly bytes?: number;
  /** Nodes inside one another (XML, JSON). */
  readonly depth?: number;
  /** Nodes of a message (XML, JSON, NMEA), cells of a file (CSV). */
  readonly nodes?: number;
  /** Attributes of one element (XML). */
  readonly attributes?: number;
  /** Segments of an interchange (EDIFACT), records of a file (flat). */
  readonly segments?: number;
}

export const defaultLimits: Required<Limits> = {
  bytes: 64 * 1024 * 1024,
  depth: 64,
  nodes: 1_000_000,
  attributes: 64,
  segments: 1_000_000,
};
