import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { fail, ok, type Fault, type Result } from '#kernel';
import { syntaxFaults } from '../faults.js';

/** Encodes a written message. A character that the charset lacks is a fault, never a question mark. */
export function encode(text: string, charset: string): Result<Uint8Array, Fault[]> {
  const label = charset.toLowerCase();
  if (label === 'utf-8') return ok(Buffer.from(text, 'utf8'));
  if (label === 'us-ascii') return within(text, 0x7f, charset);
  if (label === 'iso-8859-1') return within(text, 0xff, charset);
  if (!iconv.encodingExists(label)) {
    return fail([syntaxFaults.make('SYNTAX_CHARSET_UNSUPPORTED', { values: { charset } })]);
  }
  const bytes = iconv.encode(text, label);
  const back = iconv.decode(bytes, label);
  if (back === text) return ok(bytes);
  let at = 0;
  while (at < text.length && back[at] === text[at]) at++;
  return unwritable(text, at, charset);
}

function within(text: string, highest: number, charset: string): Result<Uint8Array, Fault[]> {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > highest) return unwritable(text, at, charset);
  }
  return ok(Buffer.from(text, 'latin1'));
}

function unwritable(text: string, at: number, charset: string): Result<Uint8Array, Fault[]> {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
  return fail([syntaxFaults.make('SYNTAX_CHARSET_UNWRITABLE', { values: { character, charset } })]);
}
