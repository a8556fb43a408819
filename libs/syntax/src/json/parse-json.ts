import { fail, ok, type Fault, type Result } from '#kernel';
import { decode, type Decoded } from '../charset/decode.js';
import { syntaxFaults } from '../faults.js';
import { defaultLimits, type JsonOptions, type Limits } from '../options.js';
import { nodePaths } from '../path.js';
import type { SourceNode, SourceTree } from '../tree.js';
import { JsonNode } from './json-node.js';
import { JsonRefusal } from './refusal.js';
import { JsonScan, itemName } from './scan-json.js';

/** A tree whose nodes also say of which type they are, for whoever reads without a mapping. */
export interface JsonTree extends SourceTree {
  readonly root: JsonNode;
}

/**
 * Reads JSON into the tree. Numbers stay as written. The encoding is found by byte order mark, by the zero bytes of
 * UTF-16, and else as for all messages: UTF-8 (RFC 8259 §8.1), or GB 18030 with a warning.
 */
export function parseJson(bytes: Uint8Array, options: JsonOptions = {}): Result<JsonTree, Fault[]> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.bytes) {
    return fail([
      syntaxFaults.make('SYNTAX_TOO_LARGE', { values: { bytes: bytes.length, limit: limits.bytes } }),
    ]);
  }
  const decoded = decodeJson(bytes);
  if (!decoded.ok) return decoded;
  const { text, offsets } = decoded.value;
  if (/^\s*$/.test(text)) return fail([syntaxFaults.make('SYNTAX_EMPTY')]);
  try {
    return ok(sourceTree(rootOf(text, options, limits), decoded.value));
  } catch (error) {
    if (!(error instanceof JsonRefusal)) throw error;
    return fail([error.fault(offsets)]);
  }
}

/** UTF-16 without a byte order mark shows by a zero in its first two bytes: JSON begins with ASCII (RFC 4627 §3). */
function decodeJson(bytes: Uint8Array): Result<Decoded, Fault[]> {
  const [first, second] = bytes;
  const order =
    first === 0 && second !== 0 ? [0xfe, 0xff] : first !== 0 && second === 0 ? [0xff, 0xfe] : undefined;
  if (!order) return decode(bytes, undefined);
  const marked = new Uint8Array(bytes.length + 2);
  marked.set(order);
  marked.set(bytes, 2);
  const decoded = decode(marked, undefined);
  const back = (at: number): number => Math.max(0, at - 2);
  if (!decoded.ok) {
    return fail(
      decoded.error.map((fault) => {
        const span = fault.place?.span;
        return span ? { ...fault, place: { span: { from: back(span.from), to: back(span.to) } } } : fault;
      }),
    );
  }
  const { offsets } = decoded.value;
  return ok({
    ...decoded.value,
    offsets: (span) => {
      const { from, to } = offsets(span);
      return { from: back(from), to: back(to) };
    },
  });
}

function rootOf(text: string, { list, lines }: JsonOptions, limits: Required<Limits>): JsonNode {
  if (lines === true && severalLines(text)) return new JsonScan(text, limits).lines(list ?? itemName);
  if (list === undefined) return new JsonScan(text, limits).whole(undefined, 'json', itemName);
  const outer = new JsonNode('json', undefined, 'object', 0, text.length, text);
  const whole = new JsonScan(text, limits).whole(outer, list, list);
  const isTop =
    whole.type === 'array' || whole.empty?.includes(list) === true || whole.first(list) !== undefined;
  if (isTop) whole.parent = undefined;
  else outer.push(whole);
  return isTop ? whole : outer;
}

/** Whether a text is of several values, by its first line: it ends as it began, and another one begins like it. */
function severalLines(text: string): boolean {
  return /^\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(text);
}

const isRoot = (node: SourceNode): boolean => node.parent === undefined;

function sourceTree(root: JsonNode, decoded: Decoded): JsonTree {
  const paths = nodePaths(isRoot);
  return {
    syntax: 'json',
    root,
    text: decoded.text,
    charset: decoded.charset,
    decimalMark: '.',
    diagnostics: decoded.warnings,
    bytes: decoded.offsets,
    path: (node) => paths(node) || '.',
  };
}
