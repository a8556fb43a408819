import { compileMapping } from './compile-mapping.js';
import type { MappingDefinition } from './definition.js';

/** Times stand behind all places in one release, and behind the place that they are of in others. */
const definition: MappingDefinition = {
  adapter: 'test/calls',
  version: '1',
  syntax: 'edifact',
  options: {
    message: 'CALINF',
    structure: 'BGM CALL=TDT*{DTM* PLACE=LOC*{DTM*}}',
    structures: [{ releases: ['95B', '96B'], structure: 'BGM CALL=TDT*{PLACE=LOC*{DTM()*} DTM*}' }],
  },
  documents: [
    {
      type: 'Call',
      each: '.',
      rules: [
        {
          to: '/message',
          rules: [
            { from: '/UNH.2.2', to: '/version' },
            { from: '/UNH.2.3', to: '/release' },
          ],
        },
        { from: '/CALL/DTM.1.2', to: '/at' },
        {
          each: '/CALL/PLACE',
          to: '/places',
          rules: [
            { from: 'LOC.2', to: '/port' },
            { from: 'DTM.1.2', to: '/at' },
          ],
        },
      ],
    },
  ],
};

function compiled() {
  const mapping = compileMapping(definition);
  if (!mapping.ok) throw new Error(mapping.error[0]?.text.en);
  return mapping.value;
}

function bodyOf(message: string) {
  const mapping = compiled();
  const tree = mapping.parse(Buffer.from(message));
  if (!tree.ok) throw new Error(tree.error[0]?.text.en);
  const { documents, warnings } = mapping.read(tree.value);
  return { body: documents[0]?.body, warnings: [...tree.value.diagnostics, ...warnings] };
}

const message = (release: string, segments: string): string =>
  `UNB+UNOA:2+A+B+260312:0800+1'UNH+1+CALINF:D:${release}:UN'BGM+96'TDT+20'${segments}UNT+7+1'UNZ+1+1'`;

const flat = "LOC+5+CNDAL'LOC+61+CNYIK'DTM+132:202603121000:203'";

describe('segment groups by release', () => {
  it.each([
    ['95B', { at: '202603121000', places: [{ port: 'CNDAL' }, { port: 'CNYIK' }] }],
    ['96B', { at: '202603121000', places: [{ port: 'CNDAL' }, { port: 'CNYIK' }] }],
    ['00B', { places: [{ port: 'CNDAL' }, { port: 'CNYIK', at: '202603121000' }] }],
    ['16A', { places: [{ port: 'CNDAL' }, { port: 'CNYIK', at: '202603121000' }] }],
  ])('reads %s with its own', (release, expected) => {
    expect(bodyOf(message(release, flat))).toEqual({
      body: { message: { version: 'D', release }, ...expected },
      warnings: [],
    });
  });

  it('finds the release with other separators and in wrapped lines', () => {
    const other = message('95B', flat).replaceAll('+', '*').replaceAll(':', '=').replaceAll("'", '~');
    expect(bodyOf(`UNA=*.? ~${other}`).body).toMatchObject({ at: '202603121000' });
    expect(bodyOf(message('95B', flat).replace('CALINF:D', 'CAL\nINF:D\r\n')).body).toMatchObject({
      at: '202603121000',
    });
  });

  it.each([
    ['95B', "LOC++CNDAL'DTM+:202603121000'"],
    ['16A', "DTM+:202603121000'LOC++CNDAL'"],
  ])('writes %s in its order', (release, expected) => {
    const body = { message: { version: 'D', release }, at: '202603121000', places: [{ port: 'CNDAL' }] };
    const written = compiled().write([{ type: 'Call', body }]);
    const text = written.ok ? Buffer.from(written.value).toString() : '';
    expect(text).toContain(expected);
  });

  it('tells a fault of any structure', () => {
    const options = { ...definition.options, structures: [{ releases: ['95B'], structure: 'BGM' }] };
    expect(compileMapping({ ...definition, options }).ok).toBe(false);
  });
});
