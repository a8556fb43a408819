import { celLimits, type CelLimits } from '#cel';

/** What one expression of a mapping may cost. Whoever edits a mapping may be a stranger to it, so each is a defence. */
export interface ExpressionLimits extends CelLimits {
  /** UTF-16 units of one value that it sees; a longer one is a fault of the message. */
  readonly input: number;
  /** UTF-16 units of the text that it gives. */
  readonly output: number;
  /** How often one step may be repeated, by lists that the expression itself writes out. */
  readonly repetition: number;
}

export const expressionLimits: ExpressionLimits = {
  ...celLimits,
  length: 1000,
  nodes: 200,
  input: 4000,
  output: 64_000,
  repetition: 64,
};

/** UTF-16 units of what `join` puts between. */
export const maxSeparator = 16;
