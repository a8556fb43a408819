import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { adapters, createNormaliser, type Normalised } from '#adapters';
import { validateDocument } from '#canonical';

/** Real messages of third parties, read in place: what is told of them here is what this project makes of them. */
const corpus = '../shared/corpus';
const present = existsSync(`${corpus}/INDEX.tsv`);
if (!present)
  process.stdout.write('json-corpus.spec: ../shared/corpus is absent, real messages are not read\n');
const here = present ? describe : describe.skip;

const normaliser = createNormaliser(adapters);
const read = (file: string): Normalised =>
  normaliser.normalise(readFileSync(`${corpus}/${file}`), {}, { lineage: true });

const filesOf = (folder: string): readonly string[] =>
  present
    ? readdirSync(`${corpus}/${folder}`, { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file}`)
        .filter((file) => /\.(json|ais|txt)$|ais_test_messages$/.test(file))
        .sort()
    : [];

/** Part of a file name, the adapter, and the documents it gives. */
const expected: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'tnt-220-response.json',
    'port/dcsa-track-trace-json',
    [
      'VesselCallEvent',
      'ShipmentEvent',
      'ShipmentEvent',
      'VesselCallEvent',
      'ShipmentEvent',
      'ShipmentEvent',
      'ShipmentEvent',
    ],
  ],
  [
    'tnt-220-response-wrong-attribute-values',
    'port/dcsa-track-trace-json',
    ['VesselCallEvent', 'ShipmentEvent', 'ShipmentEvent'],
  ],
  ['tnt-300-request-equipment', 'port/dcsa-track-trace-3-json', ['ContainerMove']],
  ['tnt-300-request-iot', 'port/dcsa-track-trace-3-json', ['ShipmentEvent']],
  ['tnt-300-request-reefer', 'port/dcsa-track-trace-3-json', ['ShipmentEvent']],
  [
    'tnt-300-response.json',
    'port/dcsa-track-trace-3-json',
    ['ShipmentEvent', 'VesselCallEvent', 'GateMove', 'ShipmentEvent', 'ShipmentEvent'],
  ],
  [
    'tnt-300-response-nextpage',
    'port/dcsa-track-trace-3-json',
    ['ShipmentEvent', 'VesselCallEvent', 'ContainerMove', 'ShipmentEvent', 'ShipmentEvent'],
  ],
  ['vgm-api-100-get', 'port/dcsa-vgm-json', ['VerifiedGrossMass']],
  ['portcall-api-200-get', 'port/dcsa-port-call-json', ['VesselCallEvent']],
  ['portcall-api-200-post', 'port/dcsa-port-call-json', ['VesselCallEvent']],
];

here('real messages of JSON', () => {
  it.each(expected)('gives of %s what it is', (name, adapter, types) => {
    const file = filesOf('dcsa-json').find((one) => one.includes(name)) ?? '';
    const given = read(file);
    expect(given.faults).toEqual([]);
    expect(given.adapter).toBe(adapter);
    expect(given.documents.map(({ type }) => type)).toEqual(types);
    for (const { type, body } of given.documents) expect(validateDocument(type, body)).toEqual([]);
    expect(normaliser.write(adapter, given.documents).ok).toBe(true);
  });

  it('says of every other file that nobody knows it, or where it is wrong', () => {
    for (const file of filesOf('dcsa-json')) {
      const { faults, documents } = read(file);
      if (documents.length > 0) continue;
      expect({ file, codes: faults.map(({ code }) => code) }).toEqual({
        file,
        codes: [expect.stringMatching(/^(ADAPTER_NOT_RECOGNISED|SYNTAX_JSON_MALFORMED)$/)],
      });
    }
  });

  it('takes requests of just-in-time port calls once their blanks are filled in', () => {
    for (const file of filesOf('dcsa-json').filter((one) => /jit-200-.*request/.test(one))) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8').replace('IS_FYI_PLACEHOLDER', 'true');
      const { adapter, documents, faults } = normaliser.normalise(Buffer.from(text), {});
      expect({ file, adapter, faults, count: documents.length }).toEqual({
        file,
        adapter: 'port/dcsa-jit-json',
        faults: [],
        count: 1,
      });
    }
  });
});

here('real AIS', () => {
  it.each(filesOf('ais'))('makes valid milestones of %s', (file) => {
    const given = read(file);
    expect(given.adapter).toBe('maritime/ais-milestones-nmea');
    expect(given.faults).toEqual([]);
    expect(given.documents.length).toBeGreaterThan(3);
    for (const { type, body } of given.documents) expect(validateDocument(type, body)).toEqual([]);
  });
});
