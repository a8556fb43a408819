export type SinkQuestion =
  | { readonly ask: 'start'; readonly ports: readonly number[]; readonly seed: number }
  | { readonly ask: 'trust'; readonly secrets: readonly string[] }
  | { readonly ask: 'counts' }
  | { readonly ask: 'times'; readonly first: number; readonly count: number };

export interface SinkAnswer {
  readonly urls: readonly string[];
  /** Declarations that came at least once. */
  readonly distinct: number;
  /** Events about a declaration that had come before. */
  readonly repeats: number;
  /** Events about no declaration of this run. */
  readonly strangers: number;
  readonly bytes: number;
  readonly requests: number;
  /** Requests that were malformed or wrongly signed. */
  readonly refused: number;
  /** When each declaration asked for first came, by `clock`; 0 for one that did not. */
  readonly times: Float64Array;
}
