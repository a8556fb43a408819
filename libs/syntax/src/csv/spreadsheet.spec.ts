import { parseCsv } from './parse-csv.js';

const read = (text: string) => {
  const parsed = parseCsv(Buffer.from(text), {
    names: { group: ['团号'], name: ['姓名'], number: ['证件号码'] },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const rows = parsed.value.root.named('row').map((row) => row.children.map(({ text: value }) => value));
  return { rows, codes: parsed.value.diagnostics.map(({ code }) => code) };
};

describe('what spreadsheets write', () => {
  it.each([
    ['quoted', '"=""00000001"""'],
    ['as it stands', '="00000001"'],
  ])('reads text that is to keep its zeros, %s', (_, cell) => {
    expect(read(`团号,姓名,证件号码\nLN1,王海,${cell}\n`)).toEqual({
      rows: [['LN1', '王海', '00000001']],
      codes: [],
    });
  });

  it('leaves any other formula as it is', () => {
    expect(read('团号,姓名,证件号码\nLN1,王海,=A1+B1\n').rows).toEqual([['LN1', '王海', '=A1+B1']]);
  });

  it.each(['合计,,2人', ' 总 计：,,2', '小计,2,', ',合计,2', 'Total,,2', 'GRAND TOTAL:,,2', '"合计",,2'])(
    'passes over the total %j and says so',
    (total) => {
      const { rows, codes } = read(`团号,姓名,证件号码\nLN1,王海,E1\n${total}\nLN1,李梅,E2\n`);
      expect(rows.map(([, name]) => name)).toEqual(['王海', '李梅']);
      expect(codes).toEqual(['SYNTAX_CSV_TOTAL']);
    },
  );

  it('takes no name for a total', () => {
    expect(read('团号,姓名,证件号码\n总计划一团,小计明,E1\nTotalia,王海,E2\n')).toMatchObject({
      rows: [{ length: 3 }, { length: 3 }],
      codes: [],
    });
  });
});
