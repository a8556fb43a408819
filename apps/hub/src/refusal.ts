import type { Fault } from '#kernel';

/** The hub does not start, for reasons an operator can mend. */
export class Refusal extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((fault) => fault.code).join(', '));
  }
}
