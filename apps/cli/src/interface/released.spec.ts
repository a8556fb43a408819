import type { JsonObject } from '#kernel';
import { changeLine, isBreaking, type Change } from './change.js';
import { compareAsyncApi } from './compare-asyncapi.js';
import { compareOpenApi } from './compare-openapi.js';
import { advice } from './interface.js';
import { changesSinceRelease, releasedDocument, unallowed } from './released.js';

it('breaks nothing that was released', async () => {
  const broken = (await changesSinceRelease()).flatMap((one) => one.unallowed);
  // What to do stands beside what is wrong.
  expect(broken.length === 0 ? [] : [advice, ...broken.map(changeLine)]).toEqual([]);
});

it.each(['openapi.json', 'asyncapi.json'])('%s was released once', async (file) => {
  expect(await releasedDocument(file)).toMatchObject({
    info: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  });
});

it.each([
  ['1.0.0', '1.0.0', ['member-removed']],
  ['1.4.2', '1.9.0', ['member-removed']],
  ['1.9.0', '2.0.0', []],
  ['9.0.0', '10.0.0', []],
])('from %s to %s what breaks others is named, or allowed', (from, to, kinds) => {
  const versioned = (version: string): JsonObject => ({ info: { version } });
  const changes: readonly Change[] = [
    { kind: 'member-removed', at: 'x' },
    { kind: 'member-added', at: 'y' },
  ];
  const found = unallowed({ before: versioned(from), after: versioned(to) }, changes);
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
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
