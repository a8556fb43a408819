import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installCodeLists, lookupCode } from '#canonical';
import { useCodeLists } from './code-lists.js';

const folder = mkdtempSync(join(tmpdir(), 'tongguan-codes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => installCodeLists([]));
const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);

const districts = {
  id: 'customs-district',
  title: { zh: '关区代码', en: 'customs districts' },
  entries: [{ code: '0999', zh: '试验海关', en: 'Trial customs', from: '2026-01-01' }],
};

describe('useCodeLists', () => {
  it('takes the lists of a folder into use, and leaves other files alone', () => {
    put('districts.json', JSON.stringify(districts));
    put('README.md', '# ours');
    expect(useCodeLists(folder).ok).toBe(true);
    expect(lookupCode('customs-district', '0999', '2026-03-12').is).toBe('known');
    expect(lookupCode('customs-district', '0999', '2025-03-12').is).toBe('not-yet');
    expect(lookupCode('customs-district', '0900').is).toBe('known');
  });

  it('uses those that come with the hub where there is no folder', () => {
    expect(useCodeLists(undefined).ok).toBe(true);
    expect(lookupCode('customs-district', '0999').is).toBe('not-covered');
  });

  it.each([
    ['no JSON', '{', /wrong\.json: /],
    ['no code list', '{"id":"x"}', /wrong\.json: .*title/],
    [
      'no day',
      JSON.stringify({ ...districts, entries: [{ ...districts.entries[0], to: '31.12.2026' }] }),
      /wrong\.json: .*date/,
    ],
  ])('refuses what is %s, with the name of the file, and takes none', (_, content, expected) => {
    put('wrong.json', content);
    const used = useCodeLists(folder);
    expect(used.ok || used.error.map(({ code }) => code)).toEqual(['CONFIG_INVALID']);
    expect(used.ok || used.error[0]?.text.en).toMatch(expected);
    expect(lookupCode('customs-district', '0999').is).toBe('not-covered');
    rmSync(join(folder, 'wrong.json'));
  });

  it('refuses a folder that is not there', () => {
    const used = useCodeLists(join(folder, 'none'));
    expect(used.ok || used.error[0]?.text.en).toMatch(/CODE_LISTS.*none/);
  });
});
