import { createHash } from 'node:crypto';

/** Bytes of a name; with what answers add to it, it stays within the 255 of file systems. */
export const nameMost = 200;

/** A file that was read and stored is set aside under this prefix while it is made sure that it is still the same. */
export const asidePrefix = '.taken~';

const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._~+@=(), -]*$/u;

/** What is still being sent: dot files, and the endings that SFTP clients and servers give until they rename. */
export const isTemporary = (name: string): boolean =>
  (name.startsWith('.') && !name.startsWith(asidePrefix)) ||
  /\.(tmp|temp|part|partial|filepart|crdownload|uploading)$/i.test(name);

/** A name that can be written beside answers, shown and logged as it is. */
export const isPlain = (name: string): boolean =>
  PLAIN.test(name) && !name.endsWith(' ') && Buffer.byteLength(name) <= nameMost;

/** The name of a folder's entry given byte by byte (latin1); undefined when it is not UTF-8. */
export function decodedName(raw: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1'));
  } catch {
    return undefined;
  }
}

/** A plain name for one that is not: what can be kept of it, and a hash that makes it its own. */
export function plainFor(raw: string): string {
  const kept = raw
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^[._-]+/, '')
    .slice(0, 80);
  const hash = createHash('sha256').update(raw, 'latin1').digest('hex').slice(0, 8);
  return `${kept === '' ? 'file' : kept}~${hash}`;
}
