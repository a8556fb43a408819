import type { JsonObject } from '#kernel';

/** The description of the interface as a page to read, with nothing to fetch beside it. */
export function apiPage(document: JsonObject): string {
  return JSON.stringify(document);
}
