import { adapters, createNormaliser } from '#adapters';
import type { JsonObject } from '#kernel';
import { shipCall, transferSlip, transit } from './index.js';

const normaliser = createNormaliser(adapters);
const start = Date.UTC(2026, 3, 6, 1);

/** The one document of a message that nothing is the matter with. */
function read(message: Buffer): { type: string; body: JsonObject; keys: string[] } {
  const { documents, faults, warnings } = normaliser.normalise(message, {});
  expect({ faults, warnings }).toEqual({ faults: [], warnings: [] });
  const [document, ...more] = documents;
  if (!document || more.length > 0) throw new Error(`${documents.length} documents`);
  const keys = document.keys.map(({ kind, value }) => `${kind}:${value}`);
  return { type: document.type, body: document.body, keys };
}

describe.each([0, 1, 38, 4_711])('consignment %i', (n) => {
  it('crosses districts in messages that name the same transfer, entry, bill and boxes', () => {
    const { consignment, ...messages } = transit(n, { seed: 3, start });
    const transfer = `transfer:${messages.transferNumber}`;
    const entry = `declaration:${messages.entryNumber}`;
    const boxes = consignment.boxes.map(({ number }) => `container:${number}`);
    const declared = read(messages.declared());
    expect(declared.type).toBe('TransitDeclaration');
    expect(declared.keys).toEqual(
      expect.arrayContaining([transfer, entry, `bill:${consignment.bill}`, ...boxes]),
    );
    expect(read(messages.released())).toMatchObject({ type: 'DeclarationStatus' });
    expect(read(messages.released()).keys).toContain(entry);
    expect(messages.gateOut().map((message) => read(message).keys)).toEqual(
      boxes.map((box) => expect.arrayContaining([box, `bill:${consignment.bill}`])),
    );
    expect(read(messages.departed()).body).toMatchObject({
      stage: 'departed',
      notice: { kind: 'departure' },
    });
    const arrived = read(messages.arrived());
    expect(arrived.body).toMatchObject({ stage: 'arrived', notice: { kind: 'arrival' } });
    expect(arrived.keys).toEqual(expect.arrayContaining([transfer, entry]));
  });

  it('is transferred from office to office, and amended', () => {
    const slip = transferSlip(n, { seed: 3, start });
    expect(read(slip.original()).body).toMatchObject({
      function: 'original',
      transferNumber: slip.transferNumber,
    });
    expect(read(slip.amendment()).body).toMatchObject({
      function: 'amendment',
      supersedes: { transferNumber: slip.transferNumber, version: '1' },
    });
  });
});

it('says where a ship goes next', () => {
  const ship = shipCall(5, { seed: 3, start });
  const { type, body } = read(ship.departed());
  expect(type).toBe('VesselCallEvent');
  expect(body).toMatchObject({
    eventKind: 'departure',
    call: { nextPort: { code: 'CNYIK' } },
    vessel: { imoNumber: ship.call.imo, name: ship.call.vessel },
  });
});
