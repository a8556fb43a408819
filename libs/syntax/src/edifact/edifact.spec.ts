import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { compileStructure, parseEdifact } from '#syntax';
import { cell, codes, outline, segments, tree } from './testing/trees.js';

const message = (body: string, count: number): string => `UNH+1+COARRI:D:95B:UN'${body}UNT+${count}+1'`;
const whole = (body: string, count: number): string =>
  `UNB+UNOA:2+DCT+HUB+250312:2016+77'${message(body, count)}UNZ+1+77'`;

describe('delimiters', () => {
  it.each([
    ['no service string', `UNB+UNOA:2+S+R+250101:0000+9'UNH+1+COARRI:D'BGM+a?+b:c'UNT+3+1'UNZ+1+9'`, false],
    [
      'a full service string',
      `UNA:+.? 'UNB+UNOA:2+S+R+250101:0000+9'UNH+1+COARRI:D'BGM+a?+b:c'UNT+3+1'UNZ+1+9'`,
      false,
    ],
    [
      'a full one and a line break',
      `UNA:+.? '\r\nUNB+UNOA:2+S+R+250101:0000+9'\r\nUNH+1+COARRI:D'\r\nBGM+a?+b:c'\r\nUNT+3+1'\r\nUNZ+1+9'\r\n`,
      false,
    ],
    [
      'a short service string',
      `UNA:+.'UNB+UNOA:2+S+R+250101:0000+9'UNH+1+COARRI:D'BGM+a?+b:c'UNT+3+1'UNZ+1+9'`,
      true,
    ],
    [
      'a short one and a line break',
      `UNA:+.'\r\nUNB+UNOA:2+S+R+250101:0000+9'\r\nUNH+1+COARRI:D'BGM+a?+b:c'UNT+3+1'UNZ+1+9'`,
      true,
    ],
    [
      'a service string that the body contradicts',
      `UNA:+.? ~UNB+UNOA:2+S+R+250101:0000+9'UNH+1+COARRI:D'BGM+a?+b:c'UNT+3+1'UNZ+1+9'`,
      true,
    ],
    ['the double quote', `UNB+SIRE:4+S+R+250101:0000+9"UNH+1+COARRI:D"BGM+a?+b:c"UNT+3+1"UNZ+1+9"`, false],
    ['a tilde', `UNA=*.? ~UNB*UNOA=2*S*R*250101=0000*9~UNH*1*COARRI=D~BGM*a+b=c~UNT*3*1~UNZ*1*9~`, false],
    ['a hash', `UNA*@.? #UNB@UNOA*2@S@R@250101*0000@9#UNH@1@COARRI*D#BGM@a+b*c#UNT@3@1#UNZ@1@9#`, false],
    [
      'a backslash to release',
      `UNA:+.\\*'UNB+UNOA:2+S+R+250101:0000+9'UNH+1+COARRI:D'BGM+a\\+b:c'UNT+3+1'UNZ+1+9'`,
      false,
    ],
    ['the line feed', `UNB+UNOA:2+S+R+250101:0000+9\nUNH+1+COARRI:D\nBGM+a?+b:c\nUNT+3+1\nUNZ+1+9\n`, false],
    [
      'the line feed, told by a service string',
      `UNA:+.? \nUNB+UNOA:2+S+R+250101:0000+9\nUNH+1+COARRI:D\nBGM+a?+b:c\nUNT+3+1\nUNZ+1+9\n`,
      false,
    ],
    [
      'carriage return and line feed',
      `UNB+UNOA:2+S+R+250101:0000+9\r\nUNH+1+COARRI:D\r\nBGM+a?+b:c\r\nUNT+3+1\r\nUNZ+1+9\r\n`,
      false,
    ],
    [
      'the carriage return',
      `UNB+UNOA:2+S+R+250101:0000+9\rUNH+1+COARRI:D\rBGM+a?+b:c\rUNT+3+1\rUNZ+1+9\r`,
      false,
    ],
    [
      'a byte order mark',
      `\ufeffUNB+UNOA:2+S+R+250101:0000+9'UNH+1+COARRI:D'BGM+a?+b:c'UNT+3+1'UNZ+1+9'`,
      false,
    ],
    [
      'wrapped lines',
      `UNB+UNOA:2+S+R+2501\n01:0000+9'U\r\nNH+1+COA\nRRI:D'BGM+a?\n+b:c'UNT+3+1'UNZ\n+1+9'`,
      false,
    ],
  ])('reads %s', (_, edi, odd) => {
    const source = tree(edi);
    expect(codes(source)).toEqual(odd ? ['SYNTAX_EDIFACT_UNA'] : []);
    expect(outline(source.root)).toBe('file(interchange(UNB message(UNH BGM UNT) UNZ))');
    const bgm = segments(source.root).find(({ name }) => name === 'BGM');
    expect(bgm?.cells).toEqual([['a+b', 'c']]);
    expect(bgm?.value(cell(1, 1))).toBe('a+b');
    expect(bgm?.value(cell(1, 2))).toBe('c');
    expect(bgm?.value(cell(1, 3))).toBeUndefined();
    expect(bgm?.value(cell(2))).toBeUndefined();
    expect(segments(source.root)[0]?.value(cell(1, 1))).toMatch(/^UNOA|SIRE$/);
  });

  it('takes repetitions apart where they are in use', () => {
    const source = tree(
      `UNA:+.?*'UNB+UNOC:4+S+R+250101:0000+9'UNH+1+COARRI:D'ATT+2+a:b*c?*:d+e'UNT+3+1'UNZ+1+9'`,
    );
    const att = segments(source.root).find(({ name }) => name === 'ATT');
    expect(att?.value(cell(2, 1, 2))).toBe('c*');
    expect(att?.value(cell(2, 2))).toBe('b');
    expect(att?.value(cell(2, 3))).toBeUndefined();
    expect(att?.value(cell(3))).toBe('e');
    expect(att?.repeats.get(1)).toEqual([['c*', 'd']]);
  });

  it('tells the decimal mark', () => {
    expect(tree(`UNA:+,? '${whole('', 2)}`).decimalMark).toBe(',');
    expect(tree(whole('', 2)).decimalMark).toBe('.');
  });

  it('reads several interchanges, each with delimiters of its own', () => {
    const source = tree(
      `${whole("BGM+1'", 3)}\r\nUNA*@.? #UNB@UNOA*2@S@R@250101*0000@9#UNH@1@COARRI*D#UNT@2@1#UNZ@1@9#`,
    );
    expect(outline(source.root)).toBe(
      'file(interchange(UNB message(UNH BGM UNT) UNZ) interchange(UNB message(UNH UNT) UNZ))',
    );
    expect(source.root.children[1]?.first('UNB')?.value(cell(1, 2))).toBe('2');
    expect(codes(source)).toEqual([]);
  });
});

