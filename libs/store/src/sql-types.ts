import pg from 'pg';

const int8 = 20;
const int8Array = 1016;

const parseInt8Array = (text: string): number[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);

/**
 * How columns become JavaScript values: as node-postgres does, but 64-bit integers become numbers. Ours are counts
 * and sequences, which stay far below 2^53.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return Number;
    if (oid === int8Array) return parseInt8Array;
    return format === undefined ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, format);
  },
} as pg.CustomTypesConfig;
