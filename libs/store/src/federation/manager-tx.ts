import type { EntityManager } from 'typeorm';
import type { Row, Tx } from '../sql.js';

/**
 * Statements within an act: the same as in a transaction of `Sql`, but 64-bit integers come as text, so ask for them
 * as `float8`.
 */
export const txOf = (manager: EntityManager): Tx => ({
  async query<R extends Row>(statement: Parameters<Tx['query']>[0], values?: readonly unknown[]) {
    const [text, given] = parts(statement, values);
    const answer = await manager.query<R[] | Changed<R>>(text, given);
    return isChanged(answer) ? answer[0] : answer;
  },
  async execute(statement, values) {
    const [text, given] = parts(statement, values);
    const answer = await manager.query<Row[] | Changed<Row>>(text, given);
    return isChanged(answer) ? answer[1] : answer.length;
  },
});

/** TypeORM gives rows and their number for what updates or deletes, and rows alone otherwise. */
type Changed<R> = [R[], number];

const isChanged = <R>(answer: R[] | Changed<R>): answer is Changed<R> => Array.isArray(answer[0]);

const parts = (
  statement: Parameters<Tx['query']>[0],
  values: readonly unknown[] | undefined,
): [string, unknown[]] =>
  typeof statement === 'string'
    ? [statement, [...(values ?? [])]]
    : [statement.text, [...(values ?? statement.values ?? [])]];
