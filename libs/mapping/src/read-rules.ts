import type { Json } from '#kernel';
import type { Leaf, SourceNode } from '#syntax';
import { readDtm } from './formats/dtm.js';
import { compileSearch, compileSelect, valueAt, type Search } from './locate.js';
import type { Path } from './path.js';
import type { ConditionPlan, ConstantPlan, ListPlan, PlacePlan, RulePlan, ValuePlan } from './plan.js';
import { compilePut, merge, type Draft } from './pointer.js';
import type { ReadRun } from './reading.js';

/** One rule as a function: takes from the message at `scope`, puts into the document or item. */
export type ReadRule = (scope: SourceNode, target: Draft, run: ReadRun) => void;

export type ReadCondition = (scope: SourceNode, message: SourceNode) => boolean;

export function compileReading(rules: readonly RulePlan[]): readonly ReadRule[] {
  return rules.flatMap((rule) => {
    if (rule.way === 'write' || rule.kind === 'fill') return [];
    const compiled = compileRule(rule);
    if (!rule.when) return [compiled];
    const holds = compileReadCondition(rule.when);
    return [(scope, target, run) => (holds(scope, run.message) ? compiled(scope, target, run) : undefined)];
  });
}

export function readAll(rules: readonly ReadRule[], scope: SourceNode, target: Draft, run: ReadRun): void {
  for (const rule of rules) rule(scope, target, run);
}

export function compileReadCondition({ path, values, absent }: ConditionPlan): ReadCondition {
  const search = compileSearch(path);
  const { leaf } = path;
  // A node of XML exists by itself; its text is asked for only where values are compared.
  const ofNode = leaf === undefined || (leaf.at === 'text' && values === undefined);
  const read = (node: SourceNode): string | undefined => (ofNode ? 'here' : valueAt(node, leaf));
  return (scope, message) => {
    const value = search(scope, message, read);
    if (values) return value !== undefined && values.includes(value.trim());
    return (value !== undefined) !== absent;
  };
}

function compileRule(rule: Exclude<RulePlan, { kind: 'fill' }>): ReadRule {
  switch (rule.kind) {
    case 'value':
      return compileValue(rule);
    case 'constant':
      return compileConstant(rule);
    case 'list':
      return compileList(rule);
    case 'place':
      return compilePlace(rule);
  }
}

/** Finds the node whose value counts. Kept between the two calls instead of an object for every value. */
interface Place {
  readonly leaf: Leaf;
  /** Whether the place is below the scope. */
  readonly own: boolean;
  find(scope: SourceNode, message: SourceNode): SourceNode | undefined;
  text(): string;
}

function compilePlaceOf(path: Path): Place {
  const leaf = path.leaf ?? { at: 'text' };
  const search: Search = compileSearch(path);
  let text = '';
  const accept = (node: SourceNode): SourceNode | undefined => {
    const value = valueAt(node, leaf);
    if (value === undefined) return undefined;
    text = value;
    return node;
  };
  return {
    leaf,
    own: !path.absolute && path.up === 0,
    find: (scope, message) => search(scope, message, accept),
    text: () => text,
  };
}

function compileValue(rule: ValuePlan): ReadRule {
  const places = rule.from.map(compilePlaceOf);
  const put = compilePut(rule.to);
  const convert = compileConvert(rule);
  const { pointer, rule: at } = rule;
  return (scope, target, run) => {
    for (const place of places) {
      const node = place.find(scope, run.message);
      if (!node) continue;
      const value = convert(place.text(), node, place.leaf, run);
      if (value === undefined) continue;
      put(target, value);
      run.values++;
      if (place.own) run.own++;
      if (run.lineage) run.origin(pointer, at, node, place.leaf);
      return;
    }
    missing(rule, scope, target, run, put);
  };
}

function missing(
  rule: ValuePlan,
  scope: SourceNode,
  target: Draft,
  run: ReadRun,
  put: (target: Draft, value: Json) => void,
): void {
  const { default: fallback, pointer } = rule;
  if (fallback !== undefined) {
    put(target, fallback);
    if (run.lineage) run.constant(pointer, rule.rule, fallback);
  } else if (rule.required) {
    run.fault('MAPPING_REQUIRED', pointer, scope, undefined, {
      from: rule.from.map(({ source }) => source).join(' | '),
    });
  }
}

type Convert = (text: string, node: SourceNode, leaf: Leaf, run: ReadRun) => Json | undefined;