describe('text behind the end', () => {
  const closed = whole("BGM+1'", 3);

  it('is passed over, as mail gateways put some there', () => {
    const source = tree(`${closed}\r\n-- \r\nDalian Port it's mail gateway\r\n`);
    expect(codes(source)).toEqual(['SYNTAX_EDIFACT_BEHIND']);
    expect(outline(source.root)).toBe(outline(tree(closed).root));
  });

  it.each(["EQD+CN+LNHU2001016'", "12'UNZ+1+77'", 'UNB+UNOA:2+S'])(
    'is refused or told of as before: %s',
    (rest) => {
      const parsed = parseEdifact(Buffer.from(closed + rest));
      const told = parsed.ok ? parsed.value.diagnostics : parsed.error;
      expect(told.map(({ code }) => code)).not.toContain('SYNTAX_EDIFACT_BEHIND');
      expect(told).not.toEqual([]);
    },
  );
});

describe('charsets', () => {
  const named = (identifier: string): string => whole("NAD+CZ+++大连港'", 3).replace('UNOA', identifier);

  it.each([
    ['GB18030 in UNOA', iconv.encode(named('UNOA'), 'gb18030'), 'gb18030'],
    ['UTF-8 in UNOC', Buffer.from(named('UNOC')), 'utf-8'],
    ['UTF-8 in UNOW', Buffer.from(named('UNOW')), 'utf-8'],
    ['GB18030 in UNOX', iconv.encode(named('UNOX'), 'gb18030'), 'gb18030'],
  ])('reads %s', (_, bytes, charset) => {
    const source = tree(bytes);
    const nad = segments(source.root).find(({ name }) => name === 'NAD');
    expect(nad?.value(cell(4))).toBe('大连港');
    expect(source.charset).toBe(charset);
    if (!nad) throw new Error('no NAD');
    const { from, to } = source.bytes(nad.valueSpan(cell(4)));
    expect(iconv.decode(Buffer.from(bytes.subarray(from, to)), charset)).toBe('大连港');
  });

  it.each([
    ['UNOA', 'gb18030', ['SYNTAX_CHARSET_DIFFERS']],
    ['UNOC', 'gb18030', ['SYNTAX_CHARSET_DIFFERS']],
    ['UNOX', 'gb18030', []],
    ['UNOA', 'utf-8', ['SYNTAX_CHARSET_DIFFERS']],
    ['UNOY', 'utf-8', []],
  ])('tells of Chinese text in %s that it was taken for %s', (identifier, charset, expected) => {
    const source = tree(iconv.encode(named(identifier), charset));
    expect(source.charset).toBe(charset);
    expect(codes(source)).toEqual(expected);
  });

  it('reads Latin-1 in UNOC and in UNOA', () => {
    for (const identifier of ['UNOC', 'UNOA']) {
      const source = tree(Buffer.from(whole("NAD+CZ+++Müller'", 3).replace('UNOA', identifier), 'latin1'));
      expect(
        segments(source.root)
          .find(({ name }) => name === 'NAD')
          ?.value(cell(4)),
      ).toBe('Müller');
    }
  });
});

