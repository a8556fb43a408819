import { existsSync, readFileSync } from 'node:fs';
import { parseEdifact, parseXml, type SourceNode } from '#syntax';

/** Real messages of third parties, read in place; their index says which are well-formed. */
const corpus = '../shared/corpus';
const present = existsSync(`${corpus}/INDEX.tsv`);
if (!present) process.stdout.write('corpus.spec: ../shared/corpus is absent, real messages are not read\n');

const rows = present
  ? readFileSync(`${corpus}/INDEX.tsv`, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => {
        const [file = '', family = '', , , , , note = ''] = line.split('\t');
        return { file, family, note };
      })
      .filter(({ file }) => existsSync(`${corpus}/${file}`))
  : [];
const edifact = rows.filter(({ family }) => family === 'edifact');
const xml = rows.filter(({ file }) => /\.xml$/i.test(file));

describe('real messages', () => {
  it('reads every EDIFACT file that is noted as well-formed', () => {
    const wrong: string[] = [];
    for (const { file, note } of edifact) {
      const result = parseEdifact(readFileSync(`${corpus}/${file}`));
      if (note.startsWith('well-formed') && !result.ok) {
        wrong.push(`${file}: ${result.error.map(({ code }) => code).join()}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(edifact.length > 0).toBe(present);
  });

  it('counts the segments that the index counts', () => {
    const wrong: string[] = [];
    for (const { file, note } of edifact) {
      const stated = /(\d+) segs/.exec(note)?.[1];
      const result = parseEdifact(readFileSync(`${corpus}/${file}`));
      if (!note.startsWith('well-formed') || !result.ok || stated === undefined) continue;
      const counted = countSegments(result.value.root);
      if (counted !== Number(stated)) wrong.push(`${file}: ${counted}, not ${stated}`);
    }
    expect(wrong).toEqual([]);
  });

  it('reads every XML file that is noted as well-formed, and no other', () => {
    const wrong: string[] = [];
    for (const { file, note } of xml) {
      const result = parseXml(readFileSync(`${corpus}/${file}`));
      const codes = result.ok ? '' : result.error.map(({ code, text }) => `${code} ${text.en}`).join();
      if (note.startsWith('well-formed') !== result.ok) wrong.push(`${file}: ${codes} ${note}`);
    }
    expect(wrong).toEqual([]);
    expect(xml.length > 0).toBe(present);
  });
});

function countSegments(node: SourceNode): number {
  let count = node.kind === 'segment' ? 1 : 0;
  for (const child of node.children) count += countSegments(child);
  return count;
}
