import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLines, repository, runCli } from '../testing/run-cli.js';

const folders = [
  'libs/adapters/src/customs/declaration-xml/cases',
  'libs/adapters/src/port/coarri-edifact/cases',
];
const cases = folders.flatMap((folder) =>
  readdirSync(join(repository, folder))
    .filter((name) => !name.startsWith('.'))
    .map((name) => `${folder}/${name}`),
);
const inputOf = (folder: string): string =>
  ['in.xml', 'in.edi']
    .map((name) => `${folder}/${name}`)
    .find((file) => existsSync(join(repository, file))) ?? '';
const read = (file: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(repository, file), 'utf8'));

const scratch = mkdtempSync(join(tmpdir(), 'tongguan-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const scratchFile = (name: string, content: string): string => {
  const file = join(scratch, name);
  writeFileSync(file, content);
  return file;
};
const declaration = inputOf(`${folders[0]}/canonical-import-2018`);
const codesOf = (line: Readonly<Record<string, unknown>> | undefined): unknown[] => {
  const faults = line?.['faults'] ?? line?.['findings'];
  return Array.isArray(faults) ? faults.map((fault) => fault.code) : [];
};

describe('convert', () => {
  it('gives the documents and faults of every case, one line a file, in their order', async () => {
    const { code, stdout, stderr } = await runCli(['convert', '--json', ...cases.map(inputOf)]);
    const lines = jsonLines(stdout);
    expect(stderr).toBe('');
    expect(lines.map(({ file }) => file)).toEqual(cases.map(inputOf));
    for (const [at, folder] of cases.entries()) {
      const line = lines[at];
      const refused = existsSync(join(repository, folder, 'fault.json'));
      if (refused) {
        expect({ folder, documents: line?.['documents'] }).toEqual({ folder, documents: [] });
        const { faults } = read(`${folder}/fault.json`);
        const codes = Array.isArray(faults) ? faults.map((fault) => fault.code) : [];
        expect({ folder, codes: codesOf(line) }).toEqual({ folder, codes: expect.arrayContaining(codes) });
      } else {
        const wanted = read(`${folder}/documents.json`);
        expect({ folder, documents: line?.['documents'] }).toMatchObject({
          folder,
          documents: wanted['documents'],
        });
        expect(line?.['identity']).toEqual(wanted['identity']);
      }
      expect(line?.['ms']).toEqual(expect.any(Number));
    }
    expect(code).toBe(1);
  });

  it('says everything about a fault', async () => {
    const { stdout } = await runCli(['convert', '--json', inputOf(`${folders[0]}/bad-values`)]);
    const [line] = jsonLines(stdout);
    expect(line).toMatchObject({ adapter: 'customs/declaration-xml', documents: [] });
    const [fault] = Array.isArray(line?.['faults']) ? line['faults'] : [];
    expect(fault).toMatchObject({
      code: 'MAPPING_VALUE',
      severity: 'error',
      disposition: 'reject',
      place: { path: 'DecHead/GrossWet', span: { from: 491, to: 500 } },
      text: { zh: expect.stringContaining('26,400 KG'), en: expect.stringContaining('26,400 KG') },
      advice: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it('ends with 0 when every file gave documents, and reads standard input as -', async () => {
    const bytes = readFileSync(join(repository, declaration));
    const { code, stdout } = await runCli(['convert', '--json', '-'], { stdin: bytes });
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toMatchObject([{ file: '-', documents: [{ type: 'Declaration' }] }]);
  });

  it('adds lineage when asked, with places that hold the value', async () => {
    const { stdout } = await runCli(['convert', '--json', '--lineage', declaration]);
    const [line] = jsonLines(stdout);
    const [document] = Array.isArray(line?.['documents']) ? line['documents'] : [];
    expect(document.lineage.length).toBeGreaterThan(20);
  });

  it('makes a line of every file that cannot be read, is too large, empty or nobody’s', async () => {
    const files = [
      join(scratch, 'absent.xml'),
      scratch,
      scratchFile('large.xml', 'x'.repeat(2001)),
      scratchFile('empty.xml', ''),
      scratchFile('poem.txt', '海上生明月'),
      inputOf(`${folders[0]}/bad-truncated`),
    ];
    const { code, stdout, stderr } = await runCli(['convert', '--json', '--limit', '2000', ...files]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const lines = jsonLines(stdout);
    expect(lines).toHaveLength(files.length);
    expect(lines.map(codesOf).slice(0, 3)).toEqual([
      ['CLI_FILE_UNREADABLE'],
      ['CLI_FILE_UNREADABLE'],
      ['CLI_FILE_TOO_LARGE'],
    ]);
    for (const line of lines) {
      expect(line['documents']).toEqual([]);
      expect(codesOf(line)).not.toEqual([]);
    }
  });

  it('shows a person what came of each file', async () => {
    const { stdout } = await runCli(['convert', declaration, inputOf(`${folders[0]}/bad-values`)]);
    expect(stdout).toMatch(/customs\/declaration-xml → 1 Declaration/);
    expect(stdout).toMatch(/错误 error MAPPING_VALUE\n.*值“26,400 KG”.*\n.*The value 26,400 KG/);
  });
});

describe('validate', () => {
  it('finds the line and column of every error and ends with 1', async () => {
    const { code, stdout } = await runCli(['validate', inputOf(`${folders[0]}/bad-values`), declaration]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/bad-values\/in\.xml:14:15: 错误 error MAPPING_VALUE @ DecHead\/GrossWet/);
    expect(stdout).toMatch(/canonical-import-2018\/in\.xml.*(没有问题|警告)/);
  });

  it('ends with 0 for a sound file, and for one with warnings alone', async () => {
    const warned = inputOf(`${folders[1]}/check-digits-wrong`);
    const { code, stdout } = await runCli(['validate', '--json', declaration, warned]);
    expect(code).toBe(0);
    const [sound, doubtful] = jsonLines(stdout);
    expect(sound).toMatchObject({ file: declaration, ok: true });
    expect(doubtful).toMatchObject({
      ok: true,
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'CANONICAL_CONTAINER_CHECK_DIGIT', severity: 'warning' }),
      ]),
    });
  });
});

describe('the command line', () => {
  it.each([
    [['--help'], 0],
    [['convert', '--help'], 0],
    [['keys', 'create', '--help'], 0],
    [['frobnicate'], 2],
    [['convert'], 2],
    [['convert', '--limit', 'x', 'f'], 2],
    [['send', '--wait', '31', 'f'], 2],
    [['send', '--idempotency-key', 'k', 'f', 'g'], 2],
  ])('%j ends with %d', async (args, code) => {
    const result = await runCli(args);
    expect(result.code).toBe(code);
    if (code === 0) expect(result.stdout).toMatch(/[\u4e00-\u9fff].* · [a-z]/);
  });

  it('loads no framework, queue or database for a conversion', async () => {
    // Every module that is loaded is written to standard error.
    const hooks = `data:text/javascript,${encodeURIComponent(
      "import { writeSync } from 'node:fs'; export async function load(url, context, next) { writeSync(2, url + '\\n'); return next(url, context); }",
    )}`;
    const register = `data:text/javascript,${encodeURIComponent(`import { register } from 'node:module'; register(${JSON.stringify(hooks)});`)}`;
    const { code, stderr } = await runCli(['convert', declaration], { node: ['--import', register] });
    expect(code).toBe(0);
    expect(stderr).toMatch(/adapters\/src\/index\.js/);
    expect(stderr).not.toMatch(/node_modules\/(@nestjs|bullmq|typeorm|pg|fastify|pino)\//);
  });
});
