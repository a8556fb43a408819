import { Buffer, isAscii } from 'node:buffer';
import { fail, ok, type Fault, type Result } from '#kernel';
import { decode, type Decoded } from '../charset/decode.js';
import { syntaxFaults } from '../faults.js';
import { defaultLimits, type EdifactOptions } from '../options.js';
import { nodePaths } from '../path.js';
import type { Leaf, SourceNode, SourceTree } from '../tree.js';
import { charsetOf } from './charset.js';
import { Envelope } from './envelope.js';
import { guessCharset } from './guess-charset.js';
import type { StructureGroup } from './structure.js';

/** The syntax identifier stands within this many bytes of the start. */
const headBytes = 64;

/**
 * Reads EDIFACT into the tree `file / interchange / [package] / message / [group] / segment`. Counts, references, missing
 * envelopes, unknown segments and line breaks never stop it: they are diagnostics. A message that is cut off is an error.
 *
 * @param structure segment groups of messages of `options.message`; other messages stay flat
 */
export function parseEdifact(
  bytes: Uint8Array,
  options: EdifactOptions = {},
  structure?: StructureGroup,
): Result<SourceTree, Fault[]> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.bytes) {
    return fail([
      syntaxFaults.make('SYNTAX_TOO_LARGE', { values: { bytes: bytes.length, limit: limits.bytes } }),
    ]);
  }
  const decoded = decodeEdifact(bytes);
  if (!decoded.ok) return decoded;
  const envelope = new Envelope(decoded.value, limits.segments, options.message, structure);
  const fault = envelope.read();
  if (fault) return fail([fault]);
  return ok(sourceTree(envelope, decoded.value));
}

/**
 * Reads the characters that the syntax identifier stands for. Where that allows none beyond ASCII, is unknown, or is
 * Latin-1 and every such byte is half of a Chinese character, the charset is guessed, and the guess is told.
 */
function decodeEdifact(bytes: Uint8Array): Result<Decoded, Fault[]> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(raw) || hasMark(raw)) return decode(bytes, undefined);
  const identifier = /UNB[^A-Z0-9]([A-Z]{4})/.exec(raw.toString('latin1', 0, headBytes))?.[1] ?? '';
  const stated = charsetOf(identifier);
  const none = stated === undefined || stated === 'us-ascii';
  if (!none && stated !== 'iso-8859-1') return decode(bytes, stated);
  const guessed = guessCharset(bytes, !none);
  const decoded = decode(bytes, guessed);
  if (!decoded.ok || (!none && decoded.value.charset === stated)) return decoded;
  const { charset, warnings } = decoded.value;
  const told = syntaxFaults.make('SYNTAX_CHARSET_DIFFERS', {
    values: { declared: identifier || '-', charset },
  });
  return ok({
    ...decoded.value,
    warnings: [told, ...warnings.filter(({ code }) => code !== 'SYNTAX_CHARSET_DIFFERS')],
  });
}

/** A byte order mark says what the charset is. */
const hasMark = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 3));

const isMessage = (node: SourceNode): boolean => node.kind === 'message';

function sourceTree(envelope: Envelope, decoded: Decoded): SourceTree {
  const paths = nodePaths(isMessage);
  return {
    syntax: 'edifact',
    root: envelope.root,
    text: decoded.text,
    charset: decoded.charset,
    decimalMark: envelope.decimalMark,
    diagnostics: [...decoded.warnings, ...envelope.diagnostics.faults()],
    bytes: decoded.offsets,
    path(node, leaf) {
      const path = paths(node);
      return leaf ? `${path}${leafPath(leaf)}` : path || '.';
    },
  };
}

function leafPath(leaf: Leaf): string {
  if (leaf.at !== 'cell') return '';
  const repetition = leaf.repetition > 1 ? `*${leaf.repetition}` : '';
  return `.${leaf.element}${repetition}.${leaf.component}`;
}
