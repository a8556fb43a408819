import type { FaultChapter } from './fault-catalogues.js';

/** The page that the `type` of a problem leads to: one anchor for each code. */
export function faultsPage(chapters: readonly FaultChapter[]): string {
  return chapters.map(({ title }) => title.en).join('\n');
}
