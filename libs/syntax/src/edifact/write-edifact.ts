import type { Fault, Result } from '#kernel';
import { encode } from '../charset/encode.js';
import type { EdifactOptions } from '../options.js';
import type { Cells, TreeNode } from '../tree.js';
import { writtenCharset } from './charset.js';
import { standardDelimiters, type Delimiters } from './delimiters.js';

export interface EdifactWriting extends EdifactOptions {
  /** Default: those of ISO 9735 version 3. A service string is written when they differ from these. */
  readonly delimiters?: Delimiters;
}

/**
 * Writes a tree as EDIFACT: a file, an interchange or a message. UNB, UNH and UNG are written as they stand, missing
 * ones are made; UNT, UNE and UNZ are always made, with their counts and references. Empty elements and components at
 * the end are left out. Where the header says no charset and that of the options lacks a character, it is UTF-8 (UNOW).
 * EDIFACT has no line breaks inside values: they become blanks.
 */
export function writeEdifact(root: TreeNode, options: EdifactWriting = {}): Result<Uint8Array, Fault[]> {
  const writer = new Writer(options);
  writer.node(root);
  const encoded = encode(writer.out, writtenCharset(writer.identifier));
  if (encoded.ok || writer.stated) return encoded;
  const wider = new Writer({ ...options, charset: widest });
  wider.node(root);
  return encode(wider.out, writtenCharset(wider.identifier));
}

/** What is written with characters that the usual syntax identifier does not have, where no document asked for it. */
const widest = 'UNOW';

type Repeats = TreeNode['repeats'];
const noRepeats: Repeats = new Map();

class Writer {
  out = '';
  identifier: string;
  /** Whether the message itself says its syntax identifier. */
  stated = false;
  private readonly marks: Delimiters;
  private readonly special: RegExp;
  private readonly end: string;
  private count = 0;
  private interchanges = 0;

  constructor(private readonly options: EdifactWriting) {
    const marks = options.delimiters ?? standardDelimiters;
    this.marks = marks.release === '' ? { ...marks, release: standardDelimiters.release } : marks;
    this.identifier = options.charset ?? 'UNOC';
    const { component, element, release, repetition, terminator } = this.marks;
    const class_ = [component, element, release, repetition, terminator].map(escapeForClass).join('');
    this.special = new RegExp(`[${class_}]`, 'g');
    this.end = terminator + (options.newline ? '\n' : '');
  }

  node(node: TreeNode): void {
    if (node.kind === 'file') for (const child of node.children) this.node(child);
    else if (node.kind === 'interchange') this.interchange(node);
    else if (node.kind === 'package') this.package(node);
    else if (node.kind === 'message') this.message(node, 1);
    else if (node.kind === 'group') for (const child of node.children) this.node(child);
    else this.segment(node.name, node.cells, node.repeats);
  }

  private interchange(node: TreeNode): void {
    const header = node.children.find((child) => child.name === 'UNB');
    const cells = unbCells(header?.cells ?? [], this.identifier);
    if (this.interchanges++ === 0) this.identifier = at(cells, 0, 0);
    this.stated ||= at(header?.cells ?? [], 0, 0) !== '';
    this.serviceString();
    this.segment('UNB', cells, header?.repeats);
    const inner = this.inside(node, ['UNB', 'UNZ']);
    this.segment('UNZ', [[String(inner)], [at(cells, 4, 0)]]);
  }

  private package(node: TreeNode): void {
    const header = node.children.find((child) => child.name === 'UNG');
    const cells = header?.cells ?? [];
    this.segment('UNG', cells, header?.repeats);
    const inner = this.inside(node, ['UNG', 'UNE']);
    this.segment('UNE', [[String(inner)], [at(cells, 4, 0)]]);
  }

  /** @returns how many packages or messages there were */
  private inside(node: TreeNode, envelope: readonly string[]): number {
    let packages = 0;
    let messages = 0;
    for (const child of node.children) {
      if (child.kind === 'segment' && envelope.includes(child.name)) continue;
      if (child.kind === 'package') packages++;
      if (child.kind === 'message') this.message(child, ++messages);
      else this.node(child);
    }
    return packages || messages;
  }

  private message(node: TreeNode, number: number): void {
    const header = node.children.find((child) => child.name === 'UNH');
    const cells = this.unhCells(header?.cells ?? [], number);
    this.count = 0;
    this.segment('UNH', cells, header?.repeats);
    for (const child of node.children) {
      if (child.kind !== 'segment' || (child.name !== 'UNH' && child.name !== 'UNT')) this.node(child);
    }
    this.segment('UNT', [[String(this.count + 1)], [at(cells, 0, 0)]]);
  }

  private unhCells(cells: Cells, number: number): Cells {
    const reference = at(cells, 0, 0) || String(number);
    const made = [this.options.message ?? '', ...(this.options.release ?? '').split(':')];
    const stated = cells[1] ?? [];
    const type = Array.from(
      { length: Math.max(made.length, stated.length) },
      (_, i) => stated[i] || made[i] || '',
    );
    return [[reference], type, ...cells.slice(2)];
  }

  private serviceString(): void {
    const { component, element, decimalMark, release, repetition, terminator } = this.marks;
    const same = Object.entries(standardDelimiters).every(
      ([key, mark]) => Reflect.get(this.marks, key) === mark,
    );
    if (same) return;
    const newline = this.options.newline ? '\n' : '';
    this.out += `UNA${component}${element}${decimalMark}${release || ' '}${repetition || ' '}${terminator}${newline}`;
  }

  private segment(tag: string, cells: Cells, repeats: Repeats = noRepeats): void {
    this.count++;
    const { element, repetition } = this.marks;
    let line = '';
    let pending = '';
    cells.forEach((components, index) => {
      pending += element;
      let text = this.components(components);
      for (const again of repetition ? (repeats.get(index) ?? []) : [])
        text += repetition + this.components(again);
      if (text === '') return;
      line += pending + text;
      pending = '';
    });
    this.out += tag + line + this.end;
  }

  private components(components: readonly string[]): string {
    let text = '';
    let pending = '';
    for (const component of components) {
      if (component !== '') {
        text += pending + this.escape(component);
        pending = '';
      }
      pending += this.marks.component;
    }
    return text;
  }

  private escape(value: string): string {
    const flat = /[\r\n]/.test(value) ? value.replace(/\r\n|\r|\n/g, ' ') : value;
    const { release } = this.marks;
    return release === '' ? flat : flat.replace(this.special, (mark) => release + mark);
  }
}

const at = (cells: Cells, element: number, component: number): string => cells[element]?.[component] ?? '';

/** An interchange cannot be without syntax identifier and reference: these have defaults. */
function unbCells(cells: Cells, identifier: string): Cells {
  const syntax = [at(cells, 0, 0) || identifier, at(cells, 0, 1) || '3', ...(cells[0] ?? []).slice(2)];
  const made = Array.from({ length: Math.max(cells.length, 5) }, (_, i) => cells[i] ?? []);
  const reference = made[4] ?? [];
  return [syntax, ...made.slice(1, 4), reference[0] ? reference : ['1'], ...made.slice(5)];
}

const escapeForClass = (mark: string): string => mark.replace(/[\\\]^-]/g, '\\$&');
