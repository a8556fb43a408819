import type { Json } from '#kernel';
import type { Leaf } from '#syntax';
import { compileHolds, envelopeOf, pathKey, type Locate, type Locator } from './locate.js';
import type { Path } from './path.js';
import type { ConditionPlan, ConstantPlan, ListPlan, PlacePlan, RulePlan, ValuePlan } from './plan.js';
import { compileAttach, compilePut, merge, type Draft } from './pointer.js';
import { compileReadCondition, type ReadCondition } from './read-condition.js';
import { compileJoined, joinedPlace } from './read-joined.js';
import { LeafRule } from './read-leaf.js';
import { readAll, type ReadEntry, type ReadRule, type ReadRules } from './read-entry.js';
import type { ReadRun } from './reading.js';
import { guardOf, isOfMessage, itemIsValue, membersOf } from './rule-reach.js';
import { Slots } from './slots.js';

/** Compiles rules; the locator is one for the whole mapping. */
export class ReadCompiler {
  private blocks = 0;
  private readonly slots: Slots[] = [];
  private readonly message = this.newSlots();

  constructor(readonly locator: Locator) {}

  rules(rules: readonly RulePlan[], slots = this.newSlots()): ReadRules {
    return { slots, message: this.message, entries: this.entries(rules, slots) };
  }

  /**
   * The rules of a document of which a message gives several. What the message says for all of them is read once; its
   * faults are told once.
   */
  rulesOfMany(rules: readonly RulePlan[]): ReadRules {
    const slots = this.newSlots();
    const entries: ReadEntry[] = [];
    const reading = rules.filter(({ kind, way }) => kind !== 'fill' && way !== 'write');
    for (let from = 0; from < reading.length;) {
      const ofMessage = isOfMessage(reading[from]);
      let to = from + 1;
      while (to < reading.length && isOfMessage(reading[to]) === ofMessage) to++;
      const block = reading.slice(from, to);
      if (ofMessage) {
        const elsewhere = new Set([...reading.slice(0, from), ...reading.slice(to)].flatMap(membersOf));
        const alone = new Set(block.flatMap(membersOf).filter((member) => !elsewhere.has(member)));
        entries.push(called(shared(this.rules(block, slots), this.blocks++, alone)));
      } else {
        entries.push(...this.entries(block, slots));
      }
      from = to;
    }
    return { slots, message: this.message, entries };
  }

  /** Lets go of the message that was read last. */
  clear(): void {
    for (const slots of this.slots) slots.clear();
  }

  /** @param at pointer into the document that its faults name */
  condition(when: ConditionPlan, at: string): ReadCondition {
    return compileReadCondition(when, at, (path) => this.locator.locate(path));
  }

  private newSlots(): Slots {
    const slots = new Slots();
    this.slots.push(slots);
    return slots;
  }

  /** Values of one place that follow one another are read together; what is written only is left out. */
  private entries(rules: readonly RulePlan[], slots: Slots): ReadEntry[] {
    const entries: ReadEntry[] = [];
    let lastKey: string | undefined;
    for (const rule of rules) {
      if (rule.way === 'write' || rule.kind === 'fill') continue;
      const path = rule.kind === 'value' && !rule.when && rule.from.length === 1 ? rule.from[0] : undefined;
      if (rule.kind === 'value' && path) {
        const leaf = leafOf(rule, path);
        const key = pathKey(path);
        const last = entries[entries.length - 1];
        if (last && key === lastKey) last.leaves.push(leaf);
        else entries.push({ ...this.place(path, slots), leaves: [leaf], call: undefined });
        lastKey = key;
      } else {
        entries.push(this.called(rule, slots));
        lastKey = undefined;
      }
    }
    return entries;
  }

  /** Where the nodes of a path are: in a slot, found by a walk, or the scope itself. */
  private place(path: Path, slots: Slots): Omit<ReadEntry, 'leaves' | 'call'> {
    const slot = this.slotOf(path, slots);
    const [step, ...others] = path.steps;
    if (slot && step && step.nth === undefined && others.length === 0)
      return { ...slot, holds: compileHolds(step), locate: undefined };
    const isScope = !step && !path.absolute && path.up === 0;
    return { ...noSlot, ...slot, locate: isScope ? undefined : this.locator.locate(path) };
  }

  /** The slot of the first step: there is nothing at the path where it is empty. */
  private slotOf(path: Path, slots: Slots): Pick<ReadEntry, 'slots' | 'number'> | undefined {
    const [step] = path.steps;
    if (!step || path.up > 0 || envelopeOf(path) !== undefined) return undefined;
    const from = path.absolute ? this.message : slots;
    return { slots: from, number: from.number(step.name) };
  }

