/** Runs dry runs somewhere. */
export abstract class DryRuns {
  /** Runs under way in this process at most. */
  abstract readonly limit: number;
  abstract get underWay(): number;
  /** Begins one that was added; what comes of it is told in its row. */
  abstract start(id: string): void;
}
