import { changeLine, isBreaking } from './change.js';
import { compareAsyncApi } from './compare-asyncapi.js';
import { compareOpenApi } from './compare-openapi.js';
import { advice } from './interface.js';
import { changesSinceRelease, releasedDocument } from './released.js';

it('breaks nothing that was released', async () => {
  const unallowed = (await changesSinceRelease()).flatMap((one) => one.unallowed);
  // What to do stands beside what is wrong.
  expect(unallowed.length === 0 ? [] : [advice, ...unallowed.map(changeLine)]).toEqual([]);
});

it.each(['openapi.json', 'asyncapi.json'])('%s was released once', async (file) => {
  expect(await releasedDocument(file)).toMatchObject({
    info: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  });
});

describe('a change to what was released is seen', () => {
  it('in an answer', async () => {
    const before = (await releasedDocument('openapi.json')) ?? {};
    const text = JSON.stringify(before).replaceAll('"receivedAt"', '"arrivedAt"');
    const changes = compareOpenApi({ before, after: JSON.parse(text) }).filter(isBreaking);
    const places = changes.filter(({ kind }) => kind === 'member-removed').map(({ at }) => at);
    expect(places.some((at) => /^(GET|POST) \/v1\/interchanges.* \S*\/receivedAt$/.test(at))).toBe(true);
  });

  it('in an event', async () => {
    const before = (await releasedDocument('asyncapi.json')) ?? {};
    const text = JSON.stringify(before).replaceAll('"interchangehash"', '"hash"');
    const changes = compareAsyncApi({ before, after: JSON.parse(text) }).filter(isBreaking);
    expect(changes.map(({ kind }) => kind)).toContain('member-removed');
    expect(
      changes.some(({ at }) => at.startsWith('channel webhook') && at.endsWith('/interchangehash')),
    ).toBe(true);
  });
});
