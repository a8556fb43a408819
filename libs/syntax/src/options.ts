/** Options of the XML syntax. Members of both syntaxes are optional here; the mapping's schema says which are needed. */
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
  /** UNB 0001 when writing. */
  readonly charset?: string;
  /** Line break after each written segment. */
  readonly newline?: boolean;
  readonly limits?: Limits;
}

/** The bounds of one message. What is left out has the default of `defaultLimits`. */
export interface Limits {
  /** Bytes of an interchange. */
  readonly bytes?: number;
  /** Elements inside one another (XML). */
  readonly depth?: number;
  /** Elements of a message (XML). */
  readonly nodes?: number;
  /** Attributes of one element (XML). */
  readonly attributes?: number;
  /** Segments of an interchange (EDIFACT). */
  readonly segments?: number;
}

export const defaultLimits: Required<Limits> = {
  bytes: 64 * 1024 * 1024,
  depth: 64,
  nodes: 1_000_000,
  attributes: 64,
  segments: 1_000_000,
};
