/** Values that a generated document always has: JSON pointer, `*` for any item of a list, to value. */
export type Places = Readonly<Record<string, string>>;
