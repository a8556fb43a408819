/** What one expression may be at most. */
export interface CelLimits {
  /** Characters of the expression. */
  readonly length: number;
  /** Nodes of its syntax tree. */
  readonly nodes: number;
  /** Levels of nesting. */
  readonly depth: number;
}

export const celLimits: CelLimits = { length: 2000, nodes: 400, depth: 32 };
