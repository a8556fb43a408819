import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { adapters } from './adapters.js';
import { createNormaliser } from './normaliser.js';

const normaliser = createNormaliser(adapters);
const own = (path: string): Buffer => readFileSync(join(import.meta.dirname, path));
const told = (bytes: Uint8Array) => {
  const { adapter, faults, warnings, documents } = normaliser.normalise(bytes, {});
  return { adapter, faults, documents, codes: warnings.map(({ code }) => code) };
};
const gate = (reference: string, recipient: string): string =>
  [
    `UNB+UNOA:2+DLDCT+${recipient}+260312:2001+${reference}`,
    'UNH+1+CODECO:D:95B:UN:ITG12',
    'BGM+36+G1+9',
    'NAD+CF+LNH:160:166',
    'EQD+CN+LNHU2001016+22G1:102:5++3+5',
    'DTM+7:202603121200:203',
    'CNT+16:1',
    'UNT+7+1',
    `UNZ+1+${reference}`,
  ]
    .map((segment) => `${segment}'`)
    .join('\n');

describe('what senders write otherwise', () => {
  it.each([
    ['with a little-endian mark', Buffer.from([0xff, 0xfe]), 'utf-16le'],
    ['with a big-endian mark', Buffer.from([0xfe, 0xff]), 'utf-16be'],
  ])('is a table in UTF-16 %s', (_, mark, charset) => {
    const text = '团号,姓名,证件号码\nLNTG1,王海,E00000001\n';
    const plain = told(Buffer.from(text));
    const wide = told(Buffer.concat([mark, iconv.encode(text, charset)]));
    expect(wide.adapter).toBe('border/tour-group-csv');
    expect(wide.documents.map(({ body }) => body)).toEqual(plain.documents.map(({ body }) => body));
  });

  it('is one file with interchanges of one reference to different recipients', () => {
    const file = (...parts: string[]) => told(Buffer.from(parts.join('\n')));
    expect(file(gate('R1', 'LNHL'), gate('R1', 'LNPORT'))).toMatchObject({ faults: [], documents: [{}, {}] });
    expect(file(gate('', 'LNHL'), gate('', 'LNHL')).documents).toHaveLength(2);
    expect(file(gate('R1', 'LNHL'), gate('R1', 'LNHL')).faults.map(({ code }) => code)).toEqual([
      'ADAPTER_MESSAGE_DOUBLED',
    ]);
  });

  it('is JSON whose kind stands behind a long value', () => {
    const path = 'port/dcsa-track-trace-3-json/cases';
    const known = own(`${path}/canonical-events/in.json`).toString();
    const long = known.replace(/^\s*\{/, `{"metadata":{"note":"${'x'.repeat(10_000)}"},`);
    expect(long).not.toBe(known);
    expect(told(Buffer.from(long)).adapter).toBe(told(Buffer.from(known)).adapter);
  });

  it('is XML with a line before its declaration', () => {
    const known = own('customs/bonded-ledger-xml/cases/canonical-inv211/in.xml');
    const before = told(Buffer.concat([Buffer.from('\r\n  '), known]));
    const { documents } = told(known);
    expect(before.documents.map(({ body }) => body)).toEqual(documents.map(({ body }) => body));
    expect(before.codes).toContain('SYNTAX_XML_BLANK');
  });

  it('is several contacts of a party, each with its own number', () => {
    const bare = ['COM+0411-00000000:TE'];
    const named = [
      'CTA+IC+:WANG',
      'COM+0411-00000001:TE',
      'CTA+AH+:LI',
      'COM+0411-00000002:TE',
      'COM+li@a.example:EM',
    ];
    const party = ['NAD+CF+LNH:160:166', ...bare, ...named].join("'\n");
    const text = gate('R1', 'LNHL')
      .replace('UNT+7', 'UNT+13')
      .replace('NAD+CF+LNH:160:166', () => party);
    const [document] = told(Buffer.from(text)).documents;
    expect(document?.body.parties).toMatchObject([
      {
        communications: [{ number: '0411-00000000' }],
        contacts: [
          { name: 'WANG', communications: [{ number: '0411-00000001' }] },
          { name: 'LI', communications: [{ number: '0411-00000002' }, { number: 'li@a.example' }] },
        ],
      },
    ]);
  });
});
