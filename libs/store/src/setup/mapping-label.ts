/** The name of a mapping that the program came with: its own version. */
export const shippedLabel = (version: string): string => version.split('+')[0] ?? '';

/**
 * The name of a stored mapping, which no other one of its adapter has: the version it calls itself, and its number.
 * It is what `normalisation.mapping_version` says of a message that was read with it.
 *
 * @example mappingLabel('1.0.0', 3) // '1.0.0+3'
 */
export const mappingLabel = (version: string, number: number): string => `${shippedLabel(version)}+${number}`;

/** The number in a label; undefined for that of a shipped mapping. */
export function numberOfLabel(label: string): number | undefined {
  const digits = /\+(\d{1,9})$/.exec(label)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
