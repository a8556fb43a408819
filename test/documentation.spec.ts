import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSql, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The words in code marks of the first column of every table. */
const firstColumn = (text: string): string[] =>
  [...text.matchAll(/^\| `?([^`|]+?)`? +\|/gm)].map(([, word = '']) => word.trim());

describe('docs/data-model.md', () => {
  let database: TestDatabase;
  let sql: Sql;
  beforeAll(async () => {
    database = await freshDatabase();
    sql = openSql({ url: database.url, connections: 1 });
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  it('has every table with every column, and no other', async () => {
    const rows = await sql.query<{ table: string; columns: string[] }>(
      `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND c.relname NOT LIKE '%migration%'
       GROUP BY c.relname`,
    );
    const tables = Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
    const chapters = read('docs/data-model.md').split(/^### /m).slice(1);
    const described = Object.fromEntries(
      chapters.map((chapter) => [
        /^\w+/.exec(chapter)?.[0] ?? '',
        firstColumn(chapter.split(/^## /m)[0] ?? '').filter(
          (word) => word !== 'column' && !word.startsWith('-'),
        ),
      ]),
    );
    expect(described).toEqual(tables);
  });
});

it('docs/dependencies.md has every dependency, and no other', () => {
  const { dependencies, devDependencies }: Record<string, object> = JSON.parse(read('package.json'));
  const packages = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})].sort();
  const described = firstColumn(read('docs/dependencies.md')).filter(
    (word) => word !== 'package' && !word.startsWith('-'),
  );
  expect(described.sort()).toEqual(packages);
});

it('docs/audit-events.md has every act', async () => {
  const { auditActions } = await import('#store');
  const text = read('docs/audit-events.md');
  expect(auditActions.filter((action) => !text.includes(`\`${action}\``))).toEqual([]);
});

const pages = ['README.md', ...['docs', 'docs/adr', 'libs', 'test', 'apps'].flatMap(markdownIn)];

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: folder !== 'docs', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`);
}

/** What stands in code marks is no link, whatever it looks like. */
const withoutCode = (text: string): string => text.replace(/`[^`\n]*`/g, '');

it('every link between the pages leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^(https?:|mailto:|#)/.test(link))
      .filter((link) => !existsSync(join(root, dirname(page), link.split('#')[0] ?? '')))
      .map((link) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

it('every file of the repository that a page names is there', () => {
  const path = /(?<![\w./-])(?:apps|libs|schemas|migrations|test|docs)\/[\w./-]*\w/g;
  const absent = pages.flatMap((page) =>
    [...read(page).matchAll(path)]
      .filter(([named]) => !existsSync(join(root, named)))
      .map(([named]) => `${page}: ${named}`),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(absent).toEqual([]);
});
