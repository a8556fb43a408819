import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { guessCharset } from '../edifact/guess-charset.js';
import { decode } from './decode.js';
import { encode } from './encode.js';

const text = '<收货人>大连港湾物流有限公司 GmbH</收货人>';
const utf8 = Buffer.from(text);
const gb = iconv.encode(text, 'gb18030');
const bom = Buffer.from([0xef, 0xbb, 0xbf]);

describe('decode', () => {
  it.each([
    ['ASCII, whatever is declared', Buffer.from('abc'), 'gb2312', 'utf-8', []],
    ['UTF-8', utf8, 'utf-8', 'utf-8', []],
    ['UTF-8 with a byte order mark', Buffer.concat([bom, utf8]), undefined, 'utf-8', []],
    ['UTF-8 with a byte order mark, declared otherwise', Buffer.concat([bom, utf8]), 'gbk', 'utf-8', []],
    ['UTF-8 that is declared gb2312', utf8, 'gb2312', 'utf-8', ['SYNTAX_CHARSET_DIFFERS']],
    ['UTF-8 that is declared Latin-1', utf8, 'ISO-8859-1', 'utf-8', ['SYNTAX_CHARSET_DIFFERS']],
    ['gb2312', gb, 'gb2312', 'gb18030', []],
    ['GBK', gb, 'GBK', 'gb18030', []],
    ['GB18030 that is declared UTF-8', gb, 'UTF-8', 'gb18030', ['SYNTAX_CHARSET_DIFFERS']],
    ['GB18030 that is not declared', gb, undefined, 'gb18030', ['SYNTAX_CHARSET_DIFFERS']],
    [
      'UTF-16 little endian',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      undefined,
      'utf-16le',
      [],
    ],
  ])('reads %s', (_, bytes, declared, charset, codes) => {
    const result = decode(bytes, declared);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.charset).toBe(charset);
    expect(result.value.warnings.map(({ code }) => code)).toEqual(codes);
    if (bytes.length > 3) expect(result.value.text).toBe(text);
  });

  it('reads a few characters declared as gb2312 as such, though they happen to be valid UTF-8', () => {
    const short = iconv.encode('<值/>', 'gb18030');
    expect(Buffer.from(short).toString('utf8')).not.toContain('\ufffd');
    const result = decode(short, 'gb2312');
    expect(result.ok && [result.value.charset, result.value.text]).toEqual(['gb18030', '<值/>']);
  });

  it('reads a few characters of GB as such, though most of them happen to be UTF-8 of two bytes', () => {
    const result = decode(iconv.encode('营A 大营A 营A', 'gb18030'), undefined);
    expect(result.ok && [result.value.charset, result.value.text]).toEqual(['gb18030', '营A 大营A 营A']);
  });

  it('reads Latin-1 where it is declared', () => {
    const result = decode(Buffer.from('Müller', 'latin1'), 'iso-8859-1');
    expect(result.ok && result.value.text).toBe('Müller');
  });

  it.each([
    [
      'UTF-8 with a bad byte',
      Buffer.concat([utf8.subarray(0, 4), Buffer.from([0xa1]), utf8.subarray(4)]),
      'utf-8',
      4,
    ],
    ['UTF-8 cut in the middle of a character', utf8.subarray(0, 15), undefined, 14],
    ['neither UTF-8 nor GB18030', Buffer.from([0x41, 0xff, 0x42]), 'utf-8', 1],
    [
      'GB18030 with a byte that it does not have',
      Buffer.concat([gb.subarray(0, 5), Buffer.from([0xff]), gb.subarray(5)]),
      'gbk',
      5,
    ],
    ['GB18030 cut in a character', gb.subarray(0, 6), 'gb18030', 5],
  ])('gives the exact byte of %s', (_, bytes, declared, at) => {
    const result = decode(bytes, declared);
    if (result.ok) throw new Error(`read as ${result.value.charset}`);
    expect(result.error).toHaveLength(1);
    expect(result.error[0]).toMatchObject({ code: 'SYNTAX_CHARSET_INVALID', place: { span: { from: at } } });
  });

  it('names a charset that it does not have', () => {
    const result = decode(Buffer.from([0xa4, 0xa4]), 'shift_jis');
    expect(!result.ok && result.error[0]?.code).toBe('SYNTAX_CHARSET_UNSUPPORTED');
  });

  it('turns places in the text into places in the bytes, in every charset', () => {
    const chinese = fc.constantFrom('大', '连', '港', 'é', '😀', '€', '𠀀', 'a', '\n', 'ㄅ');
    const content = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: chinese, maxLength: 3000 }),
    );
    fc.assert(
      fc.property(
        content,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('utf8', 'gb18030', 'bom'),
        (body, a, b, kind) => {
          const whole = `大${body}`;
          const plain = kind === 'gb18030' ? iconv.encode(whole, 'gb18030') : Buffer.from(whole);
          const bytes = kind === 'bom' ? Buffer.concat([bom, plain]) : plain;
          const result = decode(bytes, kind === 'gb18030' ? 'gb18030' : 'utf-8');
          if (!result.ok) throw new Error(JSON.stringify(result.error));
          const points = [...result.value.text];
          const cut = (n: number): number => points.slice(0, n % (points.length + 1)).join('').length;
          const [from = 0, to = 0] = [cut(a), cut(b)].sort((x, y) => x - y);
          const span = result.value.offsets({ from, to });
          const back = iconv.decode(
            bytes.subarray(span.from, span.to),
            kind === 'gb18030' ? 'gb18030' : 'utf8',
            { stripBOM: false },
          );
          expect(back).toBe(result.value.text.slice(from, to));
        },
      ),
    );
  });

  it('never throws', () => {
    const names = fc.constantFrom(
      undefined,
      'utf-8',
      'gbk',
      'iso-8859-1',
      'iso-8859-5',
      'big5',
      'us-ascii',
      '',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), names, (bytes, declared) => {
        const result = decode(bytes, declared);
        if (result.ok) result.value.offsets({ from: 0, to: result.value.text.length });
        else expect(result.error.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('encode', () => {
  it.each(['utf-8', 'gb18030', 'gbk', 'gb2312'])('writes %s that is read again', (charset) => {
    const plain = '<名称>大连</名称>';
    const bytes = encode(plain, charset);
    if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
    const back = decode(bytes.value, charset);
    expect(back.ok && back.value.text).toBe(plain);
  });

  it('names the character that a charset lacks', () => {
    expect(encode('ab大', 'iso-8859-1')).toMatchObject({
      ok: false,
      error: [{ code: 'SYNTAX_CHARSET_UNWRITABLE', values: { character: '大' } }],
    });
    expect(encode('😀', 'gb2312')).toMatchObject({ ok: false, error: [{ values: { character: '😀' } }] });
    expect(encode('a', 'klingon')).toMatchObject({
      ok: false,
      error: [{ code: 'SYNTAX_CHARSET_UNSUPPORTED' }],
    });
  });
});

describe('guessCharset', () => {
  it.each([
    ['大连港', 'gb18030', 'gb18030'],
    ['Müller Öl Straße', 'latin1', 'iso-8859-1'],
    ['大連鐵路 LIAN', 'gbk', 'gb18030'],
    ['錦州港 2號', 'gbk', 'gb18030'],
    ['一㐀二', 'gb18030', 'gb18030'],
    ['ÄÄNEKOSKI CONSTRUÇÃO ÉTÉS', 'latin1', 'iso-8859-1'],
    ['+CAF\u00c9+20 \u00b0C+', 'latin1', 'iso-8859-1'],
    ['ÜBER ÖL', 'latin1', 'iso-8859-1'],
  ])('tells %s', (content, encoding, charset) => {
    expect(guessCharset(iconv.encode(content, encoding))).toBe(charset);
  });

  it.each([
    ['大连港', 'gbk', 'gb18030'],
    ['营口港，冷藏箱', 'gbk', 'gb18030'],
    ['大連鐵路', 'gbk', 'iso-8859-1'],
    ['ÄÄNEKOSKI', 'latin1', 'iso-8859-1'],
    ['大连港 MÜLLER', 'gbk-and-latin1', 'iso-8859-1'],
  ])(
    'takes %s for Chinese under a declaration of Latin-1 only where nothing else can be meant',
    (content, encoding, charset) => {
      const [first = '', ...others] = content.split(' ');
      const bytes =
        encoding === 'gbk-and-latin1'
          ? Buffer.concat([iconv.encode(first, 'gbk'), iconv.encode(others.join(' '), 'latin1')])
          : iconv.encode(content, encoding);
      expect(guessCharset(bytes, true)).toBe(charset);
    },
  );
});
