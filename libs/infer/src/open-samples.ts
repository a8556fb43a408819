import { fail, ok, type Fault, type Result } from '#kernel';
import type { MappingOptions } from '#mapping';
import { openSyntax, type SourceNode, type SourceTree, type SyntaxName } from '#syntax';
import { inferFaults } from './faults.js';
import type { InferLimits } from './limits.js';
import { sniff } from './sniff.js';
import { guessStructure } from './structure.js';

/** A file with one real message of a partner. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenSample {
  readonly name: string;
  readonly tree: SourceTree;
  /** The root of a tree, or the messages of the type looked at. */
  readonly messages: readonly SourceNode[];
}

/** The samples of one format, and the options by which a mapping reads them. */
export interface Opened {
  readonly syntax: SyntaxName;
  readonly options: MappingOptions;
  readonly samples: readonly OpenSample[];
  /** What was left aside. */
  readonly warnings: readonly Fault[];
}

export function openSamples(samples: readonly Sample[], limits: InferLimits): Result<Opened, Fault[]> {
  const warnings: Fault[] = [];
  if (samples.length > limits.samples)
    warnings.push(inferFaults.make('INFER_TOO_MANY', { values: { limit: limits.samples } }));
  const fitting = samples.slice(0, limits.samples).filter(({ name, bytes }) => {
    if (bytes.length <= limits.bytes) return true;
    warnings.push(inferFaults.make('INFER_TOO_LARGE', { values: { sample: name, limit: limits.bytes } }));
    return false;
  });
  const syntax = most(fitting.map(({ bytes }) => sniff(bytes)).filter((name) => name !== undefined));
  if (syntax === undefined) return fail([inferFaults.make('INFER_NO_SAMPLE'), ...warnings]);
  const first = parseAll(fitting, syntax, {}, warnings);
  const expected = most(first.map(({ tree }) => kindOf(tree)));
  const alike = first.filter(({ name, tree }) => {
    const found = kindOf(tree);
    if (found === expected) return true;
    const values = { sample: name, found, expected: expected ?? '' };
    warnings.push(inferFaults.make('INFER_OTHER_FORMAT', { values }));
    return false;
  });
  if (alike.length === 0) return fail([inferFaults.make('INFER_NO_SAMPLE'), ...warnings]);
  const options = optionsOf(syntax, expected ?? '', alike);
  const again = fitting.filter(({ name }) => alike.some((sample) => sample.name === name));
  const opened = options.structure === undefined ? alike : parseAll(again, syntax, options, []);
  return ok({
    syntax,
    options,
    warnings,
    samples: opened.map((sample) => ({
      ...sample,
      messages: sample.messages.filter((message) => typeOf(sample.tree, message) === expected),
    })),
  });
}

function parseAll(
  samples: readonly Sample[],
  syntaxName: SyntaxName,
  options: MappingOptions,
  warnings: Fault[],
): OpenSample[] {
  const syntax = openSyntax(syntaxName, options);
  if (!syntax.ok) return [];
  return samples.flatMap(({ name, bytes }) => {
    if (sniff(bytes) !== syntaxName) {
      const values = { sample: name, found: sniff(bytes) ?? '?', expected: syntaxName };
      warnings.push(inferFaults.make('INFER_OTHER_FORMAT', { values }));
      return [];
    }
    const tree = syntax.value.parse(bytes);
    if (tree.ok)
      return [{ name, tree: tree.value, messages: messagesOf(tree.value.root, syntax.value.grammar) }];
    const text = tree.error[0]?.text ?? { zh: '', en: '' };
    warnings.push(inferFaults.make('INFER_UNREADABLE', { values: { sample: name, ...text } }));
    return [];
  });
}

function messagesOf(node: SourceNode, grammar: 'segments' | 'tree'): SourceNode[] {
  if (grammar === 'tree' || node.kind === 'message') return [node];
  return node.kind === 'segment' ? [] : node.children.flatMap((child) => messagesOf(child, grammar));
}

/** Root element, or type of the first message. */
const kindOf = (tree: SourceTree): string => {
  const grammar = tree.syntax === 'edifact' || tree.syntax === 'flat' ? 'segments' : 'tree';
  const [first] = messagesOf(tree.root, grammar);
  return first ? typeOf(tree, first) : '';
};

function typeOf({ syntax }: SourceTree, message: SourceNode): string {
  if (syntax === 'edifact')
    return message.first('UNH')?.value({ at: 'cell', element: 2, component: 1, repetition: 1 }) ?? '';
  if (syntax === 'flat')
    return message.first('00')?.value({ at: 'cell', element: 1, component: 1, repetition: 1 })?.trim() ?? '';
  return syntax === 'xml' ? message.name : '';
}

function optionsOf(syntax: SyntaxName, kind: string, samples: readonly OpenSample[]): MappingOptions {
  const [first] = samples;
  switch (syntax) {
    case 'xml': {
      const namespace = first?.tree.root.attributes.get('xmlns');
      return { root: kind, ...(namespace === undefined ? {} : { namespace }) };
    }
    case 'edifact': {
      const release = [2, 3, 4, 5].map(
        (component) =>
          first?.messages[0]?.first('UNH')?.value({ at: 'cell', element: 2, component, repetition: 1 }) ?? '',
      );
      const stated = release.join(':').replace(/:+$/, '');
      return {
        message: kind,
        ...(stated === '' ? {} : { release: stated }),
        structure: guessStructure(
          samples.flatMap(({ messages }) => messages),
          ['UNH', 'UNT'],
        ),
      };
    }
    case 'flat':
      return {
        message: kind,
        structure: guessStructure(
          samples.flatMap(({ messages }) => messages),
          [],
        ),
      };
    case 'csv': {
      const names = [...new Set(samples.flatMap(({ tree }) => columnsOf(tree.root)))];
      return names.length > 0 ? { names: Object.fromEntries(names.map((name) => [name, [name]])) } : {};
    }
    default:
      return {};
  }
}

const columnsOf = (root: SourceNode): string[] =>
  root.children
    .slice(0, 200)
    .flatMap((row) => (row.name === 'row' ? row.children.map(({ name }) => name) : []));

function most<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
