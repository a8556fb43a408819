import iconv from 'iconv-lite';
import type { Json } from '#kernel';
import type { Profile } from './conformance.js';

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** The same JSON message in other bytes. */
export function jsonVariants(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const text = utf8(bytes);
  const value: Json = JSON.parse(text);
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  return {
    'with a byte order mark': Buffer.from(`\ufeff${text}`),
    'with other line ends': Buffer.from(text.replaceAll('\n', '\r\n')),
    'without white space': Buffer.from(JSON.stringify(value)),
    'with white space': Buffer.from(JSON.stringify(value, undefined, '\t')),
    'with members in another order': Buffer.from(JSON.stringify(backwards(value))),
    'with escapes': Buffer.from(text.replace(/[^\0-\x7e]/g, escaped)),
    'in UTF-16': utf16,
    'in UTF-16, big end first': Buffer.from(utf16).swap16(),
    'in UTF-16 without a mark': utf16.subarray(2),
    'in GB18030': iconv.encode(text, 'gb18030'),
  };
}

function backwards(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const members: [string, Json | undefined][] = Object.entries(value);
  return Object.fromEntries(members.reverse().map(([name, inner]) => [name, backwards(inner)]));
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * How the kit tries an adapter of JSON.
 *
 * @param always values that every document has: places without which a message is none
 */
export function jsonProfile(always: Readonly<Record<string, string>>, more: Partial<Profile> = {}): Profile {
  return {
    disturb: { separator: '\n', kinds: ['double', 'swap'] },
    generation: { characters: 'AZaz09 -_.,:;+\'"<>&?#%/\\{}[]大连营口㛃喆', always },
    variants: jsonVariants,
    ...more,
  };
}
