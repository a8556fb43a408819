import { fail, ok, type Fault, type Result } from '#kernel';
import type { SourceNode, SourceTree, Syntax } from '#syntax';
import { mappingFaults } from './faults.js';
import { Locator } from './locate.js';
import type { Path } from './path.js';
import type { Plan } from './plan.js';
import type { Draft } from './pointer.js';
import { readAll } from './read-entry.js';
import { firstValue } from './read-condition.js';
import { ReadCompiler } from './read-rules.js';
import { ReadRun, type DocumentScope, type ReadDocument, type ReadOptions, type Reading } from './reading.js';
import type { Trace } from './trace.js';

/** Documents of one interchange. */
export const maxDocuments = 50_000;

export type Read = (tree: SourceTree, options?: ReadOptions) => Reading;

export function compileRead(plan: Plan, syntax: Syntax): Read {
  const compiler = new ReadCompiler(new Locator(plan.documents.some(({ each }) => each.steps.length > 0)));
  const kinds = plan.documents.map(({ type, each, when, rules }, kind) => ({
    type,
    kind,
    locate: compiler.locator.locate(each),
    holds: when && compiler.condition(when, ''),
    rules: each.steps.length > 0 ? compiler.rulesOfMany(rules) : compiler.rules(rules),
  }));
  const identify = compileIdentity(plan.identity, compiler.locator);
  return (tree, options = {}) => {
    const messages = chooseMessages(tree, syntax);
    if (!messages.ok) return { documents: [], faults: messages.error, warnings: [...tree.diagnostics] };
    const [first] = messages.value.nodes;
    if (!first) return { documents: [], faults: [], warnings: [] };
    const run = new ReadRun(tree, first, compiler.locator.size);
    run.warnings.push(...tree.diagnostics, ...messages.value.warnings);
    const identity = identify(run);
    let documents: ReadDocument[] = [];
    let scopes: DocumentScope[] = [];
    for (const message of messages.value.nodes) {
      run.message = message;
      for (const { type, kind, locate, holds, rules } of kinds) {
        for (const node of locate(message, run)) {
          if (holds && !holds(node, run)) continue;
          if (documents.length >= maxDocuments) {
            compiler.clear();
            const fault = mappingFaults.make('MAPPING_TOO_MANY', { values: { limit: maxDocuments } });
            return { documents: [], faults: [fault], warnings: run.warnings };
          }
          run.traces = options.lineage || options.traces ? [] : undefined;
          const body: Draft = {};
          readAll(rules, node, body, run);
          if (options.scopes) scopes.push({ node, kind });
          documents.push(run.traces ? traced(type, body, run.traces, tree, options) : { type, body });
        }
      }
    }
    compiler.clear();
    run.finish();
    if (options.scopes) [documents, scopes] = inOrder(documents, scopes);
    if (documents.length === 0) run.warnings.push(mappingFaults.make('MAPPING_NO_DOCUMENT'));
    return {
      documents: run.faults.length > 0 ? [] : documents,
      faults: run.faults,
      warnings: run.warnings,
      ...(identity === undefined ? {} : { identity }),
      ...(options.scopes ? { scopes } : {}),
    };
  };
}

function traced(
  type: string,
  body: Draft,
  traces: readonly Trace[],
  tree: SourceTree,
  { lineage, traces: kept }: ReadOptions,
): ReadDocument {
  return {
    type,
    body,
    ...(lineage ? { lineage: traces.map((trace) => trace.entry(tree)) } : {}),
    ...(kept ? { traces } : {}),
  };
}

function inOrder(
  documents: readonly ReadDocument[],
  scopes: readonly DocumentScope[],
): [ReadDocument[], DocumentScope[]] {
  const pairs = documents.flatMap((document, i) => {
    const scope = scopes[i];
    return scope ? [{ document, scope }] : [];
  });
  pairs.sort((a, b) => a.scope.node.from - b.scope.node.from);
  return [pairs.map(({ document }) => document), pairs.map(({ scope }) => scope)];
}

function compileIdentity(paths: readonly Path[], locator: Locator): (run: ReadRun) => string | undefined {
  const parts = paths.map((path) => ({ leaf: path.leaf, locate: locator.locate(path) }));
  return (run) => {
    if (parts.length === 0) return undefined;
    const values = parts.map(
      ({ leaf, locate }) => leaf && firstValue(locate(run.message, run), leaf)?.trim(),
    );
    return values.includes(undefined) ? undefined : values.join('|');
  };
}

interface Chosen {
  readonly nodes: readonly SourceNode[];
  readonly warnings: readonly Fault[];
}

/** Which messages of a tree a mapping is about: the root of a tree, or the messages of a type. */
function chooseMessages(tree: SourceTree, syntax: Syntax): Result<Chosen, Fault[]> {
  const { name, grammar, root, strictRoot } = syntax;
  if (tree.syntax !== name) {
    return fail([mappingFaults.make('MAPPING_SYNTAX', { values: { expected: name, found: tree.syntax } })]);
  }
  return grammar === 'tree' ? chooseRoot(tree, strictRoot ? root : undefined) : chooseByType(tree, syntax);
}

function chooseRoot(tree: SourceTree, expected: string | undefined): Result<Chosen, Fault[]> {
  const { root } = tree;
  if (expected === undefined || root.name === expected) return ok({ nodes: [root], warnings: [] });
  const place = {
    path: root.name,
    span: tree.bytes({ from: root.from, to: root.from + root.name.length + 1 }),
  };
  return fail([mappingFaults.make('MAPPING_ROOT', { place, values: { found: root.name, expected } })]);
}

function chooseByType(tree: SourceTree, { message: expected, messageType }: Syntax): Result<Chosen, Fault[]> {
  const nodes: SourceNode[] = [];
  const others = new Map<string, SourceNode>();
  for (const message of messagesOf(tree.root)) {
    const type = messageType(message);
    if (expected === undefined || type === expected) nodes.push(message);
    else if (!others.has(type)) others.set(type, message);
  }
  const found = [...others.keys()].slice(0, 20).join(', ');
  if (nodes.length === 0) {
    return fail([mappingFaults.make('MAPPING_NO_MESSAGE', { values: { expected: expected ?? '', found } })]);
  }
  const warnings = [...others].slice(0, 20).map(([type, message]) => {
    const place = {
      path: message.children[0]?.name ?? '',
      span: tree.bytes({ from: message.from, to: message.to }),
    };
    return mappingFaults.make('MAPPING_OTHER_MESSAGE', {
      place,
      values: { found: type, expected: expected ?? '' },
    });
  });
  return ok({ nodes, warnings });
}

function messagesOf(node: SourceNode): SourceNode[] {
  if (node.kind === 'message') return [node];
  return node.kind === 'segment' ? [] : node.children.flatMap(messagesOf);
}
