import { canonicalJson, type Json } from '#kernel';
import type { Leaf } from '#syntax';
import type { DraftNode } from './draft-node.js';
import type { Path } from './path.js';
import type {
  ConditionPlan,
  FillPlan,
  JoinedPlan,
  ListPlan,
  PlacePlan,
  RulePlan,
  ValuePlan,
} from './plan.js';
import { compileGet } from './pointer.js';
import { shown } from './convert.js';
import type { Shape, Shapes, Way } from './shape.js';
import { compileHoldsWhenWriting, type Holds } from './write-condition.js';
import { compileEncode, compilePlace, firstOfShared, isAbsent, needed, nothing } from './write-place.js';
import type { WriteRun } from './writing.js';

/** One rule as a function: takes from the document or item, puts into the message at `scope`. */
export type WriteRule = (source: Json | undefined, scope: DraftNode, run: WriteRun) => void;

const textLeaf: Leaf = { at: 'text' };

/** Compiles rules for a scope. A path that leads nowhere is told to `lost`. */
export class WriteCompiler {
  constructor(
    private readonly shapes: Shapes,
    private readonly lost: (path: Path, rule: string) => void,
  ) {}

  rules(rules: readonly RulePlan[], scope: Shape): readonly WriteRule[] {
    return rules.flatMap((rule) => {
      const compiled = this.rule(rule, scope);
      if (!compiled || rule.way === 'read') return [];
      if (!rule.when) return [compiled];
      const holds = this.condition(rule.when, scope, rule.rule);
      return holds ? [this.later(compiled, holds)] : [];
    });
  }

  resolve(path: Path, scope: Shape, rule: string): Way | undefined {
    const way = this.shapes.resolve(path, scope);
    if (!way) this.lost(path, rule);
    return way;
  }

  condition(when: ConditionPlan, scope: Shape, rule: string): Holds | undefined {
    return compileHoldsWhenWriting(when, rule, (path) => this.resolve(path, scope, rule));
  }

  /** The place of everything is remembered, as the rule runs when the walk has long gone on. */
  private later(compiled: WriteRule, holds: Holds): WriteRule {
    return (source, scope, run) => {
      const { message, base, document } = run;
      run.conditional.push(() => {
        Object.assign(run, { message, base, document });
        if (holds(scope, run)) compiled(source, scope, run);
      });
    };
  }

  private rule(rule: RulePlan, scope: Shape): WriteRule | undefined {
    switch (rule.kind) {
      case 'value':
        return this.value(rule, scope);
      case 'joined':
        return this.joined(rule, scope);
      case 'fill':
        return this.fill(rule, scope);
      case 'list':
        return this.list(rule, scope);
      case 'place':
        return this.place(rule, scope);
      case 'constant':
        return undefined;
    }
  }

  private value(rule: ValuePlan, scope: Shape): WriteRule | undefined {
    const [first, ...others] = rule.from;
    for (const path of others) this.resolve(path, scope, rule.rule);
    const way = first && this.resolve(first, scope, rule.rule);
    if (!way) return undefined;
    way.shape.scalar = rule.format.scalar;
    const get = compileGet(rule.to);
    const encode = compileEncode(rule);
    const put = compilePlace(first, way, rule, rule.format.piece);
    return (source, at, run) => {
      const value = get(source);
      const absent = isAbsent(value);
      if (absent) needed(run, rule, first.source);
      const text = absent ? nothing : encode(value);
      if (text === undefined) {
        const values = { value: shown(JSON.stringify(value)), format: rule.format.name };
        run.fault('MAPPING_WRITE_VALUE', run.base + rule.pointer, values, first.source);
        return;
      }
      put(text, at, run);
    };
  }

  private joined(rule: JoinedPlan, scope: Shape): WriteRule | undefined {
    const places = rule.places.map((path, i) => {
      const way = this.resolve(path, scope, rule.rule);
      return way && compilePlace(path, way, { rule: `${rule.rule}/${i}`, pointer: rule.pointer }, undefined);
    });
    const get = compileGet(rule.to);
    const { join, codes, pointer } = rule;
    const sources = rule.places.map(({ source }) => source).join(' + ');
    return (source, at, run) => {
      const value = get(source);
      const absent = isAbsent(value);
      if (absent) needed(run, rule, sources);
      const code = codes && typeof value === 'string' ? codes.toMessage.get(value) : undefined;
      const texts = absent ? undefined : join.write(code ?? value);
      if (texts?.ok === false) {
        run.fault(texts.error.code, run.base + pointer, texts.error.values, sources);
        return;
      }
      places.forEach((put, i) => put?.({ text: texts?.value[i] ?? '' }, at, run));
    };
  }

  private fill(plan: FillPlan, scope: Shape): WriteRule | undefined {
    const { from, value, param, required, rule } = plan;
    const way = this.resolve(from, scope, rule);
    if (way && plan.scalar) way.shape.scalar = plan.scalar;
    const leaf = from.leaf ?? textLeaf;
    return (
      way &&
      ((_, at, run) => {
        const { message } = run;
        run.fills.push(() => {
          const text = (param === undefined ? undefined : ownParam(run, param)) ?? value;
          if (text === undefined) {
            if (required) run.fault('MAPPING_WRITE_REQUIRED', '', { from: from.source }, from.source);
            return;
          }
          const node = required ? run.make(way, at, message) : run.find(way, at, message);
          if (node && node.get(leaf) === '') node.set(leaf, text);
        });
      })
    );
  }

  private list(plan: ListPlan, scope: Shape): WriteRule | undefined {
    const { each, to, pointer, rules, required, rule } = plan;
    const way = this.resolve(each, scope, rule);
    if (!way) return undefined;
    const single = way.slots.length === 0;
    if (!single) way.shape.listed = true;
    const get = compileGet(to);
    const inside = this.rules(rules, way.shape);
    const isShared = way.start !== 'scope' || way.up > 0;
    return (source, at, run) => {
      const items = get(source);
      const { base } = run;
      const all: readonly Json[] = Array.isArray(items) ? items : [];
      const list = single ? all.slice(0, 1) : all;
      if (isShared && !firstOfShared(run, run.owner(way, at), plan, each.source, canonicalJson(list))) return;
      if (required && list.length === 0)
        run.fault('MAPPING_WRITE_REQUIRED', base + pointer, { from: each.source }, each.source);
      list.forEach((item, i) => {
        run.base = `${base}${pointer}/${i}`;
        const node = single ? at : run.append(way, at, run.message);
        for (const write of inside) write(item, node, run);
      });
      run.base = base;
    };
  }

  private place({ from, to, pointer, rules, rule }: PlacePlan, scope: Shape): WriteRule | undefined {
    const way = from && this.resolve(from, scope, rule);
    if (from && !way) return undefined;
    const get = compileGet(to);
    const inside = this.rules(rules, way?.shape ?? scope);
    return (source, at, run) => {
      const part = get(source);
      if (way && (part === undefined || part === null)) return;
      const { base } = run;
      run.base = base + pointer;
      const node = way ? run.make(way, at, run.message) : at;
      for (const write of inside) write(part, node, run);
      run.base = base;
    };
  }
}

const ownParam = (run: WriteRun, name: string): string | undefined =>
  Object.hasOwn(run.params, name) ? run.params[name] : undefined;
