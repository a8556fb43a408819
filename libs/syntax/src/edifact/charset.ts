/** What the syntax identifiers (UNB 0001, ISO 9735-1 annex) stand for. UNOA and UNOB are ASCII. */
const charsets: Readonly<Record<string, string>> = {
  UNOA: 'us-ascii',
  UNOB: 'us-ascii',
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'windows-1254',
  UNOL: 'iso-8859-15',
  UNOW: 'utf-8',
  UNOX: 'gb18030',
  UNOY: 'utf-8',
};

export const charsetOf = (identifier: string): string | undefined => charsets[identifier];

/** The characters in which a message of this syntax identifier is written. */
export function writtenCharset(identifier: string): string {
  return charsets[identifier] ?? 'utf-8';
}

/**
 * What bytes beyond ASCII most likely are where the identifier allows none, or is unknown. Chinese text comes in pairs
 * of bytes from 0xA1 on (GB 2312), the accented letters of Latin-1 mostly stand alone.
 */
export function guessCharset(bytes: Uint8Array): 'gb18030' | 'iso-8859-1' {
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0xa1) run++;
    else if (byte >= 0x80 || run % 2 === 1) return 'iso-8859-1';
    else run = 0;
  }
  return run % 2 === 1 ? 'iso-8859-1' : 'gb18030';
}
