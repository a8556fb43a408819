import { compileRoutes } from '#routing';
import { readDecisions, writeDecisions } from './decision-record.js';

it('gives back every decision with its reasons in words', () => {
  const route = { documentType: '*', destinationId: 'd', version: 1 };
  const agreement = {
    id: 'a-1',
    ownerId: 'sender',
    consumerId: 'carrier',
    documentType: 'Declaration',
    purpose: '箱管 "quoted"',
    validFrom: 0,
    state: 'granted' as const,
    version: 3,
  };
  const { table } = compileRoutes(
    [
      {
        ...route,
        id: 'r-1',
        code: 'one',
        consumerId: 'carrier',
        priority: 3,
        condition: 'document.kind == "x"',
      },
      { ...route, id: 'r-2', code: 'two', consumerId: 'stranger', priority: 2 },
      {
        ...route,
        id: 'r-3',
        code: 'three',
        consumerId: 'carrier',
        priority: 1,
        condition: 'document.kind == "y"',
      },
    ],
    [agreement],
  );
  const sender = { id: 'sender', code: 'sender' };
  const decisions = table.decide({ type: 'Declaration', body: { kind: 'x' }, keys: [], sender, now: 1 });
  const kept = writeDecisions(decisions);
  expect(readDecisions(kept)).toEqual(decisions);
  expect(decisions.map(({ outcome }) => outcome)).toEqual(['deliver', 'denied', 'not-matched']);
  expect(kept).not.toContain('"text"');
});
