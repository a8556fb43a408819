import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters, createNormaliser } from '#adapters';
import { validateDocument } from '#canonical';
import { leavesOf } from './testing/re-extract.js';

/** Messages of others, read where they are; they are no part of the project. */
const corpus = '../shared/corpus';
const present = existsSync(corpus);
if (!present) process.stderr.write(`skipped: there is no ${corpus}\n`);
const here = present ? describe : describe.skip;

const normaliser = createNormaliser(adapters);
const files = present
  ? readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  : [];
const read = (path: string) => normaliser.normalise(readFileSync(path), {}, { lineage: true });

const headless = join(corpus, 'cn-dec/Zzaniu__loop_server/test/Dec2018.xml');
const torn = join(corpus, 'cn-dec/Zzaniu__loop_server/conf/OnlyWindowsNew.xml');
const index = present ? readFileSync(join(corpus, 'INDEX.tsv'), 'utf8') : '';
const rows = index.split('\n').map((line) => line.split('\t'));
const ours = rows
  .filter(([, , type = '']) => type === 'COARRI' || type === 'DecMessage')
  .map(([file = '']) => join(corpus, file));
/** Those and the messages of the other adapters for EDIFACT. */
const interchanges = new Set(adapters.map(({ mapping }) => mapping.options.message));
const known = rows
  .filter(([file = '', , type = '']) => file.startsWith('edifact/') && interchanges.has(type))
  .map(([file = '']) => join(corpus, file));

here('messages of others', () => {
  it('never throw, and give valid documents or faults but not both', () => {
    expect(files.length).toBeGreaterThan(450);
    for (const path of files) {
      const { faults, documents } = read(path);
      expect({ path, either: faults.length > 0 !== documents.length > 0 }).toEqual({ path, either: true });
      for (const { type, body } of documents) expect(validateDocument(type, body)).toEqual([]);
    }
  });

  it('are recognised by what they are, and nowhere else', () => {
    // What becomes of the other Chinese messages, of JSON and of AIS stands in specs of their own.
    const elsewhere = /\/(?:cn-(?!dec)|dcsa-json|ais)/;
    const recognised = files.filter((path) => !elsewhere.test(path) && read(path).adapter !== undefined);
    expect(recognised.sort()).toEqual([...new Set([...ours, ...known])].sort());
    expect(ours.filter((path) => path.includes('/edifact/'))).toHaveLength(13);
    expect(recognised.filter((path) => path.includes('/cn-dec/'))).toHaveLength(6);
  });

  it('are refused exactly where they are broken', () => {
    const refused = ours.filter((path) => read(path).faults.length > 0);
    expect(refused.sort()).toEqual([headless, torn].sort());
    expect(read(headless).faults).toMatchObject([
      { code: 'ADAPTER_PART_MISSING', values: { part: 'DecHead' }, place: { path: 'DecMessage' } },
    ]);
    expect(read(torn).faults).toMatchObject([
      { code: 'SYNTAX_XML_MALFORMED', values: { line: 92, column: 15 } },
    ]);
  });

  it.each([
    ['handcopied/coarri_maersk_d95b_itg12.edi', 1, 0],
    ['nick-manasys__edi-parser/systests/src/test/resources/edifact/d95b/COARRI.edi', 11, 0],
    ['MJapdeva4302__ReadBaplie/ReadEDIFACT/output.edi', 42, 42],
    ['MJapdeva4302__ReadBaplie/ReadEDIFACT/outputImport.edi', 74, 74],
  ])('%s gives %i containers and %i warnings', (name, containers, warnings) => {
    const normalised = read(join(corpus, 'edifact', name));
    expect(normalised.documents).toHaveLength(containers);
    expect(normalised.warnings).toHaveLength(warnings);
  });

  it('lose no value of a container report on the way', () => {
    for (const path of ours.filter((one) => one.includes('/edifact/'))) {
      const { documents } = read(path);
      const covered = new Set(documents.flatMap(({ lineage = [] }) => lineage.map(({ span }) => span?.from)));
      expect({ path, lost: uncovered(readFileSync(path, 'latin1'), covered) }).toEqual({ path, lost: [] });
    }
  });

  it('lose no value of a declaration on the way', () => {
    for (const path of ours.filter((one) => one.includes('/cn-dec/') && one !== torn && one !== headless)) {
      const said = new Set(
        read(path).documents.flatMap(({ body }) => leavesOf(body).map(([, value]) => String(value))),
      );
      const text = readFileSync(path, 'utf8');
      const lost = [...text.matchAll(/<(\w+)>([^<]*\S[^<]*)<\/\1>/g)].filter(([, name = '', value = '']) => {
        const meant =
          name === 'PDate'
            ? value.replace(/(....)(..)(..)/, '$1-$2-$3')
            : name === 'IEFlag'
              ? 'import'
              : value;
        return !said.has(meant);
      });
      expect({ path, lost: lost.map(([whole]) => whole) }).toEqual({ path, lost: [] });
    }
  });

  it.each(['conf/OnlyWindowsNews_1.xml', 'conf/OnlyWindowspdf.xml', 'conf/template.xml'])(
    'the template %s, filled in everywhere, is in the document everywhere',
    (name) => {
      const path = join(corpus, 'cn-dec/Zzaniu__loop_server', name);
      const { text, values } = filled(readFileSync(path, 'utf8'));
      const { documents, faults } = normaliser.normalise(Buffer.from(text), {});
      expect(faults).toEqual([]);
      const said = new Set(documents.flatMap(({ body }) => leavesOf(body).map(([, value]) => String(value))));
      expect(values.length).toBeGreaterThan(90);
      expect(values.filter((value) => !said.has(value))).toEqual([]);
      expect(documents[0]?.body.extensions).toBeUndefined();
    },
  );
});

