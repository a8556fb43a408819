import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters, createNormaliser, type DocumentBody } from '#adapters';
import type { Json, JsonObject } from '#kernel';

const normaliser = createNormaliser(adapters);

function read(bytes: Uint8Array): readonly DocumentBody[] {
  const { documents, faults } = normaliser.normalise(bytes, {});
  expect(faults).toEqual([]);
  return documents;
}

const caseOf = (adapter: string, name: string, file = 'in.edi'): readonly DocumentBody[] =>
  read(readFileSync(join('libs/adapters/src', adapter, 'cases', name, file)));

function written(adapter: string, documents: readonly DocumentBody[], release: string): string {
  const message = normaliser.write(adapter, documents, { release });
  if (!message.ok) throw new Error(message.error.map(({ text }) => text.en).join());
  return Buffer.from(message.value).toString();
}

/** What a document says, but for the message that said it. */
const said = (documents: readonly DocumentBody[]): Json[] =>
  documents.map(({ body: { message: _message, extensions: _extensions, ...rest } }) => rest);

function listOf(value: Json | undefined): readonly JsonObject[] {
  return (Array.isArray(value) ? value : []).filter((item) => isObject(item));
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('a message written in another release', () => {
  it.each([
    ['port/baplie-edifact', 'canonical-smdg22', 'D:13B:UN:SMDG31'],
    ['port/baplie-edifact', 'canonical-smdg22', 'D:21A:UN:SMDG311'],
    ['port/baplie-edifact', 'dialect-smdg20', 'D:13B:UN:SMDG31'],
    ['port/codeco-edifact', 'canonical-gate-in-export', 'D:16A:UN:ITG14'],
    ['port/codeco-edifact', 'dialect-d00b', 'D:95B:UN:ITG14'],
    ['port/coarri-edifact', 'canonical-discharge-d95b', 'D:16A:UN:ITG12'],
    ['maritime/calinf-edifact', 'canonical-d96b-arrived', 'D:16A:UN'],
    ['maritime/vesdep-edifact', 'canonical-d96b-departed', 'D:16A:UN'],
    ['maritime/iftdgn-edifact', 'canonical-d96b', 'D:16A:UN'],
    ['maritime/wasdis-edifact', 'canonical-d00b', 'D:16A:UN'],
  ])('says the same: %s %s in %s', (adapter, name, release) => {
    const documents = caseOf(adapter, name);
    const message = written(adapter, documents, release);
    expect(message).toContain(`:${release}'`);
    expect(said(read(Buffer.from(message)))).toEqual(said(documents));
  });
});

/** Before D.13A nothing says whose the equipment is that a container is on. */
const withoutOwners = (documents: Json[]): Json =>
  JSON.parse(JSON.stringify(documents, (name, value: Json) => (name === 'parties' ? undefined : value)));

describe('stowage plans of all releases', () => {
  it.each(['D:95B:UN:SMDG22', 'D:00B:UN:SMDG21'])('say what a plan of 3.1 said: %s', (release) => {
    const documents = caseOf('port/baplie-edifact', 'canonical-smdg31');
    const again = read(Buffer.from(written('port/baplie-edifact', documents, release)));
    expect(withoutOwners(said(again))).toEqual(withoutOwners(said(documents)));
  });

  it.each(['canonical-smdg22', 'canonical-smdg31'])('have one shape: %s', (name) => {
    const [plan] = caseOf('port/baplie-edifact', name);
    const [slot] = listOf(plan?.body.slots);
    expect(Object.keys(slot ?? {})).toEqual(expect.arrayContaining(['position', 'equipment']));
    expect(slot).not.toHaveProperty('masses');
    expect(listOf(slot?.equipment)[0]).toMatchObject({
      container: { number: expect.any(String) },
      masses: expect.anything(),
      portOfLoading: { code: expect.any(String) },
      portOfDischarge: { code: expect.any(String) },
    });
  });

  it('stand in the order of their release', () => {
    const old = caseOf('port/baplie-edifact', 'canonical-smdg22');
    const text = written('port/baplie-edifact', old, 'D:13B:UN:SMDG31');
    expect(text).toMatch(/UNS\+D'\nLOC\+147\+\d+::5'\nEQD\+CN[^]*?MEA[^]*?LOC\+9/);
    const recent = caseOf('port/baplie-edifact', 'canonical-smdg31');
    const back = written('port/baplie-edifact', recent, 'D:95B:UN:SMDG22');
    expect(back).not.toContain('UNS');
    expect(back).toMatch(/LOC\+147[^\n]*\n[^]*?MEA[^]*?LOC\+9[^]*?EQD\+CN/);
  });
});

describe('plans and stowage instructions', () => {
  const slots = ([document]: readonly DocumentBody[], drop = 'instruction'): Json =>
    listOf(document?.body.slots).map(({ [drop]: _dropped, equipmentCount: _count, ...slot }) => slot);

  it.each([
    ['canonical-smdg22', 'D:95B:UN:SMDG20'],
    ['canonical-smdg31', 'D:21A:UN:SMDG30'],
  ])('say the same of every place: %s as MOVINS of %s', (name, release) => {
    const plan = caseOf('port/baplie-edifact', name);
    const again = read(Buffer.from(written('port/movins-edifact', plan, release)));
    expect(listOf(again[0]?.body.slots)[0]?.instruction).toEqual({ code: 'LOA' });
    expect(slots(again, 'instruction')).toEqual(slots(plan));
    expect(again[0]?.body.call).toEqual(plan[0]?.body.call);
  });

  it.each([
    ['dialect-one-instruction-many-slots', 'D:95B:UN:SMDG22'],
    ['canonical-d21a', 'D:13B:UN:SMDG31'],
  ])('say the same of every place: %s as BAPLIE of %s', (name, release) => {
    const instruction = caseOf('port/movins-edifact', name);
    const again = read(Buffer.from(written('port/baplie-edifact', instruction, release)));
    expect(slots(again)).toEqual(slots(instruction));
  });
});

describe('manifests as flat files and as EDIFACT', () => {
  it('say the same of every bill', () => {
    const flat = caseOf('port/ifcsum-flat', 'canonical-two-bills', 'in.txt');
    const message = normaliser.write('port/ifcsum-edifact', flat, { sender: 'LNHL', recipient: 'DLCUS' });
    const again = read(message.ok ? message.value : new Uint8Array());
    const said = listOf(again[0]?.body.consignments);
    const before = listOf(flat[0]?.body.consignments);
    expect(said.map(({ billNumber }) => billNumber)).toEqual(before.map(({ billNumber }) => billNumber));
    before.forEach(({ loading, unloading }, i) => {
      expect(said[i]?.loading).toMatchObject(idAndName(loading));
      expect(said[i]?.unloading).toMatchObject(idAndName(unloading));
    });
  });

  const idAndName = (place: Json | undefined): JsonObject => {
    const { id, name }: JsonObject = isObject(place) ? place : {};
    return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
  };
});
