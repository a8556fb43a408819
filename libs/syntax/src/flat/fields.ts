/** What all records of a file have in common. */
export interface FlatSource {
  readonly text: string;
  /** Whether line breaks may stand inside records, to be dropped. */
  readonly wraps: boolean;
  /** Columns of the fields of a record, from 1, both included, instead of separators. */
  readonly columns: ReadonlyMap<string, readonly (readonly [number, number])[]>;
}

const colon = 0x3a;
const release = 0x3f;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Characters that a `?` before them is for: the separators, itself, and what other systems release as well. */
const released = new Set([...":'?+/"].map((mark) => mark.charCodeAt(0)));

export const isReleased = (unit: number): boolean => released.has(unit);

/** Where the fields of one record stand; the id is field 0. */
export class FieldIndex {
  private constructor(
    private readonly source: FlatSource,
    private readonly starts: readonly number[],
    /** Where there are columns; else a field ends before the separator of the next, which one more start tells. */
    private readonly ends: readonly number[] | undefined,
    /** Values need neither releases undone nor line breaks dropped. */
    private readonly plain: boolean,
  ) {}

  static of(source: FlatSource, id: string, from: number, to: number): FieldIndex {
    const columns = source.columns.get(id);
    return columns
      ? FieldIndex.byColumns(source, from, to, columns)
      : FieldIndex.bySeparators(source, from, to);
  }

  private static bySeparators(source: FlatSource, from: number, to: number): FieldIndex {
    const { text, wraps } = source;
    const starts = [from];
    let plain = true;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit === colon) {
        starts.push(at + 1);
      } else if (unit === release && at + 1 < to && isReleased(text.charCodeAt(at + 1))) {
        plain = false;
        at++;
      } else if (wraps && (unit === lineFeed || unit === carriageReturn)) {
        plain = false;
      }
    }
    starts.push(to + 1);
    return new FieldIndex(source, starts, undefined, plain);
  }

  private static byColumns(
    source: FlatSource,
    from: number,
    to: number,
    columns: readonly (readonly [number, number])[],
  ): FieldIndex {
    const starts = [from];
    const ends = [Math.min(from + 2, to)];
    for (const [first, last] of columns) {
      starts.push(columnAt(source.text, from, to, first));
      ends.push(columnAt(source.text, from, to, last + 1));
    }
    return new FieldIndex(source, starts, ends, true);
  }

  get length(): number {
    return this.ends ? this.starts.length : this.starts.length - 1;
  }

  from(field: number): number {
    return this.starts[field] ?? 0;
  }

  to(field: number): number {
    return this.ends ? (this.ends[field] ?? 0) : (this.starts[field + 1] ?? 1) - 1;
  }

  value(field: number): string {
    const from = this.from(field);
    const to = this.to(field);
    if (this.plain) return this.source.text.slice(from, to);
    return meaning(this.source, from, to);
  }
}

/** Where a column begins; characters beyond ASCII take two, as they do in GB 18030. */
function columnAt(text: string, from: number, to: number, column: number): number {
  let at = from;
  for (let reached = 1; at < to && reached < column; at++) reached += text.charCodeAt(at) > 0x7f ? 2 : 1;
  return at;
}

function meaning({ text, wraps }: FlatSource, from: number, to: number): string {
  let out = '';
  for (let at = from; at < to; at++) {
    let unit = text.charCodeAt(at);
    if (wraps && (unit === lineFeed || unit === carriageReturn)) continue;
    if (unit === release && at + 1 < to && isReleased(text.charCodeAt(at + 1))) unit = text.charCodeAt(++at);
    out += String.fromCharCode(unit);
  }
  return out;
}
