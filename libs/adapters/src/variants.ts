import { hasField } from '#canonical';
import type { JsonObject } from '#kernel';
import {
  compileMapping,
  type CompiledMapping,
  type DocumentScope,
  type MappingDefinition,
  type Rule,
} from '#mapping';
import type { SourceTree } from '#syntax';
import type { Adapter, Variant } from './contract.js';
import { unmappedFinder, type Unmapped } from './unmapped.js';

/** The mapping of an adapter for one of the root elements that its messages come under. */
export interface Form {
  readonly compiled: CompiledMapping;
  /** Only where it can be said which document of a message a value belongs to. */
  readonly unmapped: ((tree: SourceTree, scopes?: readonly DocumentScope[]) => Unmapped) | undefined;
  /** Documents of several kinds begin at the same place: which of them a value belongs to has to be told by reading. */
  readonly scoped: boolean;
  /** The type that a document says it came as, where the root element alone tells it. */
  readonly type: string | undefined;
}

/** The forms of an adapter, each compiled when it is first needed; one whose messages are all alike has one. */
export interface Forms {
  readonly main: Form;
  /** By the local name of the root element. */
  ofRoot(root: string): Form;
  /** By what the first document says that it is; the main form where it says nothing. */
  ofDocument(body: JsonObject | undefined): Form;
}

/**
 * Nothing is compiled yet: a process reads few of the formats that it knows. A shipped mapping that does not compile is a
 * mistake in the build and throws when it is needed.
 */
export function formsOf(adapter: Adapter): Forms {
  const variants = adapter.variants ?? [];
  const made = new Map<Variant | undefined, Form>();
  const form = (variant: Variant | undefined = variants[0]): Form => {
    let known = made.get(variant);
    if (!known) made.set(variant, (known = formOf(adapter, variant, variants)));
    return known;
  };
  return {
    get main() {
      return form();
    },
    ofRoot: (root) => form(variants.find((variant) => variant.root === root)),
    ofDocument: (body) => {
      const type = messageType(body);
      return form(variants.find((variant) => variant.type === type));
    },
  };
}

/** The mapping as it is compiled: once for each variant. */
export const mappingsOf = ({ mapping, variants = [] }: Adapter): readonly MappingDefinition[] =>
  variants.length === 0 ? [mapping] : variants.map((variant) => varied(mapping, variant));

function formOf(adapter: Adapter, variant: Variant | undefined, all: readonly Variant[]): Form {
  const mapping = variant ? varied(adapter.mapping, variant) : adapter.mapping;
  const compiled = compileMapping(mapping, adapter.codes);
  if (!compiled.ok) {
    const [fault] = compiled.error;
    throw new Error(`mapping of ${adapter.id}: ${fault?.text.en ?? ''} (${fault?.place?.pointer ?? ''})`);
  }
  const types = new Set(all.filter(({ root }) => root === variant?.root).map(({ type }) => type));
  const apart = toldApart(mapping);
  const told = (apart && adapter.syntax === 'xml') || carries(adapter);
  return {
    compiled: compiled.value,
    scoped: !apart && carries(adapter),
    unmapped: told ? unmappedFinder(mapping, adapter.leaveOut, adapter.envelope?.element) : undefined,
    type: types.size === 1 ? variant?.type : undefined,
  };
}

/** What no rule names is carried along by all documents of an adapter of JSON. */
const carries = ({ syntax, mapping }: Adapter): boolean =>
  syntax === 'json' && mapping.documents.every(({ type }) => hasField(type, 'extensions'));

/** Each kind of document has a place of its own in the message, and is made of every node there. */
function toldApart({ documents }: MappingDefinition): boolean {
  const types = new Set(documents.map(({ type }) => type));
  return types.size === documents.length && documents.every(({ when }) => when === undefined);
}

/** The mapping with the root element, the namespace and the element names of a variant. */
function varied(mapping: MappingDefinition, variant: Variant): MappingDefinition {
  const { root, namespace, names = {} } = variant;
  const rename = (path: string): string => path.replace(/[A-Za-z_]\w*/g, (name) => names[name] ?? name);
  const renamed = (rule: Rule): Rule => ({
    ...rule,
    ...(rule.from === undefined
      ? {}
      : { from: typeof rule.from === 'string' ? rename(rule.from) : rule.from.map(rename) }),
    ...(rule.of
      ? { of: Object.fromEntries(Object.entries(rule.of).map(([name, path]) => [name, rename(path)])) }
      : {}),
    ...(rule.each === undefined ? {} : { each: rename(rule.each) }),
    ...(rule.rules ? { rules: rule.rules.map(renamed) } : {}),
  });
  return {
    ...mapping,
    options: { ...mapping.options, root, ...(namespace === undefined ? {} : { namespace }) },
    documents: mapping.documents.map((document) => ({
      ...document,
      each: variant.each ?? rename(document.each),
      rules: document.rules.map(renamed),
    })),
  };
}

/** What a document says in `/message/type`. */
export function messageType(body: JsonObject | undefined): string | undefined {
  const message = body?.message;
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined;
  const type: unknown = Reflect.get(message, 'type');
  return typeof type === 'string' ? type : undefined;
}
