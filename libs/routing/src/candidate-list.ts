import type { Condition } from './condition.js';
import { getOrMake } from './rights.js';
import { placesOf, selectorOf } from './selector.js';
import type { Subject } from './subject.js';

/**
 * The routes of one type in order, with those found at once whose condition asks for a certain key, sender or type:
 * ten thousand subscriptions, each to its own containers, cost about as much as the few that match.
 */
export class CandidateList<C extends { readonly condition?: Condition }> {
  readonly #unselected: number[] = [];
  readonly #byPlace = new Map<string, Map<string, number[]>>();

  constructor(private readonly candidates: readonly C[]) {
    candidates.forEach(({ condition }, at) => {
      const selector = condition && selectorOf(condition.ast);
      if (!selector) this.#unselected.push(at);
      for (const value of new Set(selector?.values)) {
        const byValue = getOrMake(this.#byPlace, selector?.place ?? '', () => new Map<string, number[]>());
        getOrMake(byValue, value, () => []).push(at);
      }
    });
  }

  /**
   * Visits in order every candidate that the subject may match (`selected`), and of the others, whose condition is
   * false, the first ones up to a limit.
   */
  visit(subject: Subject, others: number, visit: (candidate: C, selected: boolean) => void): void {
    let next = 0;
    let left = others;
    for (const at of this.#selected(subject)) {
      for (; next < at && left > 0; next++, left--) this.#visit(next, false, visit);
      this.#visit(at, true, visit);
      next = at + 1;
    }
    for (; next < this.candidates.length && left > 0; next++, left--) this.#visit(next, false, visit);
  }

  #visit(at: number, selected: boolean, visit: (candidate: C, selected: boolean) => void): void {
    const candidate = this.candidates[at];
    if (candidate) visit(candidate, selected);
  }

  /** Positions in order, each once. */
  #selected(subject: Subject): readonly number[] {
    if (this.#byPlace.size === 0) return this.#unselected;
    const found = new Set(this.#unselected);
    for (const [place, value] of placesOf(subject))
      for (const at of this.#byPlace.get(place)?.get(value) ?? []) found.add(at);
    return [...found].sort((a, b) => a - b);
  }
}
