import type { Json } from '#kernel';
import type { Leaf, SourceNode } from '#syntax';
import { compileConvert, type Convert } from './convert.js';
import { valueAt } from './locate.js';
import type { JoinedPlan, ValuePlan } from './plan.js';
import { compilePut, type Draft, type Put } from './pointer.js';
import type { ReadRun } from './reading.js';

/** A rule about one value, once the node that has it is known. */
export class LeafRule {
  private readonly put: Put;
  private readonly convert: Convert | undefined;
  /** Whether it does something where there is no value. */
  readonly insists: boolean;
  private readonly only: string | undefined;

  constructor(
    private readonly rule: ValuePlan,
    private readonly leaf: Leaf,
    private readonly own: boolean,
  ) {
    this.put = compilePut(rule.to);
    this.convert = isPlain(rule) ? undefined : compileConvert(rule);
    this.insists = rule.default !== undefined || rule.required;
    this.only = rule.to.length === 1 ? rule.to[0] : undefined;
  }

  /** Of the first node that has a value; one that does not fit is a fault and then as good as none. */
  takeFirst(nodes: readonly SourceNode[], target: Draft, run: ReadRun): boolean {
    for (const node of nodes) {
      const text = valueAt(node, this.leaf);
      if (text !== undefined) return this.fit(text, node, target, run);
    }
    return false;
  }

  take(node: SourceNode, target: Draft, run: ReadRun): boolean {
    const text = valueAt(node, this.leaf);
    return text !== undefined && this.fit(text, node, target, run);
  }

  /** @returns false when the text does not fit */
  private fit(text: string, node: SourceNode, target: Draft, run: ReadRun): boolean {
    const { convert, only, leaf } = this;
    const value: Json | undefined = convert ? convert(text, node, leaf, run) : text.trim();
    if (value === undefined) return false;
    if (only === undefined) this.put(target, value);
    else target[only] = value;
    run.values++;
    if (this.own) run.own++;
    if (run.traces) run.origin(this.rule.pointer, this.rule.rule, node, leaf);
    return true;
  }

  /** There is no value, or none that fits. */
  missing(scope: SourceNode, target: Draft, run: ReadRun): void {
    missing(this.rule, this.rule.from.map(({ source }) => source).join(' | '), this.put, scope, target, run);
  }
}

/** What a rule does where the message has no value for it. */
export function missing(
  rule: ValuePlan | JoinedPlan,
  sources: string,
  put: Put,
  scope: SourceNode,
  target: Draft,
  run: ReadRun,
): void {
  const { default: fallback, pointer, required } = rule;
  if (fallback !== undefined) {
    put(target, fallback);
    if (run.traces) run.constant(pointer, rule.rule, fallback);
  } else if (required) {
    run.fault('MAPPING_REQUIRED', pointer, scope, undefined, { from: sources });
  }
}

const isPlain = ({ format, codes }: ValuePlan): boolean =>
  !format.exact && !format.piece && !format.dtm && !format.codec && !codes;
