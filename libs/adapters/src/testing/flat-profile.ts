import iconv from 'iconv-lite';
import type { Profile } from './conformance.js';

/**
 * How the kit tries an adapter of flat files. These are often without a trailer, so that a message that ends behind a
 * record is taken, with a warning.
 *
 * @param always values that every document has: places without which a message is none
 */
export function flatProfile(always: Readonly<Record<string, string>>, more: Partial<Profile> = {}): Profile {
  return {
    encoding: 'gb18030',
    mayEndBehind: "'",
    disturb: { separator: "'\n", kinds: ['leave out', 'double', 'swap'] },
    generation: { characters: "AZaz09 -_.,;+'?:#%/=*()大连营口", always },
    variants: (bytes) => {
      const text = iconv.decode(Buffer.from(bytes), 'gb18030');
      const encode = (changed: string): Uint8Array => iconv.encode(changed, 'gb18030');
      return {
        'in UTF-8': Buffer.from(text),
        'in UTF-8 with a byte order mark': Buffer.from(`\ufeff${text}`),
        'with other line ends': encode(text.replaceAll('\n', '\r\n')),
        'without line ends': encode(text.replaceAll('\n', '')),
        'without terminators': encode(text.replaceAll("'\n", '\n')),
        'with blanks behind records': encode(text.replaceAll('\n', '  \n')),
        'with an end-of-file mark': encode(`${text}\u001a`),
      };
    },
    ...more,
  };
}
