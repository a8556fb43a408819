import type { Fault } from '#kernel';
import type { SyntaxName } from '#syntax';
import type { CodeTables, MappingDefinition } from './definition.js';
import { mappingFaults } from './faults.js';
import { isEnvelopeTag } from './locate.js';
import { parsePath, type Path } from './path.js';
import type { CodesPlan } from './plan.js';
import { maxPlaces, planShapes } from './plan-shapes.js';
import { parsePointer } from './pointer.js';

/** Values that a rule or condition names, in the order of their names. */
export interface NamedPlaces {
  readonly names: readonly string[];
  readonly places: readonly Path[];
}

/**
 * Takes the parts of a mapping that all kinds of rules have. What is wrong becomes a fault with its place, and the part
 * undefined.
 */
export class PlanCheck {
  readonly faults: Fault[] = [];

  constructor(
    readonly definition: MappingDefinition,
    private readonly syntax: SyntaxName,
    private readonly codes: CodeTables,
  ) {}

  table(name: string, at: string): CodesPlan | undefined {
    const table = Object.hasOwn(this.codes, name) ? this.codes[name] : undefined;
    if (table === undefined || !isRecord(table)) {
      this.add('MAPPING_CODES_UNKNOWN', `${at}/codes`, { table: String(name) });
      return undefined;
    }
    const toMessage = new Map<string, string>();
    for (const [message, document] of Object.entries(table)) {
      if (!toMessage.has(document)) toMessage.set(document, message);
    }
    return { name, toDocument: new Map(Object.entries(table)), toMessage };
  }

  pointer(pointer: string | undefined, at: string, mayBeEmpty: boolean): readonly string[] | undefined {
    const tokens = typeof pointer === 'string' ? parsePointer(pointer) : undefined;
    if (!tokens) this.add('MAPPING_POINTER', `${at}/to`, { pointer: String(pointer) });
    else if (tokens.length === 0 && !mayBeEmpty) return this.shape('item', `${at}/to`);
    return tokens;
  }

  /** The places of `of`. */
  named(of: Readonly<Record<string, string>> | undefined, at: string): NamedPlaces | undefined {
    const names = of !== undefined && isRecord(of) ? Object.keys(of) : [];
    if (names.length === 0 || names.length > maxPlaces || !names.every(isName)) return this.shape('of', at);
    const places = names.map((name) => this.valuePath(of?.[name], `${at}/${name}`));
    const found = places.filter((path) => path !== undefined);
    return found.length === names.length ? { names, places: found } : undefined;
  }

  valuePath(source: string | undefined, at: string): Path | undefined {
    const path = this.path(source, at);
    return path && path.leaf === undefined ? this.shape('leaf', at) : path;
  }

  /** Several nodes: which of them is not for the path of a repetition to say. */
  eachPath(source: string | undefined, at: string): Path | undefined {
    const path = this.nodePath(source, at);
    return path?.steps[path.steps.length - 1]?.nth === undefined ? path : this.shape('occurrence', at);
  }

  /** In a tree a path of a node and of its text look alike. */
  nodePath(source: string | undefined, at: string): Path | undefined {
    const path = this.path(source, at);
    return path?.leaf && path.leaf.at !== 'text' ? this.shape('node', at) : path;
  }

  path(source: string | undefined, at: string): Path | undefined {
    const result = parsePath(typeof source === 'string' ? source : '', this.syntax);
    if (!result.ok) {
      for (const fault of result.error) this.faults.push({ ...fault, place: { pointer: at } });
      return undefined;
    }
    const path = result.value;
    const first = path.steps[0];
    if (this.syntax === 'edifact' && first && !path.absolute && isEnvelopeTag(first.name))
      return this.shape('envelope', at);
    return path;
  }

  shape(shape: keyof typeof planShapes, pointer: string): undefined {
    this.add('MAPPING_SHAPE', pointer, planShapes[shape]);
  }

  add(
    code: keyof typeof mappingFaults.definitions,
    pointer: string,
    values: Readonly<Record<string, string | number>>,
  ): void {
    this.faults.push(mappingFaults.make(code, { place: { pointer }, values }));
  }
}

/** Words that CEL keeps for itself, and the name that `back` has for the document's value. */
const reserved = new Set([
  'value',
  'as',
  'break',
  'cel',
  'const',
  'continue',
  'else',
  'false',
  'for',
  'function',
]);
for (const word of [
  'if',
  'import',
  'in',
  'let',
  'loop',
  'package',
  'namespace',
  'null',
  'return',
  'true',
  'type',
])
  reserved.add(word);
for (const word of [
  'var',
  'void',
  'while',
  'bool',
  'bytes',
  'double',
  'dyn',
  'int',
  'list',
  'map',
  'string',
  'uint',
])
  reserved.add(word);

const isName = (name: string): boolean => /^[a-z][A-Za-z0-9_]{0,39}$/.test(name) && !reserved.has(name);

export const isRepetition = ({ leaf }: Path): boolean => leaf?.at === 'cell' && leaf.repetition > 1;

/** The definition comes from a file or a screen: its types are a promise that is checked here. */
export const asList = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? value : [];

export const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
