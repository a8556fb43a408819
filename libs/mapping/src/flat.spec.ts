import { compileMapping, type MappingDefinition, type Rule } from '#mapping';

const flat = (each: string, rules: readonly Rule[]): MappingDefinition => ({
  adapter: 'test/flat',
  version: '1',
  syntax: 'flat',
  options: { message: 'TEST', structure: '00 10 UNIT=50*{51* 52} 99', encoding: 'utf-8' },
  identity: ['/00.2', '/10.1'],
  documents: [{ type: 'Box', each, rules }],
});

const rules: readonly Rule[] = [
  { from: '/00.2', to: '/sender' },
  { from: '/10.1', to: '/vessel' },
  { from: '50.1', to: '/number', required: true },
  { each: '50', to: '/never', way: 'read', rules: [{ from: '.9', to: '' }] },
  { from: ['52.1', '50.3'], to: '/port' },
  { from: '50[2=F|L].4', to: '/mass', way: 'read' },
  { each: '51', to: '/bills', rules: [{ from: '.1', to: '' }] },
  { from: '50', rules: [{ each: '.', to: '/seals', rules: [{ from: '.5', to: '/number' }] }] },
  { const: 'TEST', from: '/00.1', required: true },
];

const text = "00:TEST:DCT'\n10:BPQX'\n50:LNHU2001013:F::5430:S1'\n51:DL1'\n51:DL2'\n52:CNDAL'\n99:7'\n";

function compiled(definition: MappingDefinition) {
  const mapping = compileMapping(definition);
  if (!mapping.ok) throw new Error(mapping.error.map((fault) => fault.text.en).join());
  return mapping.value;
}

function read(definition: MappingDefinition, message: string) {
  const mapping = compiled(definition);
  const tree = mapping.parse(Buffer.from(message));
  if (!tree.ok) throw new Error(tree.error[0]?.text.en);
  return mapping.read(tree.value, { lineage: true });
}

describe('records', () => {
  it('are read by their ids and the numbers of their fields', () => {
    const reading = read(flat('UNIT', rules), text);
    expect(reading.identity).toBe('DCT|BPQX');
    expect(reading.documents.map(({ body }) => body)).toEqual([
      {
        sender: 'DCT',
        vessel: 'BPQX',
        number: 'LNHU2001013',
        port: 'CNDAL',
        mass: '5430',
        bills: ['DL1', 'DL2'],
        seals: [{ number: 'S1' }],
      },
    ]);
    expect(reading.documents[0]?.lineage).toContainEqual(
      expect.objectContaining({ pointer: '/bills/1', path: 'UNIT/51[2].1' }),
    );
  });

  it('are written in the order of the structure, with their count', () => {
    const body = {
      sender: 'DCT',
      vessel: 'BPQX',
      number: 'LNHU2001013',
      bills: ['DL1', 'DL2'],
      port: 'CNDAL',
    };
    const written = compiled(flat('UNIT', rules)).write([{ type: 'Box', body }]);
    expect(written.ok && Buffer.from(written.value).toString()).toBe(
      "00:TEST:DCT'\n10:BPQX'\n50:LNHU2001013'\n51:DL1'\n51:DL2'\n52:CNDAL'\n99:7'\n",
    );
  });

  it('take of a list with one place the first item', () => {
    const mapping = compiled(flat('UNIT', rules));
    const body = { number: 'A', seals: [{ number: 'S1' }, { number: 'S2' }] };
    const written = mapping.write([{ type: 'Box', body }]);
    expect(written.ok && Buffer.from(written.value).toString()).toContain("50:A::::S1'\n");
    expect(mapping.fields('Box')).toContainEqual(
      expect.objectContaining({ pointer: '/seals/*/number', single: ['/seals'] }),
    );
  });

  it.each([
    ['50.2.1', 'this does not belong here'],
    ['50*2.1', 'this does not belong here'],
    ['50.0', 'a number from 1 is expected'],
  ])('have no %s', (from, reason) => {
    const mapping = compileMapping(flat('UNIT', [{ from, to: '/x' }]));
    expect(!mapping.ok && mapping.error[0]?.text.en).toContain(reason);
  });
});

describe('rows', () => {
  const csv: MappingDefinition = {
    adapter: 'test/csv',
    version: '1',
    syntax: 'csv',
    options: {
      group: ['团号'],
      names: { 团号: ['团号'], 姓名: ['姓名'], 证件: ['证件号码'] },
      head: { sender: ['报送单位'] },
      encoding: 'utf-8',
    },
    documents: [
      {
        type: 'Group',
        each: 'group',
        rules: [
          { from: '/head/sender', to: '/sender' },
          { from: '团号', to: '/number' },
          {
            each: 'row',
            to: '/members',
            rules: [
              { from: '姓名', to: '/name' },
              { from: '证件', to: '/document' },
            ],
          },
        ],
      },
    ],
  };
  const table = '报送单位,大连国旅\r\n团号,姓名,证件号码\r\nA,张三,E1\r\nA,李四,E2\r\nB,王五,E3\r\n';

  it('are read and written by the names of their columns, in groups', () => {
    const { documents } = read(csv, table);
    expect(documents.map(({ body }) => body)).toEqual([
      {
        sender: '大连国旅',
        number: 'A',
        members: [
          { name: '张三', document: 'E1' },
          { name: '李四', document: 'E2' },
        ],
      },
      { sender: '大连国旅', number: 'B', members: [{ name: '王五', document: 'E3' }] },
    ]);
    const written = compiled(csv).write(documents);
    expect(written.ok && Buffer.from(written.value).toString()).toBe(table);
  });
});
