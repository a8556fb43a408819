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
