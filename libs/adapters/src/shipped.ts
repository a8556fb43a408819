import type { MappingDefinition } from '#mapping';

/**
 * The mapping of an adapter's own `mapping.json`. Its rules are checked when the mapping is compiled; a file that is no
 * mapping at all is a mistake in the build.
 */
export function shippedMapping(file: unknown): MappingDefinition {
  if (!isMapping(file)) throw new Error('mapping.json is not a mapping');
  return file;
}

function isMapping(file: unknown): file is MappingDefinition {
  return (
    typeof file === 'object' &&
    file !== null &&
    'adapter' in file &&
    'version' in file &&
    'syntax' in file &&
    'documents' in file &&
    Array.isArray(file.documents)
  );
}
