import { fail, type Fault, type JsonObject, type Result } from '#kernel';
import type { Syntax, TreeNode } from '#syntax';
import { mappingFaults } from './faults.js';
import type { Path } from './path.js';
import type { Plan } from './plan.js';
import { Shapes } from './shape.js';
import { WriteCompiler, type WriteRule } from './write-rules.js';
import { WriteRun, type WriteParams } from './writing.js';

export interface WrittenDocument {
  readonly type: string;
  readonly body: JsonObject;
}

export type Write = (
  documents: readonly WrittenDocument[],
  params?: WriteParams,
) => Result<Uint8Array, Fault[]>;

interface Kind {
  /** Whether the document is the whole message, or one of the groups in it. */
  readonly whole: boolean;
  readonly write: (document: WrittenDocument, run: WriteRun) => void;
}

/** Compiles writing. Paths that the structure does not have are faults of the mapping. */
export function compileWrite(plan: Plan, syntax: Syntax): Result<Write, Fault[]> {
  const { grammar, structure } = syntax;
  const shapes = grammar === 'tree' ? Shapes.tree(syntax.root) : Shapes.segments(structure);
  const faults: Fault[] = [];
  const lost = (path: Path, rule: string): void => {
    const step = path.steps[path.steps.length - 1]?.name ?? '..';
    faults.push(
      mappingFaults.make('MAPPING_STRUCTURE', {
        place: { pointer: rule },
        values: { path: path.source, step },
      }),
    );
  };
  const kinds = new Map<string, Kind>();
  const compiler = new WriteCompiler(shapes, lost);
  if (grammar === 'tree') headFirst(plan, shapes);
  plan.documents.forEach(({ type, each, when, rules }, i) => {
    const at = `/documents/${i}`;
    const way = compiler.resolve(each, shapes.message, at);
    if (!way) return;
    if (when) compiler.condition(when, way.shape, at);
    const compiled: readonly WriteRule[] = compiler.rules(rules, way.shape);
    const whole = each.steps.length === 0;
    if (!whole) way.shape.listed = true;
    if (kinds.has(type)) return;
    kinds.set(type, {
      whole,
      write({ body }, run) {
        const scope = whole ? run.message : run.append(way, run.message, run.message);
        for (const write of compiled) write(body, scope, run);
      },
    });
  });
  for (const path of plan.identity) compiler.resolve(path, shapes.message, '/identity');
  if (faults.length > 0) return fail(faults);
  return {
    ok: true,
    value: (documents, params = {}) => writeDocuments(documents, kinds, shapes, syntax, params),
  };
}

/** Where documents are records beside a head, the head that names the message stands before them. */
function headFirst({ documents, identity }: Plan, shapes: Shapes): void {
  if (documents.some(({ each }) => each.steps.length === 0)) return;
  for (const { steps } of identity) {
    if (steps[0]) shapes.message.slot(steps[0]);
  }
}

function writeDocuments(
  documents: readonly WrittenDocument[],
  kinds: ReadonlyMap<string, Kind>,
  shapes: Shapes,
  syntax: Syntax,
  params: WriteParams,
): Result<Uint8Array, Fault[]> {
  if (documents.length === 0) return fail([mappingFaults.make('MAPPING_WRITE_NOTHING')]);
  const run = new WriteRun(shapes, params);
  const wholes = new Set<string>();
  documents.forEach((document, i) => {
    const kind = kinds.get(document.type);
    run.document = i;
    run.base = '';
    if (!kind) {
      run.fault('MAPPING_WRITE_TYPE', '', { type: document.type });
      return;
    }
    if (kind.whole && wholes.has(document.type)) {
      if (syntax.grammar === 'tree') return;
      run.begin();
      wholes.clear();
    }
    if (kind.whole) wholes.add(document.type);
    kind.write(document, run);
  });
  const wholeCount = documents.filter(({ type }) => kinds.get(type)?.whole).length;
  if (syntax.grammar === 'tree' && wholeCount > wholes.size) {
    run.fault('MAPPING_WRITE_ONE', '', { count: wholeCount });
  }
  for (const write of run.conditional) write();
  for (const write of run.fills) write();
  if (run.faults.length > 0) return fail(run.faults);
  return syntax.write(wholeMessage(run));
}

/** The tree to write: the one element, or the interchange with its messages. */
function wholeMessage(run: WriteRun): TreeNode {
  const { interchange, messages, message } = run;
  if (!interchange) return message;
  const pack = run.package;
  const inner = pack ? [holder(pack, [...pack.children, ...messages])] : messages;
  return holder(interchange, [...interchange.children, ...inner]);
}

const holder = (node: TreeNode, children: readonly TreeNode[]): TreeNode => ({
  kind: node.kind,
  name: node.name,
  children,
  text: '',
  attributes: node.attributes,
  cells: node.cells,
  repeats: node.repeats,
});