/** From the text of the message to the value of the document; a text that does not fit becomes a fault and a gap. */
function compileConvert(rule: ValuePlan): Convert {
  const { format, codes, pointer } = rule;
  const inner = format.dtm ? dtmConvert(rule, format.dtm) : plainConvert(rule);
  if (!codes) return inner;
  return (text, node, leaf, run) => {
    const value = inner(text, node, leaf, run);
    if (typeof value !== 'string') return value;
    const code = codes.toDocument.get(value);
    if (code === undefined)
      run.fault('MAPPING_CODE', pointer, node, leaf, { table: codes.name, value: shown(value) });
    return code ?? value;
  };
}

function plainConvert({ format, pointer }: ValuePlan): Convert {
  const { codec, part, exact, name } = format;
  return (text, node, leaf, run) => {
    let value = exact ? text : text.trim();
    if (part) {
      value = (value.split(part.of)[part.index] ?? '').trim();
      if (value === '') return undefined;
    }
    if (!codec) return value;
    const converted = codec.read(value, run.comma);
    if (converted === undefined)
      run.fault('MAPPING_VALUE', pointer, node, leaf, { value: shown(value), format: name });
    return converted;
  };
}

function dtmConvert(
  { format, pointer }: ValuePlan,
  { code, zone }: { code: string; zone: string | undefined },
): Convert {
  return (text, node, leaf, run) => {
    const value = text.trim();
    const stated =
      (leaf.at === 'cell' ? node.value({ ...leaf, component: leaf.component + 1 }) : undefined) ?? code;
    const read = readDtm(value, stated, zone);
    if (!read) run.fault('MAPPING_VALUE', pointer, node, leaf, { value: shown(value), format: format.name });
    else if (read.odd)
      run.fault('MAPPING_DTM', pointer, node, leaf, { value: shown(value), format: shown(stated) });
    return read?.value;
  };
}

function compileConstant({ to, pointer, value, rule }: ConstantPlan): ReadRule {
  const put = compilePut(to);
  return (_, target, run) => {
    put(target, value);
    if (run.lineage) run.constant(pointer, rule, value);
  };
}

function compileList({ each, to, pointer, rules, required }: ListPlan): ReadRule {
  const select = compileSelect(each);
  const put = compilePut(to);
  const inside = compileReading(rules);
  const isValue = rules.some(itemIsValue);
  return (scope, target, run) => {
    const nodes = select(scope, run.message);
    if (nodes.length === 0 && !required) return;
    const items: Json[] = [];
    const { base } = run;
    for (const node of nodes) {
      const mark = run.mark();
      const before = run.own;
      const item: Draft = {};
      run.base = `${base}${pointer}/${items.length}`;
      readAll(inside, node, item, run);
      if (run.own === before && !anyValueFault(run, mark.faults)) run.takeBack(mark);
      else items.push(isValue ? (item[''] ?? null) : item);
    }
    run.base = base;
    if (items.length > 0) put(target, items);
    else if (required) run.fault('MAPPING_REQUIRED', pointer, scope, undefined, { from: each.source });
  };
}

/** An empty item lacks what is required; that alone is no fault. A value that does not fit is one. */
function anyValueFault(run: ReadRun, since: number): boolean {
  return run.faults.slice(since).some(({ code }) => code !== 'MAPPING_REQUIRED');
}

const itemIsValue = (rule: RulePlan): boolean =>
  rule.kind === 'place'
    ? rule.to.length === 0 && rule.rules.some(itemIsValue)
    : (rule.kind === 'value' || rule.kind === 'constant') && rule.to.length === 0;

function compilePlace({ from, to, pointer, rules }: PlacePlan): ReadRule {
  const inside = compileReading(rules);
  const search = from && compileSearch(from);
  const same = (node: SourceNode): SourceNode => node;
  return (scope, target, run) => {
    const node = search ? search(scope, run.message, same) : scope;
    if (!node) return;
    if (to.length === 0) {
      readAll(inside, node, target, run);
      return;
    }
    const { base } = run;
    const before = run.values;
    const lineage = run.lineage?.length ?? 0;
    const part: Draft = {};
    run.base = base + pointer;
    readAll(inside, node, part, run);
    run.base = base;
    if (run.values > before) attach(target, to, part);
    else if (run.lineage) run.lineage.length = lineage;
  };
}

function attach(target: Draft, to: readonly string[], part: Draft): void {
  const whole: Draft = {};
  compilePut(to)(whole, part);
  merge(target, whole);
}

/** Values in faults are cut: a fault is for reading. */
export const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);
