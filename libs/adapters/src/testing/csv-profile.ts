import iconv from 'iconv-lite';
import type { JsonObject } from '#kernel';
import type { Profile } from './conformance.js';

/**
 * How the kit tries an adapter of tables. A table has no end mark: what is cut off behind a line gives fewer documents, and
 * a last line that has no end is noted.
 *
 * @param always values that every document has: places without which a message is none
 * @param mend makes values agree that must
 */
export function csvProfile(
  always: Readonly<Record<string, string>>,
  mend: (body: JsonObject) => JsonObject = (body) => body,
): Profile {
  return {
    encoding: 'gb18030',
    named: false,
    mayEndBehind: '',
    list: true,
    disturb: { separator: '\r\n', kinds: ['leave out', 'double', 'swap'] },
    generation: { characters: 'AZaz09 -_.,;+\'"?:#%/=*()大连营口', always, mend },
    variants: (bytes) => {
      const text = iconv.decode(Buffer.from(bytes), 'gb18030');
      return {
        'in UTF-8': Buffer.from(text),
        'in UTF-8 with a byte order mark': Buffer.from(`\ufeff${text}`),
        'with other line ends': iconv.encode(text.replaceAll('\r\n', '\n'), 'gb18030'),
        'with empty lines': iconv.encode(text.replaceAll('\r\n', '\r\n\r\n'), 'gb18030'),
      };
    },
  };
}
