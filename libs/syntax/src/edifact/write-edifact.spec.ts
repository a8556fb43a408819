import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { standardDelimiters, writeEdifact, type TreeNode } from '#syntax';
import { cell, codes, segments, tree } from './testing/trees.js';

describe('writeEdifact', () => {
  const bits = fc.constantFrom('A', '1', '+', ':', "'", '?', '*', ' ', '大', 'é', '~', '.');
  const value = fc.string({ unit: bits, maxLength: 6 });
  const cells = fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 5 });
  const tag = fc.constantFrom('BGM', 'EQD', 'LOC', 'FTX', 'DTM');
  const node = (
    kind: TreeNode['kind'],
    name: string,
    inner: readonly TreeNode[],
    own: TreeNode['cells'] = [],
  ): TreeNode => ({
    kind,
    name,
    children: inner,
    text: '',
    attributes: new Map(),
    cells: own,
    repeats: new Map(),
  });
  const segment = fc.tuple(tag, cells).map(([name, own]) => node('segment', name, [], own));
  const someMessage = fc.array(segment, { maxLength: 6 }).map((inner) => node('message', 'message', inner));
  const interchange = fc
    .array(someMessage, { minLength: 1, maxLength: 3 })
    .map((inner) =>
      node('interchange', 'interchange', [
        node('segment', 'UNB', [], [['UNOW', '3'], ['S'], ['R']]),
        ...inner,
      ]),
    );
  const delimiters = fc.constantFrom(
    standardDelimiters,
    { ...standardDelimiters, terminator: '~', element: '*' },
    { ...standardDelimiters, repetition: '*' },
  );

  it('writes what is read again as the same segments, without any diagnostic', () => {
    fc.assert(
      fc.property(interchange, delimiters, fc.boolean(), (root, marks, newline) => {
        const written = writeEdifact(root, {
          delimiters: marks,
          newline,
          message: 'COARRI',
          release: 'D:95B:UN',
        });
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        const source = tree(written.value);
        expect(codes(source)).toEqual([]);
        const got = segments(source.root).filter(({ name }) => !name.startsWith('UN'));
        const given = root.children.flatMap(({ children }) => children);
        expect(got.map(({ name, cells: own }) => [name, canonical(own)])).toEqual(
          given.map(({ name, cells: own }) => [name, canonical(own)]),
        );
        const again = writeEdifact(source.root, { delimiters: marks, newline });
        expect(again.ok && Buffer.from(again.value).toString()).toBe(Buffer.from(written.value).toString());
      }),
    );
  });

  it('finds by scanning what it finds by splitting, and spans that hold the value', () => {
    fc.assert(
      fc.property(interchange, (root) => {
        const written = writeEdifact(root, { message: 'COARRI' });
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        const source = tree(written.value);
        for (const found of segments(source.root)) {
          found.cells.forEach((components, e) => {
            components.forEach((component, c) => {
              const leaf = cell(e + 1, c + 1);
              expect(found.value(leaf) ?? '').toBe(component);
              const { from, to } = source.bytes(found.valueSpan(leaf));
              const raw = Buffer.from(written.value.subarray(from, to)).toString();
              expect(raw.replace(/\?(.)/gu, '$1')).toBe(component);
            });
          });
        }
      }),
    );
  });

  it('makes UNB, UNH and their trailers', () => {
    const root = node('interchange', 'interchange', [
      node('message', 'message', [node('segment', 'BGM', [], [['44'], [''], ['', '']])]),
    ]);
    const written = writeEdifact(root, { message: 'COARRI', release: 'D:95B:UN', newline: true });
    expect(written.ok && Buffer.from(written.value).toString()).toBe(
      "UNB+UNOC:3++++1'\nUNH+1+COARRI:D:95B:UN'\nBGM+44'\nUNT+3+1'\nUNZ+1+1'\n",
    );
  });

  it('turns line breaks into blanks and refuses characters that the charset lacks', () => {
    const root = (text: string, ...header: TreeNode[]): TreeNode =>
      node('interchange', 'interchange', [
        ...header,
        node('message', 'message', [node('segment', 'FTX', [], [[text]])]),
      ]);
    const written = writeEdifact(root('a\r\nb'), { message: 'X' });
    expect(written.ok && Buffer.from(written.value).toString()).toContain("FTX+a b'");
    const stated = node('segment', 'UNB', [], [['UNOC', '3']]);
    expect(writeEdifact(root('大', stated), {})).toMatchObject({
      ok: false,
      error: [{ code: 'SYNTAX_CHARSET_UNWRITABLE' }],
    });
    expect(writeEdifact(root('大'), { charset: 'UNOW' }).ok).toBe(true);
    const widened = writeEdifact(root('大'), { charset: 'UNOA' });
    expect(widened.ok && Buffer.from(widened.value).toString()).toMatch(/^UNB\+UNOW.*FTX\+大'/);
  });
});

/** Empty components and elements at the end say nothing; line breaks cannot be said. */
function canonical(cells: TreeNode['cells']): string[][] {
  const trimmed = cells.map((components) => dropEmpty([...components], (component) => component === ''));
  return dropEmpty(trimmed, (components) => components.length === 0).map((components) =>
    components.length === 0 ? [''] : components,
  );
}

function dropEmpty<T>(list: T[], empty: (item: T) => boolean): T[] {
  let end = list.length;
  for (; end > 0; end--) {
    const last = list[end - 1];
    if (last === undefined || !empty(last)) break;
  }
  return list.slice(0, end);
}
