import { fail, type Fault, type Result } from '#kernel';
import { encode } from '../charset/encode.js';
import { syntaxFaults } from '../faults.js';
import type { FlatOptions } from '../options.js';
import type { TreeNode } from '../tree.js';
import { isReleased } from './fields.js';

/**
 * Writes a tree as a flat file: messages one after the other, their records as they stand, the trailer with their count.
 * Empty fields at the end are left out down to `options.fields`. Line breaks inside values become blanks.
 */
export function writeFlat(root: TreeNode, options: FlatOptions = {}): Result<Uint8Array, Fault[]> {
  const writer = new Writer(options);
  writer.node(root);
  return writer.faults.length > 0 ? fail(writer.faults) : encode(writer.out, options.encoding ?? 'gb18030');
}

class Writer {
  out = '';
  readonly faults: Fault[] = [];
  private readonly trailer: string;
  private readonly end: string;
  private count = 0;

  constructor(private readonly options: FlatOptions) {
    this.trailer = options.trailer ?? '99';
    const mark = options.columns ? '' : "'";
    this.end = mark + ((options.newline ?? true) || options.columns ? '\n' : '');
  }

  node(node: TreeNode): void {
    if (node.kind === 'message') this.message(node);
    else if (node.kind !== 'segment') for (const child of node.children) this.node(child);
    else this.record(node.name, fieldsOf(node));
  }

  private message(node: TreeNode): void {
    this.count = 0;
    let rest: readonly string[] = [];
    for (const child of node.children) {
      if (child.kind === 'segment' && child.name === this.trailer) rest = fieldsOf(child).slice(1);
      else this.node(child);
    }
    if (this.trailer !== '') this.record(this.trailer, [String(this.count + 1), ...rest]);
  }

  private record(id: string, fields: readonly string[]): void {
    this.count++;
    const columns = this.options.columns?.[id];
    if (columns) {
      this.out += this.inColumns(id, fields, columns) + this.end;
      return;
    }
    const least = this.options.fields?.[id] ?? 0;
    let length = fields.length;
    while (length > least && (fields[length - 1] ?? '') === '') length--;
    let line = id;
    for (let i = 0; i < Math.max(length, least); i++) line += `:${escaped(fields[i] ?? '')}`;
    this.out += line + this.end;
  }

  private inColumns(
    id: string,
    fields: readonly string[],
    columns: readonly (readonly [number, number])[],
  ): string {
    let line = id;
    columns.forEach(([from, to], i) => {
      const value = flat(fields[i] ?? '');
      if (value === '') return;
      if (widthOf(value) > to - from + 1 || widthOf(line) >= from) {
        const values = { record: id, value: value.slice(0, 60), from, to };
        this.faults.push(syntaxFaults.make('SYNTAX_FLAT_COLUMNS', { values }));
      }
      line += ' '.repeat(Math.max(0, from - 1 - widthOf(line))) + value;
    });
    return line;
  }
}

const fieldsOf = (record: TreeNode): readonly string[] => record.cells.map(([value]) => value ?? '');

/** Columns that a text takes: two for a character beyond ASCII. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x7f ? 2 : 1;
  return width;
}

const flat = (value: string): string => (/[\r\n]/.test(value) ? value.replace(/\r\n|\r|\n/g, ' ') : value);

/** A `?` is released only where it would be taken for a release: before a mark, and at the end. */
function escaped(value: string): string {
  if (!/[:'?\r\n]/.test(value)) return value;
  const text = flat(value);
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    const needed =
      mark === ':' ||
      mark === "'" ||
      (mark === '?' && (at + 1 === text.length || isReleased(text.charCodeAt(at + 1))));
    out += needed ? `?${mark}` : mark;
  }
  return out;
}
