import type { Fault } from '#kernel';
import type { Condition } from './condition.js';
import { ConditionContext, type Subject } from './subject.js';

/** The conditions evaluated for one subject: each different expression once, however many routes share it. */
export class Evaluations {
  readonly context: ConditionContext;
  readonly #values = new Map<Condition, boolean | Fault>();

  constructor(subject: Subject, kinds: ReadonlySet<string>) {
    this.context = new ConditionContext(subject, kinds);
  }

  of(condition: Condition): boolean | Fault {
    const known = this.#values.get(condition);
    if (known !== undefined) return known;
    const value = condition.evaluate(this.context);
    this.#values.set(condition, value);
    return value;
  }
}
