/**
 * What happens to the thing that failed:
 * `reject` the sender must change it (HTTP 4xx, negative receipt), `hold` parked until an administrator changes
 * a mapping or a right and then done again, `retry` done again by itself, `dead-letter` given up and kept for a
 * person, `bug` ours to mend.
 */
export type Disposition = 'reject' | 'hold' | 'retry' | 'dead-letter' | 'bug';

/** An error stops the thing it is about; a warning goes with it. */
export type Severity = 'error' | 'warning';

export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** Where a fault is: in the message (path, byte span from the first byte, end exclusive) and in the document. */
export interface Place {
  /** Path in the source message, in the notation of its syntax: `DecHead/GrossWet`, `SG3[2]/EQD.2.1`. */
  readonly path?: string;
  /** JSON pointer in the document or request body. */
  readonly pointer?: string;
  /** Byte offsets in the interchange as received: from inclusive, to exclusive. */
  readonly span?: { readonly from: number; readonly to: number };
}

/** One fault, complete: readable by a program (code), by a person in two languages, and fit for JSON. */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  readonly disposition: Disposition;
  /** The HTTP status that a request failing for this reason alone is answered with. */
  readonly status: number;
  readonly text: Texts;
  /** What to do about it. */
  readonly advice: Texts;
  readonly place?: Place;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The entry of a fault in its library's catalogue. `{name}` in a text is filled from the fault's values. */
export interface FaultDefinition {
  readonly disposition: Disposition;
  readonly status: number;
  readonly severity?: Severity;
  readonly zh: string;
  readonly en: string;
  readonly advice: Texts;
}

export type FaultDefinitions = Readonly<Record<string, FaultDefinition>>;

export interface FaultDetail {
  readonly place?: Place;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A library's faults: each library owns the codes it can give, with one prefix. */
export interface FaultCatalogue<D extends FaultDefinitions> {
  readonly definitions: D;
  make(code: keyof D & string, detail?: FaultDetail): Fault;
}

/**
 * @example
 * const faults = catalogue({ QUEUE_FULL: { disposition: 'retry', status: 429, zh: '…', en: '…', advice: {…} } });
 * return fail(faults.make('QUEUE_FULL', { values: { limit: 100 } }));
 */
export function catalogue<const D extends FaultDefinitions>(definitions: D): FaultCatalogue<D> {
  return {
    definitions,
    make(code, detail = {}) {
      const definition: FaultDefinition | undefined = definitions[code];
      if (!definition) throw new Error(`no such fault: ${code}`);
      const values = detail.values ?? {};
      return {
        code,
        severity: definition.severity ?? 'error',
        disposition: definition.disposition,
        status: definition.status,
        text: { zh: fill(definition.zh, values), en: fill(definition.en, values) },
        advice: { zh: fill(definition.advice.zh, values), en: fill(definition.advice.en, values) },
        ...(detail.place ? { place: detail.place } : {}),
        ...(detail.values ? { values: detail.values } : {}),
      };
    },
  };
}

/** Texts and names in turns, beginning with a text: taken apart once, as a fault has four texts. */
const templates = new Map<string, readonly string[]>();

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  let pieces = templates.get(template);
  if (!pieces) templates.set(template, (pieces = template.split(/\{(\w+)\}/)));
  if (pieces.length === 1) return template;
  let text = '';
  for (const [at, piece] of pieces.entries())
    text += at % 2 === 0 ? piece : String(values[piece] ?? `{${piece}}`);
  return text;
}
