import { readFileSync } from 'node:fs';
import { adapters, createNormaliser } from '#adapters';

const normaliser = createNormaliser(adapters);

/** The keys of all documents of a case. */
function keysOf(path: string): ReadonlySet<string> {
  const { documents, faults } = normaliser.normalise(readFileSync(`libs/adapters/src/${path}/in.xml`), {});
  expect(faults).toEqual([]);
  return new Set(documents.flatMap(({ keys }) => keys.map(({ kind, value }) => `${kind}:${value}`)));
}

describe('an answer is found by the keys of what it answers', () => {
  it.each([
    [
      'an inspection result',
      'inspection/application-xml/cases/canonical-import',
      'inspection/result-xml/cases/canonical-conditional-with-certificates',
      'inspection:210100126000417',
    ],
    [
      'the return of an inspection application that has no number yet',
      'inspection/application-xml/cases/canonical-export-two',
      'inspection/result-xml/cases/canonical-returned',
      'inspection-client:YKGY20260405000003',
    ],
    [
      'an amended transfer',
      'inspection/transfer-slip-xml/cases/canonical-original',
      'inspection/transfer-slip-xml/cases/canonical-amendment',
      'transfer-slip:210200226000031',
    ],
    [
      'a certificate that was made of a transfer',
      'inspection/transfer-slip-xml/cases/canonical-original',
      'inspection/result-xml/cases/canonical-conditional-with-certificates',
      'transfer-slip:210200226000031',
    ],
    [
      'the permit of a ship',
      'maritime/vessel-entry-xml/cases/canonical-entry',
      'maritime/vessel-permit-xml/cases/canonical-conditional',
      'vessel-report:JC202603100007',
    ],
    [
      'the pre-report of the same call to border inspection',
      'maritime/vessel-entry-xml/cases/canonical-entry',
      'border/ship-pre-report-xml/cases/canonical-arrival-with-lists',
      'vessel-call:9074729/2603W',
    ],
    [
      'the arrival of goods in transit',
      'customs/transit-declaration-xml/cases/canonical-shenyang-dalian',
      'customs/transit-declaration-xml/cases/canonical-arrival-notice',
      'transfer:@0808260000031',
    ],
    [
      'the decision about a gate pass',
      'customs/passport-xml/cases/canonical-out',
      'customs/passport-answer-xml/cases/canonical-sas221-approved',
      'gate-pass:P090026E000000017',
    ],
    [
      'a list of bonded trade that customs took',
      'customs/bonded-list-xml/cases/canonical-inv101',
      'customs/declaration-response-xml/cases/canonical-common-response',
      'declaration-unified:202600000000000031',
    ],
    [
      'a list of bonded trade that was written off',
      'customs/bonded-list-xml/cases/canonical-inv101',
      'customs/bonded-list-answer-xml/cases/canonical-inv201',
      'customs-record:QD090026I000000031',
    ],
    [
      'a box at the gate that inspection released',
      'border/gate-checkpoint-xml/cases/canonical-two-events',
      'inspection/result-xml/cases/canonical-conditional-with-certificates',
      'container:LNHU2001016',
    ],
  ])('%s', (_what, request, answer, key) => {
    expect(keysOf(request)).toContain(key);
    expect(keysOf(answer)).toContain(key);
  });
});

describe('a ship that is reported with those on board', () => {
  const given = normaliser.normalise(
    readFileSync('libs/adapters/src/border/ship-pre-report-xml/cases/unknown-elements/in.xml'),
    {},
  );

  it('gives the ship and the persons as documents of their own', () => {
    expect(given.documents.map(({ type }) => type)).toEqual([
      'VesselPreArrival',
      'CrewList',
      'PassengerList',
    ]);
    expect(JSON.stringify(given.documents[0]?.body)).not.toContain('SANTOS');
  });

  it('keeps what no rule names with the document that it stands in', () => {
    const unnamed = given.documents.map(({ body }) => JSON.stringify(body.extensions));
    expect(unnamed.map((text) => text.includes('Person[1]/Height'))).toEqual([false, true, false]);
    expect(unnamed.map((text) => text.includes('PassengerList/Group'))).toEqual([false, false, true]);
  });
});
