import { compileRoutes, notMatchedLimit, type Agreement, type Route } from '#routing';
import type { DocumentView, SetupAgreement } from '#store';
import { writeDecisions } from './decision-record.js';
import { explainDecisions, type ExplainedDecision } from './explained-decisions.js';
import { subjectOf } from './routing-questions.js';

const decidedAt = Date.UTC(2026, 5, 1);
const ownerId = '018f0000-0000-7000-8000-000000000001';

const view: DocumentView = {
  document: {
    id: '018f0000-0000-7000-8000-0000000000aa',
    type: 'Declaration',
    schemaVersion: '1.0.0',
    originNode: 'dalian',
    senderId: ownerId,
    occurredAt: undefined,
    receivedAt: decidedAt - 1000,
    keys: ['bill:DLCB2511230001'],
    orderKey: 'DLCB2511230001',
    supersedes: undefined,
    interchangeId: '018f0000-0000-7000-8000-0000000000bb',
    interchangeSha256: Buffer.alloc(32),
  },
  ordinal: 0,
  sha256: Buffer.alloc(32),
  body: JSON.stringify({ declarationOffice: '0901', billNumber: 'DLCB2511230001' }),
  mappingVersion: undefined,
  channel: 'http',
  adapter: 'customs/declaration-xml',
};

const agreement = (given: Partial<SetupAgreement> = {}): SetupAgreement => ({
  id: 'a-1',
  ownerId,
  consumerId: 'carrier',
  documentType: 'Declaration',
  personal: false,
  purpose: '口岸通关',
  validFrom: 0,
  state: 'granted',
  version: 3,
  ...given,
});

const rules = (agreements: readonly SetupAgreement[]) => ({
  setup: { agreements },
  senderOf: (id: string) => ({ id, code: 'dalian-customs', kind: 'agency', system: 'customs' }),
});

const route = (given: Partial<Route> = {}): Route => ({
  id: 'r-1',
  code: 'to-carrier',
  documentType: 'Declaration',
  destinationId: 'd-1',
  consumerId: 'carrier',
  priority: 1,
  version: 7,
  ...given,
});

/** Decides by one set of rules and explains while another holds. */
function explained(routes: readonly Route[], then: SetupAgreement, today: SetupAgreement = then) {
  const agreements: readonly Agreement[] = [then];
  const { table } = compileRoutes(routes, agreements);
  const kept = writeDecisions(table.decide(subjectOf(view, rules([then]), decidedAt)));
  return explainDecisions(view, rules([today]), decidedAt, kept);
}

const values = ({ terms = [] }: ExplainedDecision): unknown[] =>
  terms.map(({ expression, value, fault }) => [expression, value ?? fault?.code]);

it('gives each term of the rule and of the right with its value, by the versions that decided', () => {
  const condition =
    'document.declarationOffice == "0901" && envelope.channel == "file" || document.missing == "1"';
  const { candidates, warnings } = explained(
    [route({ condition })],
    agreement({ condition: 'sender.system == "customs"' }),
    agreement({ condition: 'false', version: 4, state: 'revoked' }),
  );
  expect(warnings).toEqual([]);
  const [candidate] = candidates;
  expect(candidate).toMatchObject({ outcome: 'not-matched', routeVersion: 7 });
  expect(candidate && values(candidate)).toEqual([
    ['document.declarationOffice == "0901"', true],
    ['envelope.channel == "file"', false],
    ['document.missing == "1"', 'ROUTING_CONDITION_FAILED'],
  ]);
  const right = explained([route()], agreement({ condition: 'sender.system == "customs"' }));
  expect(right.candidates[0]?.reasons[1]).toMatchObject({
    code: 'AGREEMENT_GRANTS',
    terms: [
      {
        expression: 'sender.system == "customs"',
        value: true,
        operands: [{ path: 'sender.system', value: 'customs' }],
      },
    ],
  });
});

it('shows a subscription what it saw, and says so when the right has changed since', () => {
  const mine = route({ byConsumer: true, condition: 'has(document.billNumber)' });
  const then = agreement({ fields: ['/declarationOffice'] });
  const same = explained([mine], then).candidates[0];
  expect(same && values(same)).toEqual([['has(document.billNumber)', false]]);
  const changed = explained([mine], then, agreement({ version: 4 })).candidates[0];
  expect(changed).toMatchObject({
    outcome: 'not-matched',
    reasons: [{ code: 'ROUTE_CONDITION_FALSE' }],
    warnings: [{ code: 'EXCHANGE_TERMS_LOST', text: { zh: expect.stringContaining('第 7 版') } }],
  });
  expect(changed).not.toHaveProperty('terms');
});

it('says that the record of those that did not match was cut', () => {
  const many = (count: number): Route[] =>
    Array.from({ length: count }, (_, n) =>
      route({ id: `r-${n}`, code: `c-${n}`, condition: `document.declarationOffice == "x${n}"` }),
    );
  expect(explained(many(notMatchedLimit - 1), agreement()).warnings).toEqual([]);
  expect(explained(many(notMatchedLimit + 1), agreement()).warnings).toMatchObject([
    { code: 'EXCHANGE_DECISIONS_CUT', text: { zh: expect.stringContaining(String(notMatchedLimit)) } },
  ]);
});
