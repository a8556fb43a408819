import { fail, type Fault, type Result } from '#kernel';
import { encode } from '../charset/encode.js';
import { syntaxFaults } from '../faults.js';
import type { JsonOptions } from '../options.js';
import type { TreeNode } from '../tree.js';

/**
 * Writes a tree as JSON in UTF-8. Children of one name are a list where the mapping repeats them, or where there are
 * several. A text is a string unless the node says that it is a number or a boolean. Nothing is written of a node
 * without text and children.
 */
export function writeJson(root: TreeNode, options: JsonOptions = {}): Result<Uint8Array, Fault[]> {
  const { written = 'object', list = 'item', indent = 0 } = options;
  const writer = new Writer(written === 'lines' ? 0 : indent, options.single ?? []);
  const items = root.children.filter(({ name }) => name === list);
  const text =
    written === 'object'
      ? (writer.value(root, 0) ?? '{}')
      : written === 'array'
        ? writer.list(items, 0)
        : items.flatMap((item) => writer.value(item, 0) ?? []).join('\n');
  if (writer.bad) return fail([writer.bad]);
  return encode(indent > 0 || written === 'lines' ? `${text}\n` : text, 'utf-8');
}

class Writer {
  bad: Fault | undefined;

  constructor(
    private readonly indent: number,
    private readonly single: readonly string[],
  ) {}

  value(node: TreeNode, level: number): string | undefined {
    if (node.children.length > 0) return this.object(node.children, level);
    return node.text === '' ? undefined : this.scalar(node);
  }

  list(nodes: readonly TreeNode[], level: number): string {
    return this.wrapped(
      '[',
      nodes.flatMap((node) => this.value(node, level + 1) ?? []),
      ']',
      level,
    );
  }

  /** A name stands where it is first met, with all that have it. */
  private object(children: readonly TreeNode[], level: number): string {
    const byName = new Map<string, TreeNode[]>();
    for (const child of children) {
      const same = byName.get(child.name);
      if (same) same.push(child);
      else byName.set(child.name, [child]);
    }
    const members: string[] = [];
    for (const [name, nodes] of byName) {
      const [only] = nodes;
      const listed = nodes.some((node) => node.listed === true) && !this.single.includes(name);
      const isList = nodes.length > 1 || listed;
      const value = isList ? this.list(nodes, level + 1) : only && this.value(only, level + 1);
      if (value === undefined) continue;
      members.push(`${this.string(name)}:${this.indent > 0 ? ' ' : ''}${value}`);
    }
    return this.wrapped('{', members, '}', level);
  }

  private wrapped(open: string, parts: readonly string[], close: string, level: number): string {
    if (parts.length === 0 || this.indent === 0) return `${open}${parts.join(',')}${close}`;
    const line = `\n${' '.repeat(this.indent * (level + 1))}`;
    return `${open}${line}${parts.join(`,${line}`)}\n${' '.repeat(this.indent * level)}${close}`;
  }

  private scalar({ text, scalar }: TreeNode): string {
    if (scalar === undefined) return this.string(text);
    const written =
      scalar === 'boolean' ? (text === 'true' || text === 'false' ? text : undefined) : number(text);
    return written ?? this.unwritable(text, scalar);
  }

  private string(text: string): string {
    return /\p{Cs}/u.test(text) ? this.unwritable(text, 'string') : JSON.stringify(text);
  }

  private unwritable(text: string, kind: string): string {
    const value = text.slice(0, 60).replace(/\p{Cs}/gu, '\ufffd');
    this.bad ??= syntaxFaults.make('SYNTAX_JSON_UNWRITABLE', { values: { value, kind } });
    return '""';
  }
}

/** A number as JSON has it: no plus sign, no leading zero, digits on both sides of the point. */
function number(text: string): string | undefined {
  const parts = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([eE][+-]?[0-9]+)?$/.exec(text);
  const [, sign = '', whole = '', part = '', exponent = ''] = parts ?? [];
  if (!parts || whole + part === '') return undefined;
  const digits = whole.replace(/^0+(?=[0-9])/, '') || '0';
  return `${sign === '-' ? '-' : ''}${digits}${part === '' ? '' : `.${part}`}${exponent}`;
}
