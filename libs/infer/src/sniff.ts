import type { SyntaxName } from '#syntax';

/** Characters from the start of a sample that say what it is. */
const head = 4000;

/** The syntax that a sample seems to be in, by how it begins; undefined for what is none of them. */
export function sniff(bytes: Uint8Array): SyntaxName | undefined {
  const start = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, head))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '') return undefined;
  if (start.startsWith('<')) return 'xml';
  if (/^[[{]/.test(start)) return 'json';
  if (/^(?:UNA.{6}|UNB[^A-Za-z0-9]|UNH[^A-Za-z0-9])/s.test(start)) return 'edifact';
  if (/^\d{2}:[^\n]*'/.test(start)) return 'flat';
  if (start.includes('\0')) return undefined;
  const lines = start.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const separated = lines.slice(0, 20).filter((line) => /[,;\t|]/.test(line)).length;
  return lines.length >= 2 && separated * 2 >= Math.min(20, lines.length) ? 'csv' : undefined;
}
