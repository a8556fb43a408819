export type { CodeEntry, CodeList, CodeListFile, Standing } from './code-list.js';
export { canonicalCode, codeLists, installCodeLists, lookupCode } from './code-lists.js';
