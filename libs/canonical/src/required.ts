import { placesOf } from './marks.js';
import { documentSchemas, isDocumentType } from './schemas.js';

/**
 * The fields that a document of this type must have and that are not among those given, for whoever writes a mapping:
 * fields of an object count where something of that object is given. JSON pointers, `*` for every item of a list.
 *
 * @param given JSON pointers of fields that are filled
 */
export function unfilledFields(type: string, given: readonly string[]): string[] {
  if (!isDocumentType(type)) return [];
  const filled = (pointer: string): boolean =>
    given.some((one) => one === pointer || one.startsWith(`${pointer}/`) || one === '');
  return placesOf(documentSchemas[type]).flatMap(({ steps, schema }) => {
    const at = steps.map((step) => `/${step}`).join('');
    const required = Array.isArray(schema.required) ? schema.required : [];
    if (at !== '' && !filled(at)) return [];
    return required.map((name) => `${at}/${String(name)}`).filter((pointer) => !filled(pointer));
  });
}
