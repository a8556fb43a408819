import type { Json, Result } from '#kernel';
import type { mappingFaults } from './faults.js';

/** Why texts of the message make no value, or a value makes no texts: a fault without its place. */
export interface JoinFault {
  readonly code: keyof typeof mappingFaults.definitions;
  readonly values: Readonly<Record<string, string | number>>;
}

/** How several places of a message and one value of a document are made of each other. */
export interface Join {
  /** For faults. */
  readonly name: string;
  /**
   * @param texts one for each place, empty where there is none; never all empty
   * @param comma whether `,` may stand for the decimal point
   * @returns undefined for no value
   */
  read(texts: readonly string[], comma: boolean): Result<Json | undefined, JoinFault>;
  /** @returns one for each place, empty where nothing is written */
  write(value: Json): Result<readonly string[], JoinFault>;
}
