import { corpus, corpusFolder } from './corpus.js';
import { readCorpus } from './read-corpus.js';
import { figuresOf, tableOf, totalsOf } from './table.js';

/** Of the well-formed messages of types that have an adapter, so many must give valid documents. */
export const floor = 0.95;

const json = process.argv.includes('--json');
const samples = corpus();
if (!samples) {
  console.error(`skipped: there is no ${corpusFolder}`);
} else {
  const figures = figuresOf(await readCorpus(samples, new URL('reading.js', import.meta.url)));
  const totals = totalsOf(figures);
  console.log(json ? JSON.stringify({ floor, totals, types: figures }) : tableOf(figures, totals));
  if (totals.share < floor || totals.threw > 0 || totals.hung > 0) process.exitCode = 1;
}
