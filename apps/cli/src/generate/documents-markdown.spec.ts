import { documentTypes } from '#canonical';
import { documentsMarkdown } from './documents-markdown.js';

const page = documentsMarkdown();
const rowOf = (chapter: string, field: string): string => {
  const from = page.indexOf(`\n### ${chapter}\n`);
  const rows = page.slice(from + 1).split(/\n##/)[0] ?? '';
  return rows.split('\n').find((line) => line.includes(`\`${field}\``)) ?? '';
};

describe('docs/documents.md', () => {
  it('has a chapter for every type, and every chapter that it points to', () => {
    const chapters = new Set([...page.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title.toLowerCase()));
    for (const type of documentTypes) expect(chapters).toContain(type.toLowerCase());
    const pointed = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(pointed.filter((anchor) => !chapters.has(anchor))).toEqual([]);
  });

  it('says of a field what it is, its marks, and who reads and writes it', () => {
    const row = rowOf('Declaration', 'departureOrArrivalCountry');
    expect(row).toContain('启运国/运抵国');
    expect(row).toContain('codes customs-country');
    expect(row).toMatch(/\| A(?: [A-Z])* \|$/);
    expect(rowOf('ContainerMove', 'container')).toMatch(
      /\*\*`container`\*\*.*\[container\]\(#container\).*A \(.*number/,
    );
    expect(rowOf('container', 'number')).toContain('key container, check iso6346');
    expect(page).toMatch(/personal/);
    expect(page).toMatch(/WCO \d+/);
    expect(page).toMatch(/IMO IMO\d+/);
  });
});
