import { jsonHead } from './json-head.js';

const pathsOf = (text: string | Uint8Array): unknown => {
  const head = jsonHead(typeof text === 'string' ? Buffer.from(text) : text);
  return head && [...head];
};

describe('the beginning of JSON', () => {
  it.each([
    [
      '{"a":"x","b":1,"c":true,"d":null}',
      [
        ['a', 'x'],
        ['b', '1'],
        ['c', 'true'],
        ['d', 'null'],
      ],
    ],
    [
      '[{"a":{"b":"x"}},{"a":{"b":"y"}}]',
      [
        ['a', undefined],
        ['a/b', 'x'],
      ],
    ],
    [
      '{"events":[{"t":"x"},{"t":"y","u":[1,2]}]}',
      [
        ['events', undefined],
        ['events/t', 'x'],
        ['events/u', undefined],
      ],
    ],
    [
      '{"a":{"b":1},"c":{"d":"{\\"e\\":1}"}}',
      [
        ['a', undefined],
        ['a/b', '1'],
        ['c', undefined],
        ['c/d', '{\\"e\\":1}'],
      ],
    ],
    [
      '{"a":[["x"]],"b":"y',
      [
        ['a', undefined],
        ['b', 'y'],
      ],
    ],
    [
      '{"a":"x","b":{"c',
      [
        ['a', 'x'],
        ['b', undefined],
      ],
    ],
    ['  \ufeff{"a" : "x"}', undefined],
    ['<a/>', undefined],
    ['', undefined],
  ])('knows the paths of %j', (text, expected) => {
    expect(pathsOf(text)).toEqual(expected);
  });

  it('reads through UTF-16 and byte order marks', () => {
    for (const text of ['\ufeff{"a":"x"}', '{"a":"x"}']) {
      expect(pathsOf(Buffer.from(text, 'utf16le'))).toEqual([['a', 'x']]);
      expect(pathsOf(Buffer.from(text, 'utf8'))).toEqual([['a', 'x']]);
    }
  });
});
