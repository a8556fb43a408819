import type { Fault } from '#kernel';
import type { Agreement } from './agreement.js';
import type { Condition } from './condition.js';
import { ConditionContext, type Subject } from './subject.js';
import { visibleUnder, type Visible } from './visible.js';

/** The conditions evaluated for one subject: each different expression once, however many routes share it. */
export class Evaluations {
  readonly context: ConditionContext;
  readonly #values = new Map<Condition, boolean | Fault>();
  #under: Map<Visible, Evaluations> | undefined;

  constructor(
    private readonly subject: Subject,
    private readonly kinds: ReadonlySet<string>,
  ) {
    this.context = new ConditionContext(subject, kinds);
  }

  of(condition: Condition): boolean | Fault {
    const known = this.#values.get(condition);
    if (known !== undefined) return known;
    const value = condition.evaluate(this.context);
    this.#values.set(condition, value);
    return value;
  }

  /** The same for what an agreement shares of the subject: these very ones where that is all of it. */
  under(agreement: Agreement): Evaluations {
    const visible = visibleUnder(agreement);
    const known = this.#under?.get(visible);
    if (known) return known;
    const body = visible(this.subject.type, this.subject.body);
    const made = body === this.subject.body ? this : new Evaluations({ ...this.subject, body }, this.kinds);
    (this.#under ??= new Map()).set(visible, made);
    return made;
  }
}
