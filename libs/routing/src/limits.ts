/** What a condition may cost at most. A participant writes conditions too, so each of these is a defence. */
export interface ConditionLimits {
  /** Characters of the expression. */
  readonly length: number;
  /** Nodes of its syntax tree. */
  readonly nodes: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** How often the work of one pass over the document may be repeated, by lists of constants and by keys. */
  readonly repetition: number;
}

export const conditionLimits: ConditionLimits = { length: 2000, nodes: 400, depth: 32, repetition: 512 };

/** JSON pointers in the field list of one agreement. */
export const fieldLimit = 500;

/** Decisions `not-matched` about one document. */
export const notMatchedLimit = 100;
