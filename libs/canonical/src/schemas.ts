import common from '../../../schemas/common.schema.json' with { type: 'json' };
import containerMove from '../../../schemas/documents/container-move.schema.json' with { type: 'json' };
import declaration from '../../../schemas/documents/declaration.schema.json' with { type: 'json' };
import envelope from '../../../schemas/envelope.schema.json' with { type: 'json' };
import type { JsonObject } from '#kernel';
import type { DocumentType } from './generated/index.js';

/** The kinds of values that the documents share. */
export const commonSchema: JsonObject = common;

export const envelopeSchema: JsonObject = envelope;

/** The schema of each document type: the one source of types, validators, keys and checks. */
export const documentSchemas: Readonly<Record<DocumentType, JsonObject>> = {
  ContainerMove: containerMove,
  Declaration: declaration,
};

const types: readonly string[] = Object.keys(documentSchemas);

/** Every document type, in the order of the alphabet. */
export const documentTypes: readonly DocumentType[] = types.filter(isDocumentType).sort();

export function isDocumentType(type: string): type is DocumentType {
  return types.includes(type);
}

/** The version of a type's schema; `0` for a type that is not known. */
export function schemaVersionOf(type: string): string {
  const version = isDocumentType(type) ? documentSchemas[type]['x-version'] : undefined;
  return typeof version === 'string' ? version : '0';
}

/** The `$id` of a type's schema: the `dataschema` of its events. */
export function schemaIdOf(type: string): string | undefined {
  const id = isDocumentType(type) ? documentSchemas[type].$id : undefined;
  return typeof id === 'string' ? id : undefined;
}
