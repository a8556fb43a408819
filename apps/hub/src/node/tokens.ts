/** Injection tokens of what is not a class. */
export const NORMALISER = Symbol('normaliser');
export const SQL = Symbol('sql');
