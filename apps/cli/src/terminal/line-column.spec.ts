import { lineColumn } from './line-column.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  ['the start', bytes('abc'), 0, { line: 1, column: 1 }],
  ['after LF', bytes('a\nbc'), 3, { line: 2, column: 2 }],
  ['after CR LF', bytes('a\r\nbc'), 4, { line: 2, column: 2 }],
  ['after CR', bytes('a\rbc'), 3, { line: 2, column: 2 }],
  ['after Chinese in UTF-8', bytes('大连x'), 6, { line: 1, column: 3 }],
  ['after Chinese in GB18030', Uint8Array.from([0xb4, 0xf3, 0xc1, 0xac, 0x78]), 4, { line: 1, column: 3 }],
  ['beyond the end', bytes('ab'), 9, { line: 1, column: 3 }],
  ['an empty file', bytes(''), 0, { line: 1, column: 1 }],
])('%s', (_, content, offset, place) => {
  expect(lineColumn(content, offset)).toEqual(place);
});