  private called(rule: Exclude<RulePlan, { kind: 'fill' }>, slots: Slots): ReadEntry {
    const guard = guardOf(rule);
    const slot = guard && this.slotOf(guard, slots);
    const further = rule.kind === 'place' && guard && (!slot || guard.steps.length > 1);
    const inner = this.kind(rule, slots);
    const call = further ? guarded(this.locator.locate(guard), inner) : inner;
    const holds = rule.when && this.condition(rule.when, rule.pointer);
    return {
      ...called(
        holds ? (scope, target, run) => (holds(scope, run) ? call(scope, target, run) : undefined) : call,
      ),
      ...slot,
    };
  }

  private kind(rule: Exclude<RulePlan, { kind: 'fill' }>, slots: Slots): ReadRule {
    switch (rule.kind) {
      case 'value':
        return this.value(rule, slots);
      case 'joined':
        return compileJoined(
          rule,
          rule.places.map((path) => joinedPlace(path, this.find(path, slots))),
        );
      case 'constant':
        return compileConstant(rule);
      case 'list':
        return this.list(rule, slots);
      case 'place':
        return this.part(rule, slots);
    }
  }

  /** All nodes of a path. */
  private find(path: Path, slots: Slots): Locate {
    const { number, holds, locate } = this.place(path, slots);
    if (locate) return locate;
    if (number < 0) return (scope) => [scope];
    const from = path.absolute ? this.message : slots;
    return holds ? () => from.nodes(number).filter(holds) : () => from.nodes(number);
  }

  /** Of the first path that leads to a value that fits. */
  private value(rule: ValuePlan, slots: Slots): ReadRule {
    const places = rule.from.map((path) => ({ find: this.find(path, slots), leaf: leafOf(rule, path) }));
    const [{ leaf: any } = { leaf: undefined }] = places;
    return (scope, target, run) => {
      for (const { find, leaf } of places) if (leaf.takeFirst(find(scope, run), target, run)) return;
      any?.missing(scope, target, run);
    };
  }

  private list({ each, to, pointer, rules, required }: ListPlan, slots: Slots): ReadRule {
    const find = this.find(each, slots);
    const put = compilePut(to);
    const inside = this.rules(rules);
    const isValue = rules.some(itemIsValue);
    return (scope, target, run) => {
      const nodes = find(scope, run);
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

  /** Rules with a common place. Those that stay at the scope look into its slots. */
  private part({ from, to, pointer, rules }: PlacePlan, slots: Slots): ReadRule {
    const inside = this.rules(rules, from ? undefined : slots);
    const find = from && this.find(from, slots);
    const attach = compileAttach(to);
    return (scope, target, run) => {
      const node = find ? find(scope, run)[0] : scope;
      if (!node) return;
      if (to.length === 0) {
        readAll(inside, node, target, run);
        return;
      }
      const { base } = run;
      const before = run.values;
      const traces = run.traces?.length ?? 0;
      const part: Draft = {};
      run.base = base + pointer;
      readAll(inside, node, part, run);
      run.base = base;
      if (run.values > before) attach(target, part);
      else if (run.traces) run.traces.length = traces;
    };
  }
}

const noSlot = { slots: undefined, number: -1, holds: undefined } as const;

const called = (call: ReadRule): ReadEntry => ({ ...noSlot, locate: undefined, leaves: [], call });

const leafOf = (rule: ValuePlan, path: Path): LeafRule =>
  new LeafRule(rule, path.leaf ?? textLeaf, !path.absolute && path.up === 0);

const guarded =
  (locate: Locate, rule: ReadRule): ReadRule =>
  (scope, target, run) => {
    if (locate(scope, run).length > 0) rule(scope, target, run);
  };

/** @param alone members that no other rule writes into: documents share what stands there, the rest is copied */
function shared(rules: ReadRules, id: number, alone: ReadonlySet<string>): ReadRule {
  return (scope, target, run) => {
    let block = run.blocks[id];
    if (block?.message !== run.message) {
      const part: Draft = {};
      const values = run.values;
      const before = run.traces?.length ?? 0;
      readAll(rules, scope, part, run);
      block = {
        message: run.message,
        part,
        values: run.values - values,
        traces: run.traces?.slice(before) ?? [],
      };
      run.blocks[id] = block;
    } else {
      run.values += block.values;
      run.traces?.push(...block.traces);
    }
    merge(target, block.part, alone);
  };
}

const textLeaf: Leaf = { at: 'text' };

/** An empty item lacks what is required; that alone is no fault. A value that does not fit is one. */
function anyValueFault(run: ReadRun, since: number): boolean {
  return run.faults.slice(since).some(({ code }) => code !== 'MAPPING_REQUIRED');
}

function compileConstant({ to, pointer, value, rule }: ConstantPlan): ReadRule {
  const put = compilePut(to);
  return (_, target, run) => {
    put(target, value);
    if (run.traces) run.constant(pointer, rule, value);
  };
}
