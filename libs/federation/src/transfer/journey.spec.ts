import { compileRoutes, type Agreement, type Route } from '#routing';
import { barredFrom, reasonAgainst } from './journey.js';
import { transferLimits } from './limits.js';

const now = Date.parse('2026-03-02T08:00:00Z');
const later = now + 60_000;
const many = ['dalian', 'liaoning', 'shenyang', 'anshan', 'fushun', 'benxi', 'dandong', 'jinzhou'];

it.each([
  ['a node that it was not at', { hops: ['dalian'], expiresAt: later }, undefined],
  ['its origin', { hops: ['yingkou', 'dalian'], expiresAt: later }, 'NODE_VISITED'],
  ['the node that it came from', { hops: ['dalian', 'yingkou'], expiresAt: later }, 'NODE_VISITED'],
  ['a node when it has passed seven', { hops: many.slice(1), expiresAt: later }, undefined],
  ['a node when it has passed eight', { hops: many, expiresAt: later }, 'HOPS_EXHAUSTED'],
  ['a node when its time is over', { hops: ['dalian'], expiresAt: now }, 'DOCUMENT_EXPIRED'],
])('what goes to %s', (_, journey, code) => {
  expect(reasonAgainst(journey, 'yingkou', now, transferLimits)?.code).toBe(code);
});

it('bars nodes and nobody else, whatever is agreed, and says why in both languages', () => {
  const agreement: Agreement = {
    ...{ id: 'a', ownerId: 'sender', documentType: '*', purpose: '通关', validFrom: 0, version: 1 },
    ...{ consumerId: 'any', state: 'granted' },
  };
  const route = (id: string): Route => ({
    ...{ id, code: id, documentType: '*', destinationId: id, consumerId: id, priority: 1, version: 1 },
  });
  const ids = ['yingkou', 'liaoning', 'mailbox'];
  const { table } = compileRoutes(
    ids.map(route),
    ids.map((consumerId) => ({ ...agreement, id: consumerId, consumerId })),
  );
  const nodeOf = (id: string): string | undefined => (id === 'mailbox' ? undefined : id);
  const barred = barredFrom({ hops: ['dalian', 'liaoning'], expiresAt: later }, nodeOf, now, transferLimits);
  const sender = { id: 'sender', code: 'broker@dalian' };
  const decisions = table.decide({ type: 'Declaration', body: {}, keys: [], sender, now, barred });
  expect(Object.fromEntries(decisions.map((one) => [one.destinationId, one.outcome]))).toEqual({
    yingkou: 'deliver',
    liaoning: 'denied',
    mailbox: 'deliver',
  });
  const reasons = decisions.find((one) => one.destinationId === 'liaoning')?.reasons ?? [];
  expect(reasons.at(-1)).toMatchObject({
    code: 'NODE_VISITED',
    text: { zh: expect.stringContaining('dalian > liaoning'), en: expect.stringContaining('liaoning') },
  });
});
