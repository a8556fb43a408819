import type { Json, JsonObject } from '#kernel';
import type { DocumentBody } from '../contract.js';

/** What of its message, or of its interchange beside what all manifests have, says which release a document came in; a section (UNS) is of one release alone. */
const places = ['version', 'release', 'agency', 'association'] as const;

/**
 * Documents as though they had come in another release, so that they are written in that one.
 *
 * @param release rest of UNH element 2: `D:95B:UN:SMDG22`
 * @example
 * asRelease([plan], 'D:13B:UN:SMDG31'); // a plan of 2.2 leaves as one of 3.1
 */
export function asRelease(documents: readonly DocumentBody[], release: string): readonly DocumentBody[] {
  const stated = release.split(':');
  return documents.map(({ type, body }) => {
    const member = 'interchange' in body ? 'interchange' : 'message';
    const { section: _section, ...known } = objectOf(body[member]);
    const message: Record<string, JsonObject[string]> = { ...known };
    places.forEach((place, i) => {
      const value = stated[i];
      if (value) message[place] = value;
      else delete message[place];
    });
    return { type, body: { ...body, [member]: message } };
  });
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