describe('envelope', () => {
  it.each([
    ['right', whole("BGM+1'", 3), []],
    ['leading zeros in a count', whole("BGM+1'", 3).replace('UNT+3', 'UNT+000003'), []],
    ['wrong UNT count', whole("BGM+1'", 9), ['SYNTAX_EDIFACT_COUNT']],
    ['wrong UNT reference', whole('', 2).replace('UNT+2+1', 'UNT+2+5'), ['SYNTAX_EDIFACT_REFERENCE']],
    ['wrong UNZ count', whole('', 2).replace('UNZ+1', 'UNZ+7'), ['SYNTAX_EDIFACT_COUNT']],
    ['wrong UNZ reference', whole('', 2).replace("+77'UNH", "+78'UNH"), ['SYNTAX_EDIFACT_REFERENCE']],
    ['no UNZ', whole('', 2).replace("UNZ+1+77'", ''), ['SYNTAX_EDIFACT_MISSING']],
    ['no UNB', message('', 2), ['SYNTAX_EDIFACT_UNB']],
    ['a segment outside', whole('', 2).replace('UNZ', "BGM+1'UNZ"), ['SYNTAX_EDIFACT_OUTSIDE']],
    ['a tag that is none', whole("bgm+1'", 3), ['SYNTAX_EDIFACT_TAG']],
    [
      'a missing UNT before the next message',
      whole("BGM+1'UNH+2+COARRI:D'", 2).replace('UNT+2+1', 'UNT+2+2').replace('UNZ+1', 'UNZ+2'),
      ['SYNTAX_EDIFACT_MISSING'],
    ],
  ])('diagnoses %s', (_, edi, expected) => {
    const source = tree(edi);
    expect(codes(source)).toEqual(expected);
    for (const { severity, text } of source.diagnostics) {
      expect(severity).toBe('warning');
      expect(text.zh + text.en).not.toContain('{');
    }
  });

  it('reads packages', () => {
    const edi = `UNB+UNOA:2+S+R+250101:0000+9'UNG+PAXLST+A+B+250101:0000+5+UN+D:05B'UNH+1+PAXLST:D'UNT+2+1'UNE+1+5'UNZ+1+9'`;
    const source = tree(edi);
    expect(outline(source.root)).toBe('file(interchange(UNB package(UNG message(UNH UNT) UNE) UNZ))');
    expect(codes(source)).toEqual([]);
    expect(codes(tree(edi.replace("UNE+1+5'", '')))).toEqual(['SYNTAX_EDIFACT_MISSING']);
  });

  it.each([
    ['the file ends in a message', whole("BGM+1'", 3).replace(/UNT.*/, ''), 'SYNTAX_EDIFACT_CUT'],
    [
      'the file ends in a segment',
      whole("BGM+1'", 3).replace(/\+1'UNT.*/, '+'),
      'SYNTAX_EDIFACT_UNTERMINATED',
    ],
    ['the last terminator is missing', whole('', 2).slice(0, -1), 'SYNTAX_EDIFACT_UNTERMINATED'],
    ['the last terminator is released', whole('', 2).slice(0, -1) + "?'", 'SYNTAX_EDIFACT_UNTERMINATED'],
    ['it is no EDIFACT', '<Manifest/>', 'SYNTAX_EDIFACT_START'],
    ['there is nothing', ' \r\n', 'SYNTAX_EMPTY'],
  ])('refuses the file when %s', (_, edi, code) => {
    const result = parseEdifact(Buffer.from(edi));
    expect(result).toMatchObject({ ok: false, error: [{ code, severity: 'error' }] });
  });

  it('never gives half a message: what is cut anywhere is refused or lacks only UNZ', () => {
    const edi = Buffer.from(whole("BGM+44+R1'EQD+CN+TRIU8194081'", 4));
    const end = edi.indexOf('UNZ');
    for (let at = 1; at < edi.length; at++) {
      const result = parseEdifact(edi.subarray(0, at));
      const complete = at === end || edi.indexOf('UNH') === at;
      expect({ at, ok: result.ok }).toEqual({ at, ok: complete });
    }
  });

  it('bounds segments and diagnostics', () => {
    const many = whole("bgm+1'".repeat(300), 302);
    expect(tree(many).diagnostics).toHaveLength(201);
    expect(tree(many).diagnostics.at(-1)?.code).toBe('SYNTAX_MORE');
    const result = parseEdifact(Buffer.from(many), { limits: { segments: 100 } });
    expect(result).toMatchObject({ ok: false, error: [{ code: 'SYNTAX_EDIFACT_SEGMENTS' }] });
    expect(parseEdifact(Buffer.from(many), { limits: { bytes: 100 } })).toMatchObject({
      ok: false,
      error: [{ code: 'SYNTAX_TOO_LARGE' }],
    });
  });
});

describe('structure', () => {
  const notation =
    'BGM RFF* SG1=TDT*{RFF* LOC* DTM*} SG3=EQD*{RFF* LOC(147) LOC(9,11)* SG4=DGS*{FTX*} NAD*} CNT*';

  it.each([
    ["BGM'TDT'LOC+5'EQD'LOC+9'EQD'", 'BGM SG1(TDT LOC) SG3(EQD LOC) SG3(EQD)', []],
    [
      "BGM'RFF'TDT'RFF'EQD'DGS'FTX'DGS'NAD'CNT'",
      'BGM RFF SG1(TDT RFF) SG3(EQD SG4(DGS FTX) SG4(DGS) NAD) CNT',
      [],
    ],
    [
      "BGM'EQD'LOC+9'LOC+147'RFF'",
      'BGM SG3(EQD LOC LOC RFF)',
      ['SYNTAX_EDIFACT_ORDER', 'SYNTAX_EDIFACT_ORDER'],
    ],
    ["BGM'EQD'CNT'EQD'", 'BGM SG3(EQD) CNT SG3(EQD)', ['SYNTAX_EDIFACT_ORDER']],
    ["BGM'EQD'XYZ'RFF'XYZ'EQD'XYZ'", 'BGM SG3(EQD XYZ RFF XYZ) SG3(EQD XYZ)', ['SYNTAX_EDIFACT_UNKNOWN']],
    ["BGM'TDT'LOC+147'", 'BGM SG1(TDT LOC)', []],
    ["BGM'BGM'", 'BGM BGM', ['SYNTAX_EDIFACT_ORDER']],
  ])('groups %s', (body, expected, odd) => {
    const source = tree(whole(body, body.split("'").length + 1), notation);
    expect(outline(source.root)).toBe(`file(interchange(UNB message(UNH ${expected} UNT) UNZ))`);
    expect(codes(source)).toEqual(odd);
  });

  it('tells groups by the qualifier of their first segment', () => {
    const source = tree(
      whole("BGM'LOC+5'LOC+147+1'MEA'LOC+9'LOC+147+2'LOC+11'", 9),
      'BGM LOC(5)* SG1=LOC(147)*{MEA* LOC(9,11)*}',
    );
    expect(outline(source.root)).toContain('BGM LOC SG1(LOC MEA LOC) SG1(LOC LOC)');
    expect(codes(source)).toEqual([]);
  });

  it('takes any qualifier but those excepted', () => {
    const source = tree(
      whole("BGM'LOC+147+1'LOC+9'LOC+64'LOC+147+2'LOC'", 8),
      'BGM SG1=LOC(147)*{MEA* LOC(!147,5)*}',
    );
    expect(outline(source.root)).toContain('BGM SG1(LOC LOC LOC) SG1(LOC LOC)');
    expect(codes(source)).toEqual([]);
  });

  it('gives paths with numbers where there are several', () => {
    const source = tree(whole("BGM'EQD'EQD+CN+X'", 5), notation);
    const eqd = segments(source.root).filter(({ name }) => name === 'EQD')[1];
    expect(eqd && source.path(eqd, cell(2))).toBe('SG3[2]/EQD.2.1');
  });

  it.each([
    ['BGM {', 5],
    ['BGM TDT{RFF', 12],
    ['BGM }', 5],
    ['SG1=BGM', 8],
    ['bgm', 1],
    ['TDTX', 1],
  ])('tells where %j is wrong', (wrong, at) => {
    expect(compileStructure(wrong)).toMatchObject({
      ok: false,
      error: [{ code: 'SYNTAX_EDIFACT_STRUCTURE', values: { at } }],
    });
  });
});

describe('parseEdifact', () => {
  it('never throws, on arbitrary bytes and on broken EDIFACT', () => {
    const bits = fc.constantFrom(
      "UNA:+.? '",
      'UNB+UNOA:2',
      'UNH+1+COARRI:D',
      'UNT+1',
      'UNZ',
      'UNG',
      'UNE',
      "'",
      '+',
      ':',
      '?',
      '\r\n',
      '"',
      '大',
      'EQD',
      'LOC+9',
    );
    const broken = fc.string({ unit: bits, maxLength: 30 }).map((text) => Buffer.from(text));
    const structure = compileStructure('BGM SG3=EQD*{LOC(9)* DGS*{FTX}} CNT');
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), broken), (bytes) => {
        const result = parseEdifact(bytes, {}, structure.ok ? structure.value : undefined);
        if (!result.ok) return;
        for (const found of segments(result.value.root)) {
          expect(found.from <= found.to && found.to <= result.value.text.length).toBe(true);
          expect(result.value.path(found)).not.toBe('');
          found.cells.forEach((components, e) =>
            components.forEach((_, c) => found.value(cell(e + 1, c + 1))),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same twice', () => {
    const edi = whole("BGM+44'", 3);
    expect(outline(tree(edi).root)).toBe(outline(tree(edi).root));
  });
});
