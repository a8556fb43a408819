import type { MappingUsed, Normalised } from '#adapters';

export type { MappingUsed };

/**
 * `normalisation.mapping_version`: the version of the mapping, and those that read the messages inside of an envelope.
 *
 * @example '1.0.0', '1.0.0+3', '1.0.0, customs/declaration-xml 1.0.0+3'
 */
export function writeVersions({ mappingVersion, inside = [] }: Normalised): string | undefined {
  if (mappingVersion === undefined) return undefined;
  return [mappingVersion, ...inside.map(({ adapter, version }) => `${adapter} ${version}`)].join(', ');
}

/** What `writeVersions` wrote, with the adapter that the first version is of. */
export function readVersions(adapter: string, text: string): MappingUsed[] {
  const [version = '', ...inside] = text.split(', ');
  return [
    { adapter, version },
    ...inside.map((one) => {
      const at = one.indexOf(' ');
      return { adapter: one.slice(0, at), version: one.slice(at + 1) };
    }),
  ];
}
