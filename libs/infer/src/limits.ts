/** What inferring may cost at most; each can be given to `infer`. */
export interface InferLimits {
  /** Samples looked at; further ones are named as not looked at. */
  readonly samples: number;
  /** Bytes of one sample. */
  readonly bytes: number;
  /** Nodes visited in all samples together. */
  readonly nodes: number;
  /** Different places with a value. */
  readonly places: number;
  /** Different values kept of one place. */
  readonly values: number;
  /** Candidates told of one place. */
  readonly candidates: number;
}

export const inferLimits: InferLimits = {
  samples: 50,
  bytes: 5 * 1024 * 1024,
  nodes: 200_000,
  places: 2_000,
  values: 64,
  candidates: 5,
};
