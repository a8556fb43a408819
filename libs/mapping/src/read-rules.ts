import type { Json } from '#kernel';
import type { Leaf, SourceNode } from '#syntax';
import { compileConvert } from './convert.js';
import { pathKey, valueAt, type Found, type Locate, type Locator } from './locate.js';
import type { Path } from './path.js';
import type { ConditionPlan, ConstantPlan, ListPlan, PlacePlan, RulePlan, ValuePlan } from './plan.js';
import { compilePut, merge, type Draft } from './pointer.js';
import type { ReadRun } from './reading.js';

/** One rule as a function: takes from the message at `scope`, puts into the document or item. */
export type ReadRule = (scope: SourceNode, target: Draft, run: ReadRun) => void;

export type ReadCondition = (scope: SourceNode, found: Found) => boolean;

export function readAll(rules: readonly ReadRule[], scope: SourceNode, target: Draft, run: ReadRun): void {
  for (const rule of rules) rule(scope, target, run);
}

/** Compiles rules; the locator is one for the whole mapping. */
export class ReadCompiler {
  private blocks = 0;

  constructor(readonly locator: Locator) {}

  rules(rules: readonly RulePlan[]): readonly ReadRule[] {
    return this.groups(rules).map(({ rule }) => rule);
  }

  /**
   * The rules of a document of which a message gives several. What the message says for all of them is read once and
   * copied; its faults are told once.
   */
  rulesOfMany(rules: readonly RulePlan[]): readonly ReadRule[] {
    const compiled: ReadRule[] = [];
    let block: ReadRule[] = [];
    const close = (): void => {
      if (block.length > 0) compiled.push(shared(block, this.blocks++));
      block = [];
    };
    for (const { rule, ofMessage } of this.groups(rules)) {
      if (ofMessage) block.push(rule);
      else {
        close();
        compiled.push(rule);
      }
    }
    close();
    return compiled;
  }

  /** Rules that follow one another and are about one place are skipped together where a message lacks the place. */
  private groups(rules: readonly RulePlan[]): readonly Group[] {
    const groups: { guard: Path | undefined; plans: RulePlan[]; ofMessage: boolean; rules: ReadRule[] }[] =
      [];
    for (const plan of rules) {
      const rule = this.rule(plan);
      if (!rule) continue;
      const guard = guardOf(plan);
      const last = groups[groups.length - 1];
      if (last?.guard && guard && pathKey(last.guard) === pathKey(guard)) {
        last.plans.push(plan);
        last.rules.push(rule);
      } else {
        groups.push({ guard, plans: [plan], ofMessage: isOfMessage(plan), rules: [rule] });
      }
    }
    return groups.map(({ guard, plans, ofMessage, rules: inside }) => {
      const worthwhile = inside.length > 1 || plans[0]?.kind === 'place';
      if (!guard || !worthwhile) return { ofMessage, rule: inSequence(inside) };
      return { ofMessage, rule: guarded(this.locator.locate(guard), inside) };
    });
  }

  /** Undefined for what is written only. */
  private rule(rule: RulePlan): ReadRule | undefined {
    if (rule.way === 'write' || rule.kind === 'fill') return undefined;
    const compiled = this.kind(rule);
    if (!rule.when) return compiled;
    const holds = this.condition(rule.when);
    return (scope, target, run) => (holds(scope, run) ? compiled(scope, target, run) : undefined);
  }

  condition({ path, values, absent }: ConditionPlan): ReadCondition {
    const locate = this.locator.locate(path);
    const { leaf } = path;
    // A node of XML exists by itself; its text is asked for only where values are compared.
    const ofNode = leaf === undefined || (leaf.at === 'text' && values === undefined);
    return (scope, found) => {
      const nodes = locate(scope, found);
      if (ofNode) return nodes.length > 0 !== absent;
      const value = firstValue(nodes, leaf);
      if (values) return value !== undefined && values.includes(value.trim());
      return (value !== undefined) !== absent;
    };
  }

  private kind(rule: Exclude<RulePlan, { kind: 'fill' }>): ReadRule {
    switch (rule.kind) {
      case 'value':
        return this.value(rule);
      case 'constant':
        return compileConstant(rule);
      case 'list':
        return this.list(rule);
      case 'place':
        return this.place(rule);
    }
  }

