import type { Json, JsonObject } from '#kernel';

/** The description is read as what it is, JSON: members that are not there read as empty. */
export const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !isList(value) ? value : {};

export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export const membersOf = (value: Json | undefined): readonly (readonly [string, JsonObject])[] =>
  Object.entries(objectOf(value)).map(([name, member]) => [name, objectOf(member)] as const);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
