import { ok, type Fault, type Result } from '#kernel';
import { renormalise, type RenormaliseFilter, type Renormalised } from '../read/renormalise.js';
import type { Act } from './act.js';

/** Ids that the record of one act lists at most; their number is always in it. */
const mostListed = 1000;

/** Interchanges that are done again on the word of an administrator. */
export class InterchangesAgain {
  constructor(private readonly act: Act) {}

  /** Recorded once, with all of them; nothing is recorded where there are none. */
  async renormalise(filter: RenormaliseFilter): Promise<Result<readonly Renormalised[], Fault>> {
    const { manager } = this.act;
    const due = await renormalise(manager, filter);
    const [first] = due;
    if (!first) return ok([]);
    const { limit: _, ids: __, ...by } = filter;
    const after = { count: due.length, by, interchanges: due.slice(0, mostListed).map(({ id }) => id) };
    await this.act.record('interchange.renormalised', first.id, null, after);
    return ok(due);
  }
}
