import iconv from 'iconv-lite';
import type { Profile } from './conformance.js';

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The same XML message in other bytes. */
export function xmlVariants(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const text = utf8(bytes);
  return {
    'with a byte order mark': Buffer.concat([mark, bytes]),
    'with other line ends': Buffer.from(text.replaceAll('\n', '\r\n')),
    'in GB18030': iconv.encode(text.replace('UTF-8', 'GB18030'), 'gb18030'),
    'in GB18030, declared as gb2312': iconv.encode(text.replace('UTF-8', 'gb2312'), 'gb18030'),
    'without white space between elements': Buffer.from(text.replace(/>\n\s*</g, '><')),
  };
}

/**
 * How the kit tries an adapter of XML.
 *
 * @param always values that every document has: places without which a message is none
 */
export function xmlProfile(always: Readonly<Record<string, string>>, answer?: Profile['answer']): Profile {
  return {
    ...(answer ? { answer } : {}),
    disturb: { separator: '\n', kinds: ['double', 'swap'] },
    generation: { characters: 'AZaz09 -_.,:;+\'"<>&?#%/大连营口㛃喆', always },
    variants: xmlVariants,
  };
}

/** Answers of cross-border commerce carry the number of the message that they answer. */
export const cebAnswer = {
  file: 'ack.xml',
  references: (text: string): readonly string[] => /\bguid="([^"]+)"/.exec(text)?.slice(1) ?? [],
  positive: (text: string): boolean => text.includes('<returnStatus>2</returnStatus>'),
};

/** Answers about means of transport name the message that they answer. */
export const csmAnswer = {
  file: 'ack.xml',
  references: (text: string): readonly string[] => /<(?:\w+:)?MessageID>([^<]+)</.exec(text)?.slice(1) ?? [],
  positive: (answer: string): boolean => answer.includes('<ResponseCode>0</ResponseCode>'),
};
