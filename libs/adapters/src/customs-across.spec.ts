import { adapters, createNormaliser } from '#adapters';
import type { JsonObject } from '#kernel';
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

/** CUSRES says nothing of the XML message that a state came in, and tells times to the second. */
function carriedByCusres({ message: _message, extensions: _extensions, ...body }: JsonObject): JsonObject {
  const { notifiedAt } = body;
  return typeof notifiedAt === 'string' ? { ...body, notifiedAt: notifiedAt.replace(/\.\d+/, '') } : body;
}