/** Puts a value of its own into every empty element that has none inside it. */
function filled(template: string): { readonly text: string; readonly values: readonly string[] } {
  const decimals =
    /^(FeeRate|InsurRate|OtherRate|GrossWet|NetWt|InRatio|PackNo|DeclPrice|DeclTotal|GQty|FirstQty|SecondQty|WorkUsd|ContainerWt|PackQty)$/;
  const dates = /^(IEDate|PDate|DespDate|CmplDschrgDt|BillLadDate)$/;
  const containers = /^Dec(Containers|LicenseDocus)$/;
  const values: string[] = [];
  const text = template.replace(
    /<(\w+)>\s*<\/\1>|<(\w+)\s*\/>/g,
    (whole, opened?: string, closed?: string) => {
      const name = opened ?? closed ?? '';
      if (containers.test(name)) return whole;
      const number = 1000 + values.length;
      const date = `2026${String((number % 12) + 1).padStart(2, '0')}${String((number % 28) + 1).padStart(2, '0')}`;
      if (name === 'IEFlag') {
        values.push('export');
        return '<IEFlag>E</IEFlag>';
      }
      if (dates.test(name)) {
        values.push(date.replace(/(....)(..)(..)/, '$1-$2-$3'));
        return `<${name}>${date}</${name}>`;
      }
      const value = decimals.test(name) ? `${number}.50` : `值${number}`;
      values.push(value);
      return `<${name}>${value}</${name}>`;
    },
  );
  return { text, values };
}

/** The values of an interchange that no lineage points at. Qualifiers are in the rules, not in the documents. */
function uncovered(text: string, covered: ReadonlySet<number | undefined>): string[] {
  const lost: string[] = [];
  const segment = /[A-Z]{3}\+[^']*'/g;
  for (let found = segment.exec(text); found; found = segment.exec(text)) {
    const [whole] = found;
    const tag = whole.slice(0, 3);
    if (['UNT', 'UNZ'].includes(tag)) continue;
    let at = found.index + 4;
    whole
      .slice(4, -1)
      .split('+')
      .forEach((element, index) => {
        let from = at;
        element.split(':').forEach((component, part) => {
          if (component.trim() !== '' && !covered.has(from) && !qualifier(tag, index + 1, part + 1)) {
            lost.push(`${whole} ${index + 1}.${part + 1}`);
          }
          from += component.length + 1;
        });
        at += element.length + 1;
      });
  }
  // Places that name nothing: a cell, a party or a reference with a qualifier and no value.
  return lost.filter((one) => !/^(LOC\+147\+:139:5|NAD\+\+:160:\d+\+\+|RFF\+VM:)'/.test(one));
}

function qualifier(tag: string, element: number, component: number): boolean {
  const first = element === 1 && component === 1;
  if (tag === 'DTM') return first || (element === 1 && component === 3);
  if (tag === 'MEA') return first || (element === 2 && component === 1);
  if (tag === 'UNH') return element === 2 && component === 1;
  return first && ['LOC', 'NAD', 'RFF', 'CNT'].includes(tag);
}
