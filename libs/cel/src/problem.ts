/**
 * Why an expression is not taken. Who uses the expression makes a fault of it, as only they know what it is for.
 *
 * `long`: it has `detail` characters. `syntax` and `type`: `detail` says what. `complex`: too many nodes or levels.
 * `name`: the variable `detail` of a loop is taken already. `pattern`: a regular expression that is refused, as
 * `detail` says.
 */
export interface CelProblem {
  readonly kind: 'long' | 'syntax' | 'complex' | 'type' | 'name' | 'pattern';
  /** Character of the expression, from 1. */
  readonly position: number;
  readonly detail: string;
}
