import { adapters } from '#adapters';
import type { JsonObject } from '#kernel';
import { createNormaliser } from './normaliser.js';

const normaliser = createNormaliser(adapters);

const move: JsonObject = {
  moveKind: 'discharge',
  movedAt: '2026-03-12T19:04:00',
  container: { number: 'LNHU2001016', sizeType: '22G1', fullness: 'full' },
  masses: { gross: { value: '12480.5', unit: 'KGM' } },
};

const losses = (body: JsonObject, adapter = 'port/coarri-flat') =>
  normaliser
    .losses(adapter, [{ type: 'ContainerMove', body }])
    .map(({ place, values }) => [values?.field, place?.pointer, values?.count, values?.value]);

describe('what a format has no place for', () => {
  it('is nothing where all has one', () => {
    expect(losses(move)).toEqual([]);
  });

  it.each<[string, JsonObject, readonly unknown[]]>([
    ['a field', { handling: [{ code: 'KEEP' }] }, ['/handling/*/code', '/handling/0/code', 1, 'KEEP']],
    [
      'a field of several items',
      {
        seals: [
          { number: 'A', condition: '1' },
          { number: 'B', condition: '2' },
        ],
      },
      ['/seals/*/condition', '/seals/0/condition', 2, '1'],
    ],
    [
      'a unit that the format does not have',
      { masses: { gross: { value: '12.5', unit: 'TNE' } } },
      ['/masses/gross/unit', '/masses/gross/unit', 1, 'TNE'],
    ],
    [
      'a subject of remarks that the format does not have',
      { remarks: [{ subject: 'OSI', text: 'Dent' }] },
      ['/remarks/*/subject', '/remarks/0/subject', 1, 'OSI'],
    ],
  ])('is %s', (_, part, loss) => {
    expect(losses({ ...move, ...part })).toEqual([loss]);
  });

  it('is all but the first where there is room for one', () => {
    const found = losses(
      { container: { number: 'LNHU2001016' }, billNumbers: ['B1', 'B2', 'B3'] },
      'port/ctnjjd-flat',
    );
    expect(found).toEqual([['/billNumbers', '/billNumbers/1', 2, 'B2']]);
  });

  it('is not what no format writes: the values that no rule has read', () => {
    expect(losses({ ...move, extensions: [{ path: '50.30', value: 'X' }] })).toEqual([]);
  });

  it('is told in Chinese and English, with what to do', () => {
    const [fault] = normaliser.losses('port/coarri-flat', [
      { type: 'ContainerMove', body: { ...move, handling: [{ code: 'KEEP' }] } },
    ]);
    expect(fault).toMatchObject({ code: 'ADAPTER_FIELD_UNWRITTEN', severity: 'warning' });
    expect(fault?.text.zh).toContain('/handling/*/code');
    expect(fault?.advice.en).toMatch(/format/);
  });

  it('is nothing for an adapter that is not known', () => {
    expect(normaliser.losses('port/none', [{ type: 'ContainerMove', body: move }])).toEqual([]);
  });
});

it('writes when it was made from the date and the time that are given apart', () => {
  const written = normaliser.write('port/coarri-flat', [{ type: 'ContainerMove', body: move }], {
    sender: 'LNHUB',
    date: '260312',
    time: '2015',
  });
  expect(written.ok && Buffer.from(written.value).toString()).toMatch(
    /^00:COARRI:DISCHARGE REPORT:9:LNHUB::202603122015'/,
  );
});
