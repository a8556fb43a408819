import { fail, ok, type Fault, type Result } from '#kernel';
import { decodeUndeclared, type Decoded } from '../charset/decode.js';
import { syntaxFaults } from '../faults.js';
import { defaultLimits, type FlatOptions } from '../options.js';
import { nodePaths } from '../path.js';
import type { Leaf, SourceNode, SourceTree } from '../tree.js';
import type { StructureGroup } from '../edifact/structure.js';
import { FlatReader } from './flat-reader.js';

/**
 * Reads a flat file into the tree `file / message / [group] / record`. Counts, a missing trailer, records that the
 * structure does not know and records without terminator are diagnostics; a file that ends inside a record is an error.
 */
export function parseFlat(
  bytes: Uint8Array,
  options: FlatOptions = {},
  structure?: StructureGroup,
): Result<SourceTree, Fault[]> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.bytes) {
    return fail([
      syntaxFaults.make('SYNTAX_TOO_LARGE', { values: { bytes: bytes.length, limit: limits.bytes } }),
    ]);
  }
  const decoded = decodeUndeclared(bytes);
  if (!decoded.ok) return decoded;
  const reader = new FlatReader(decoded.value, limits.segments, options, structure);
  const fault = reader.read();
  return fault ? fail([fault]) : ok(sourceTree(reader, decoded.value));
}

const isMessage = (node: SourceNode): boolean => node.kind === 'message';

function sourceTree(reader: FlatReader, decoded: Decoded): SourceTree {
  const paths = nodePaths(isMessage);
  return {
    syntax: 'flat',
    root: reader.root,
    text: decoded.text,
    charset: decoded.charset,
    decimalMark: '.',
    diagnostics: reader.diagnostics.faults(),
    bytes: decoded.offsets,
    path(node, leaf) {
      const path = paths(node);
      return leaf ? `${path}${leafPath(leaf)}` : path || '.';
    },
  };
}

const leafPath = (leaf: Leaf): string => (leaf.at === 'cell' ? `.${leaf.element}` : '');
