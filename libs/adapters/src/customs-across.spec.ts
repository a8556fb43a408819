import { adapters, createNormaliser } from '#adapters';
import type { Json, JsonObject } from '#kernel';
import { casesOf } from './testing/cases.js';

const normaliser = createNormaliser(adapters);

const goodCases = (id: string) => {
  const adapter = adapters.find((one) => one.id === id);
  if (!adapter) throw new Error(`there is no ${id}`);
  return casesOf(adapter)
    .filter(({ bad }) => !bad)
    .map(({ name, bytes }) => [name, bytes] as const);
};

/** Documents written as a message of another system, read there. */
function across(
  bytes: Uint8Array,
  to: string,
): { before: readonly JsonObject[]; after: readonly JsonObject[] } {
  const { documents } = normaliser.normalise(bytes, {});
  const written = normaliser.write(to, documents, {
    sender: 'DLEPORT',
    recipient: 'LNBROKER',
    reference: '1',
  });
  if (!written.ok)
    throw new Error(written.error.map(({ text, place }) => `${text.en} ${place?.pointer}`).join());
  const again = normaliser.normalise(written.value, {});
  expect({ adapter: again.adapter, faults: again.faults }).toEqual({ adapter: to, faults: [] });
  return { before: documents.map(({ body }) => body), after: again.documents.map(({ body }) => body) };
}

describe('a state of a declaration', () => {
  it.each(goodCases('customs/declaration-response-xml'))('leaves as CUSRES: %s', (_name, bytes) => {
    const { before, after } = across(bytes, 'customs/cusres-edifact');
    expect(after).toHaveLength(before.length);
    before.forEach((body, i) => expect(after[i]).toMatchObject(carriedByCusres(body)));
  });
});

describe('a manifest', () => {
  it.each(goodCases('customs/manifest-sea-air'))('leaves as CUSCAR: %s', (_name, bytes) => {
    const { before, after } = across(bytes, 'customs/cuscar-edifact');
    before.forEach((body, i) => expect(shared(after[i])).toEqual(shared(body)));
  });

  it.each(goodCases('customs/cuscar-edifact'))('of CUSCAR leaves as XML: %s', (_name, bytes) => {
    const { before, after } = across(bytes, 'customs/manifest-sea-air');
    before.forEach((body, i) => expect(shared(after[i])).toEqual(shared(body)));
  });
});

describe('a declaration', () => {
  it.each(goodCases('customs/declaration-xml'))('leaves as CUSDEC: %s', (_name, bytes) => {
    const { before, after } = across(bytes, 'customs/cusdec-edifact');
    before.forEach((body, i) => expect(declared(after[i])).toMatchObject(declared(body)));
  });

  it.each(goodCases('customs/cusdec-edifact'))('of CUSDEC leaves as XML: %s', (_name, bytes) => {
    const { before, after } = across(bytes, 'customs/declaration-xml');
    before.forEach((body, i) => expect(declared(after[i])).toEqual(declared(body)));
  });
});

/** What both forms of a declaration say. */
function declared(body: JsonObject | undefined): JsonObject {
  const { agent, trader, transport, signature, containers } = body ?? {};
  return {
    ...pick(body, ['direction', 'billNumber', 'contractNumber', 'declarationOffice', 'entryExitOffice']),
    ...pick(body, ['unifiedNumber', 'entryNumber', 'licenceNumber', 'entryExitDate', 'departurePort']),
    ...pick(body, ['totalGrossMass', 'totalNetMass', 'totalPackages', 'tradeTerms', 'goodsLocation']),
    ...pick(body, ['departureOrArrivalCountry', 'transitOrDestinationPort', 'licences']),
    agent: pick(agent, ['code', 'name']),
    trader: pick(trader, ['code', 'name']),
    transport: pick(transport, ['mode', 'meansName', 'voyage']),
    signature: pick(signature, ['clientReference']),
    containers: listOf(containers).map((container) => pick(container, ['number', 'size'])),
    items: listOf(body?.items).map((item) => ({
      ...pick(item, ['lineNumber', 'commodityCode', 'description', 'originCountry', 'destinationCountry']),
      ...pick(item, ['quantity', 'firstStatutoryQuantity', 'secondStatutoryQuantity', 'unitPrice']),
      ...pick(item, ['totalPrice', 'currency', 'specification']),
    })),
  };
}

/** What both forms of a manifest say. */
function shared(body: JsonObject | undefined): Json {
  const { message, reference, declarationOffice, carrier, transport, loading, containers } = body ?? {};
  return {
    message: pick(message, ['id', 'function', 'sender', 'receiver']),
    ...{ reference, declarationOffice, carrier, loading: pick(loading, ['id', 'name']), containers },
    transport: pick(transport, ['voyage', 'mode', 'id', 'name', 'nationality', 'firstArrival']),
    consignments: listOf(body?.consignments).map((consignment) => ({
      ...pick(consignment, ['billNumber', 'houseBillNumber', 'grossMass', 'volume', 'value', 'receipt']),
      ...pick(consignment, ['transhipment', 'transitDestination', 'consigned', 'freightPayment']),
      packages: pick(pick(consignment, ['packages']).packages, ['value', 'unit']),
      parties: ['consignee', 'consignor', 'notifyParty'].map((party) =>
        pick(pick(consignment, [party])[party], ['id', 'name', 'address', 'communications']),
      ),
      items: listOf(pick(consignment, ['items']).items).map((item) =>
        pick(item, [
          'sequence',
          'packages',
          'description',
          'furtherDescription',
          'grossMass',
          'netMass',
          'remarks',
        ]),
      ),
    })),
  };
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const pick = (value: Json | undefined, names: readonly string[]): JsonObject => {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
};

/** EDIFACT has no line breaks inside of values: they become blanks. */
const oneLine = (value: Json | undefined): Json =>
  typeof value === 'string' ? value.replace(/\r\n|\r|\n/g, ' ') : (value ?? null);

/** CUSRES says nothing of the XML message that a state came in, and tells times to the second. */
function carriedByCusres({ message: _message, extensions: _extensions, ...rest }: JsonObject): JsonObject {
  const body = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, oneLine(value)]));
  const { notifiedAt } = body;
  return typeof notifiedAt === 'string' ? { ...body, notifiedAt: notifiedAt.replace(/\.\d+/, '') } : body;
}
