import { adapters, createNormaliser, normaliseLimits } from '#adapters';

const normaliser = createNormaliser(adapters.filter(({ id }) => id === 'port/dcsa-track-trace-json'));

const event = (n: number, unknown: number): object => ({
  eventID: `E${n}`,
  eventCreatedDateTime: '2026-03-12T03:02:00Z',
  eventType: 'EQUIPMENT',
  eventClassifierCode: 'ACT',
  eventDateTime: '2026-03-12T10:41:00+08:00',
  equipmentEventTypeCode: n % 2 === 0 ? 'LOAD' : 'GTIN',
  equipmentReference: 'LNHU2001016',
  ...Object.fromEntries(Array.from({ length: unknown }, (_, i) => [`unknown${i}`, `${n}-${i}`])),
});

const read = (value: unknown) => normaliser.normalise(Buffer.from(JSON.stringify(value)), {});
const extensionsOf = (value: unknown): unknown => read(value).documents.map(({ body }) => body.extensions);

describe('values that no rule names', () => {
  it('stay with the event that said them, whatever kind of document it gives', () => {
    expect(extensionsOf([event(1, 1), event(2, 0), event(3, 2), event(4, 1)])).toEqual([
      [{ path: 'events[1]/unknown0', value: '1-0' }],
      undefined,
      [
        { path: 'events[3]/unknown0', value: '3-0' },
        { path: 'events[3]/unknown1', value: '3-1' },
      ],
      [{ path: 'events[4]/unknown0', value: '4-0' }],
    ]);
  });

  it('go to every document when they stand outside of all of them', () => {
    expect(extensionsOf({ page: 7, events: [event(1, 0), event(2, 1)] })).toEqual([
      [{ path: 'page', value: '7' }],
      [
        { path: 'page', value: '7' },
        { path: 'events[2]/unknown0', value: '2-0' },
      ],
    ]);
  });

  it('are bounded in each document, and what is too much is counted', () => {
    const { documents, warnings, faults } = read([event(1, normaliseLimits.extensions + 5), event(2, 3)]);
    expect(faults).toEqual([]);
    expect(
      documents.map(({ body }) => (Array.isArray(body.extensions) ? body.extensions.length : 0)),
    ).toEqual([normaliseLimits.extensions, 3]);
    expect(warnings.length).toBeLessThanOrEqual(normaliseLimits.warnings + 1);
  });
});
