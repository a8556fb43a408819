/**
 * Many byte strings as one parameter: PostgreSQL takes the concatenation as binary and cuts it by offset, which
 * spares the escaping of an array literal on this side and its parsing on the other.
 */
export interface Packed {
  readonly bytes: Buffer;
  /** 1-based start of each part, as `substring` counts. */
  readonly starts: string;
  readonly sizes: string;
}

export function pack(parts: readonly Uint8Array[]): Packed {
  const starts: number[] = [];
  const sizes: number[] = [];
  let at = 1;
  for (const part of parts) {
    starts.push(at);
    sizes.push(part.byteLength);
    at += part.byteLength;
  }
  return { bytes: Buffer.concat(parts), starts: plainArray(starts), sizes: plainArray(sizes) };
}

/** An array literal of values that need no quoting: numbers, ids, times, null. */
export function plainArray(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** An array literal of hashes as bytea: 64 hexadecimal digits each. */
export function hexArray(values: readonly Uint8Array[]): string {
  return `{${values.map((value) => `"\\\\x${Buffer.from(value).toString('hex')}"`).join(',')}}`;
}
