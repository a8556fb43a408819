import { canonicalJson, type Json } from '#kernel';
import type { Leaf } from '#syntax';
import type { DraftNode } from './draft-node.js';
import { writeDtm } from './formats/dtm.js';
import { isBlank } from './locate.js';
import type { Path } from './path.js';
import type { ConditionPlan, FillPlan, ListPlan, PlacePlan, RulePlan, ValuePlan } from './plan.js';
import { compileGet } from './pointer.js';
import { shown } from './convert.js';
import type { Shape, Shapes, Way } from './shape.js';
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
    const { path, values, absent } = when;
    const way = this.resolve(path, scope, rule);
    const { leaf } = path;
    return (
      way &&
      ((node, message, run) => {
        const found = run.find(way, node, message);
        if (values) return found !== undefined && values.includes(found.get(leaf ?? textLeaf));
        const there = leaf?.at === 'cell' || leaf?.at === 'attribute' ? found?.get(leaf) : found;
        return Boolean(there) !== absent;
      })
    );
  }

  /** The place of everything is remembered, as the rule runs when the walk has long gone on. */
  private later(compiled: WriteRule, holds: Holds): WriteRule {
    return (source, scope, run) => {
      const { message, base, document } = run;
      run.conditional.push(() => {
        Object.assign(run, { message, base, document });
        if (holds(scope, message, run)) compiled(source, scope, run);
      });
    };
  }

  private rule(rule: RulePlan, scope: Shape): WriteRule | undefined {
    switch (rule.kind) {
      case 'value':
        return this.value(rule, scope);
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
    const leaf = first.leaf ?? textLeaf;
    const get = compileGet(rule.to);
    const encode = compileEncode(rule);
    const needed = rule.required && rule.default === undefined;
    const isShared = way.start !== 'scope' || way.up > 0;
    return (source, at, run) => {
      const value = get(source);
      const pointer = run.base + rule.pointer;
      const absent = value === undefined || value === null || value === '';
      if (absent && needed) {
        run.fault('MAPPING_WRITE_REQUIRED', pointer, { from: first.source }, first.source);
      }
      const text = absent ? nothing : encode(value);
      if (text === undefined) {
        const values = { value: shown(JSON.stringify(value)), format: rule.format.name };
        run.fault('MAPPING_WRITE_VALUE', pointer, values, first.source);
        return;
      }
      if (isShared && !firstOfShared(run, rule, first.source, text.text)) return;
      if (!isBlank(text.text)) put(run, rule, run.make(way, at, run.message), leaf, text);
    };
  }

  private fill({ from, value, param, required, rule }: FillPlan, scope: Shape): WriteRule | undefined {
    const way = this.resolve(from, scope, rule);
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
    const get = compileGet(to);
    const inside = this.rules(rules, way.shape);
    const isShared = way.start !== 'scope' || way.up > 0;
    return (source, at, run) => {
      const items = get(source);
      const { base } = run;
      const list: readonly Json[] = Array.isArray(items) ? items : [];
      if (isShared && !firstOfShared(run, plan, each.source, canonicalJson(list))) return;
      if (required && list.length === 0)
        run.fault('MAPPING_WRITE_REQUIRED', base + pointer, { from: each.source }, each.source);
      list.forEach((item, i) => {
        run.base = `${base}${pointer}/${i}`;
        const node = run.append(way, at, run.message);
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

export type Holds = (scope: DraftNode, message: DraftNode, run: WriteRun) => boolean;

const ownParam = (run: WriteRun, name: string): string | undefined =>
  Object.hasOwn(run.params, name) ? run.params[name] : undefined;

/**
 * What stands outside of the document or item is written once for all that share it. All must say the same of it: were
 * it absent in one, reading would give it the value of the others.
 *
 * @param text what is to be written; empty for nothing
 * @returns whether it is still to be written
 */
function firstOfShared(run: WriteRun, plan: ValuePlan | ListPlan, from: string, text: string): boolean {
  const written = run.shared(plan.rule);
  if (written === undefined) run.share(plan.rule, text);
  else if (written !== text) {
    const values = { from, written: shown(written), value: shown(text) };
    run.fault('MAPPING_WRITE_CONFLICT', run.base + plan.pointer, values, from);
  }
  return written === undefined;
}

const nothing: Encoded = { text: '' };

/** The text of a value, and the format code of a DTM. */
interface Encoded {
  readonly text: string;
  readonly code?: string;
}

function compileEncode({ format, codes }: ValuePlan): (value: Json) => Encoded | undefined {
  const { codec, dtm } = format;
  const plain = (value: Json): Encoded | undefined => {
    const text = codec ? codec.write(value) : typeof value === 'string' ? value : undefined;
    return text === undefined ? undefined : { text };
  };
  const encode = dtm
    ? (value: Json) => (typeof value === 'string' ? writeDtm(value, dtm.code, dtm.zone) : undefined)
    : plain;
  if (!codes) return encode;
  return (value) => encode(typeof value === 'string' ? (codes.toMessage.get(value) ?? value) : value);
}

function put(run: WriteRun, rule: ValuePlan, node: DraftNode, leaf: Leaf, { text, code }: Encoded): void {
  const written = node.get(leaf);
  const { part } = rule.format;
  if (part) {
    const parts = written === '' ? [] : written.split(part.of);
    while (parts.length <= part.index) parts.push('');
    if (parts[part.index] === '' || parts[part.index] === text) {
      parts[part.index] = text;
      node.set(leaf, parts.join(part.of));
      return;
    }
  } else if (written === '' || written === text) {
    node.set(leaf, text);
    if (code !== undefined && leaf.at === 'cell') node.set({ ...leaf, component: leaf.component + 1 }, code);
    return;
  }
  const from = rule.from[0]?.source ?? '';
  run.fault(
    'MAPPING_WRITE_CONFLICT',
    run.base + rule.pointer,
    { from, written: shown(written), value: shown(text) },
    from,
  );
}
