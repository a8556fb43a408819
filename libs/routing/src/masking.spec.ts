import fc from 'fast-check';
import type { Json } from '#kernel';
import { maskedText, masking } from '#routing';

const body = {
  vessel: { name: 'LIAO HAI', master: { name: '王小海', age: 41, seaman: true } },
  crew: [{ name: '李大江', rank: 'AB', papers: ['P1', 'P2'] }, { rank: 'OS' }, 'none'],
};

describe('masking', () => {
  it.each<[string, string[], unknown]>([
    ['masks nothing where nothing is personal', [], body],
    [
      'masks a text and nothing beside it',
      ['/vessel/master/name'],
      { ...body, vessel: { name: 'LIAO HAI', master: { name: maskedText, age: 41, seaman: true } } },
    ],
    [
      'masks all of a part, leaving out what is no text',
      ['/vessel/master'],
      { ...body, vessel: { name: 'LIAO HAI', master: { name: maskedText } } },
    ],
    [
      'masks a member of each of a list',
      ['/crew/*/name'],
      {
        ...body,
        crew: [{ name: maskedText, rank: 'AB', papers: ['P1', 'P2'] }, { rank: 'OS' }, 'none'],
      },
    ],
    [
      'masks each of a list in a list',
      ['/crew/*/papers/*'],
      {
        ...body,
        crew: [{ name: '李大江', rank: 'AB', papers: [maskedText, maskedText] }, { rank: 'OS' }, 'none'],
      },
    ],
    ['masks nothing of what is not there', ['/passengers/*/name', '/crew/name'], body],
  ])('%s', (_, fields, expected) => {
    const before = JSON.stringify(body);
    expect(masking(fields)(body)).toEqual(expected);
    expect(JSON.stringify(body)).toBe(before);
  });

  it('gives the very same body when there was nothing to mask, so that it need not be written again', () => {
    expect(masking(['/passengers/*/name', '/vessel/flag'])(body)).toBe(body);
  });

  const json = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Json>('SECRET', 7, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2 }),
    ),
  })).value;

  it('leaves no text of what is personal, whatever it is made of, and all of what is not', () => {
    fc.assert(
      fc.property(json, json, (personal, open) => {
        const mask = masking(['/list/*/personal', '/personal']);
        const masked = mask({ personal, list: [{ personal, open }], open });
        expect(JSON.stringify([masked.personal, mask({ list: [{ personal }] })])).not.toContain('SECRET');
        expect(masked).toMatchObject({ list: [{ open }], open });
      }),
    );
  });
});
