import { unfilledFields } from '#canonical';

describe('the fields that a document must have', () => {
  it.each<[string, string[], string[]]>([
    ['are wanting where nothing is filled', [], ['/container']],
    ['are filled by any part of them', ['/container/number', '/seals/*'], []],
    ['are not filled by what only begins alike', ['/containerOperator'], ['/container']],
    ['are filled by the document as a whole', [''], []],
  ])('%s', (_, given, expected) => {
    expect(unfilledFields('ContainerMove', given)).toEqual(expected);
  });

  it('of a type that there is not are none', () => {
    expect(unfilledFields('Nothing', [])).toEqual([]);
  });
});