  private value(rule: ValuePlan): ReadRule {
    const places = rule.from.map((path) => ({
      locate: this.locator.locate(path),
      leaf: path.leaf ?? textLeaf,
      own: !path.absolute && path.up === 0,
    }));
    const put = compilePut(rule.to);
    const convert = compileConvert(rule);
    const { pointer, rule: at } = rule;
    return (scope, target, run) => {
      for (const { locate, leaf, own } of places) {
        for (const node of locate(scope, run)) {
          const text = valueAt(node, leaf);
          if (text === undefined) continue;
          const value = convert(text, node, leaf, run);
          if (value === undefined) break;
          put(target, value);
          run.values++;
          if (own) run.own++;
          if (run.lineage) run.origin(pointer, at, node, leaf);
          return;
        }
      }
      missing(rule, scope, target, run, put);
    };
  }

  private list({ each, to, pointer, rules, required }: ListPlan): ReadRule {
    const locate = this.locator.locate(each);
    const put = compilePut(to);
    const inside = this.rules(rules);
    const isValue = rules.some(itemIsValue);
    return (scope, target, run) => {
      const nodes = locate(scope, run);
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

  private place({ from, to, pointer, rules }: PlacePlan): ReadRule {
    const inside = this.rules(rules);
    const locate = from && this.locator.locate(from);
    return (scope, target, run) => {
      const node = locate ? locate(scope, run)[0] : scope;
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
}

interface Group {
  readonly rule: ReadRule;
  readonly ofMessage: boolean;
}

function inSequence(rules: readonly ReadRule[]): ReadRule {
  const [only] = rules;
  return only && rules.length === 1 ? only : (scope, target, run) => readAll(rules, scope, target, run);
}

const guarded =
  (locate: Locate, rules: readonly ReadRule[]): ReadRule =>
  (scope, target, run) => {
    if (locate(scope, run).length > 0) readAll(rules, scope, target, run);
  };

/** The place without which a rule does nothing. */
function guardOf(rule: RulePlan): Path | undefined {
  switch (rule.kind) {
    case 'value':
      return rule.from.length === 1 && rule.default === undefined && !rule.required
        ? rule.from[0]
        : undefined;
    case 'list':
      return rule.required ? undefined : rule.each;
    case 'place':
      return rule.from ?? (rule.to.length > 0 ? commonGuard(rule.rules) : undefined);
    default:
      return undefined;
  }
}

/** Constants alone make no object, so that they need no place. */
function commonGuard(rules: readonly RulePlan[]): Path | undefined {
  const reading = rules.filter(({ kind, way }) => kind !== 'fill' && kind !== 'constant' && way !== 'write');
  const [first, ...others] = reading.map(guardOf);
  return first && others.every((guard) => guard && pathKey(guard) === pathKey(first)) ? first : undefined;
}

/** Whether a rule gives the same for every document of a message: all its paths begin at the message. */
function isOfMessage(rule: RulePlan): boolean {
  if (rule.when && !rule.when.path.absolute) return false;
  switch (rule.kind) {
    case 'value':
      return rule.from.every(({ absolute }) => absolute);
    case 'list':
      return rule.each.absolute;
    case 'place':
      return rule.from ? rule.from.absolute : rule.rules.every(isOfMessage);
    default:
      return true;
  }
}

function shared(rules: readonly ReadRule[], id: number): ReadRule {
  return (scope, target, run) => {
    let block = run.blocks[id];
    if (block?.message !== run.message) {
      const part: Draft = {};
      const values = run.values;
      const before = run.lineage?.length ?? 0;
      readAll(rules, scope, part, run);
      block = {
        message: run.message,
        part,
        values: run.values - values,
        lineage: run.lineage?.slice(before) ?? [],
      };
      run.blocks[id] = block;
    } else {
      run.values += block.values;
      run.lineage?.push(...block.lineage);
    }
    merge(target, block.part);
  };
}

const textLeaf: Leaf = { at: 'text' };

export function firstValue(nodes: readonly SourceNode[], leaf: Leaf): string | undefined {
  for (const node of nodes) {
    const value = valueAt(node, leaf);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** An empty item lacks what is required; that alone is no fault. A value that does not fit is one. */
function anyValueFault(run: ReadRun, since: number): boolean {
  return run.faults.slice(since).some(({ code }) => code !== 'MAPPING_REQUIRED');
}

const itemIsValue = (rule: RulePlan): boolean =>
  rule.kind === 'place'
    ? rule.to.length === 0 && rule.rules.some(itemIsValue)
    : (rule.kind === 'value' || rule.kind === 'constant') && rule.to.length === 0;

function attach(target: Draft, to: readonly string[], part: Draft): void {
  const whole: Draft = {};
  compilePut(to)(whole, part);
  merge(target, whole);
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

function compileConstant({ to, pointer, value, rule }: ConstantPlan): ReadRule {
  const put = compilePut(to);
  return (_, target, run) => {
    put(target, value);
    if (run.lineage) run.constant(pointer, rule, value);
  };
}
