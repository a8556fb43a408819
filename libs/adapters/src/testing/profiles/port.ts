import type { JsonObject } from '#kernel';
import type { Profile } from '../conformance.js';
import { csvProfile } from '../csv-profile.js';
import { jsonProfile } from '../json-profile.js';
import { xmlProfile } from '../xml-profile.js';
import { flatProfile } from '../flat-profile.js';
import type { Places } from './places.js';

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const withBom = (bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);

const loading = {
  '/container/number': 'LNHU2001013',
  '/moveKind': 'load',
  '/movedAt': '2026-03-12T10:41:00+08:00',
  '/message/references/*/kind': 'SHI',
  '/otherReferences/*/kind': 'FF',
};

const flatHead = {
  '/message/function': 'original',
  '/message/sender': 'DLDCT',
  '/message/name': 'X1',
  '/message/preparedAt': '2026-03-12T20:15:00',
};

const train = {
  '/message/id': 'M1',
  '/message/sender': 'DLRAIL',
  '/train/number': 'X8501',
};

/** Each wagon with a number of its own, and as many as the list says. */
function numbered(body: JsonObject): JsonObject {
  const wagons = Array.isArray(body.wagons) ? body.wagons : [];
  return {
    ...body,
    totals: { wagons: wagons.length },
    wagons: wagons.map((wagon: JsonObject, i) => ({ ...wagon, number: `527000${i}` })),
  };
}

const uncounted = (profile: Profile): Profile => ({
  ...profile,
  generation: { ...profile.generation, never: ['/totals/wagons'] },
});

export const portProfiles: Readonly<Record<string, Profile>> = {
  'port/ifcsum-flat': flatProfile({
    '/message/function': '9',
    '/message/sender': 'DLDCT',
    '/message/receiver': 'LNHUB',
    '/message/name': 'X1',
    '/message/sentAt': '2026-03-12T20:15:00',
    '/consignments': '',
    '/consignments/*/billNumber': 'B1',
    '/consignments/*/items/*/sequence': '1',
    '/consignments/*/containers/*/number': 'LNHU2001016',
    '/copyTo/*': 'DLMSA',
  }),
  // Each record is a document: two that change places are the same documents.
  'port/ctnjjd-flat': flatProfile(
    { ...flatHead, '/container/number': 'LNHU2001016' },
    { disturb: { separator: "'\n", kinds: ['leave out', 'double'] } },
  ),
  'port/coarri-flat': flatProfile({ ...flatHead, '/container/number': 'LNHU2001016' }),
  'port/codeco-flat': flatProfile({ ...flatHead, '/container/number': 'LNHU2001016' }),
  'port/baplie-flat': flatProfile({ ...flatHead, '/slots': '', '/slots/*/position/cell': '0140282' }),
  'port/dcsa-track-trace-json': jsonProfile(loading),
  'port/dcsa-track-trace-3-json': jsonProfile(loading),
  'port/dcsa-port-call-json': jsonProfile({ '/portCallId': 'C1' }),
  'port/dcsa-jit-json': jsonProfile({ '/portCallId': 'C1' }),
  'port/dcsa-vgm-json': jsonProfile({
    '/container/number': 'LNHU2001016',
    '/message/number': 'V1',
    '/message/function': 'original',
    '/masses/verifiedGross/value': '24000',
  }),
  'port/rail-movement-json': uncounted(jsonProfile(train)),
  'port/rail-movement-xml': uncounted(xmlProfile(train)),
  'port/rail-weighing-csv': csvProfile(
    { '/train/number': 'X8501', '/wagons': '', '/wagons/*/number': '' },
    numbered,
  ),
  'port/coarri-edifact': {
    answer: {
      file: 'ack.edi',
      references: (text) => {
        const found = /UNB(.)(?:.*?\1){4}\s*(\w+)/s.exec(text.replace(/[\r\n]/g, ''));
        return found?.[2] === undefined ? [] : [found[2]];
      },
      positive: (answer) => !/UCI\+.*\+4(\+|')/.test(answer) && !/UCM\+.*\+4(\+|')/.test(answer),
    },
    disturb: { separator: "'\n", kinds: ['leave out', 'double', 'swap'] },
    generation: {
      characters: "AZaz09 -_.,:;+'?#%/=*()",
      always: {
        '/container/number': 'LNHU2001013',
        '/message/reference': 'M1',
        '/message/interchangeReference': 'I1',
        '/message/sender': 'DLDCT',
        '/message/syntax': 'UNOA',
        '/message/syntaxVersion': '2',
        '/message/nameCode': '44',
        '/message/version': 'D',
        '/message/function': 'original',
        '/container/fullness': 'full',
        '/container/tradeStatus': 'import',
        '/vessel/stage': 'main-carriage',
        '/message/times/*/kind': '9',
        '/message/references/*/kind': 'ACW',
        '/vessel/references/*/kind': 'VON',
        '/vessel/references/*/number': '021E',
        '/message/references/*/number': 'X1',
        '/otherReferences/*/kind': 'SQ',
        '/otherReferences/*/number': '17',
        '/call/otherLocations/*/function': '153',
        '/otherLocations/*/function': '165',
        '/connections/*/locations/*/function': '7',
        '/connections/*/times/*/kind': '133',
        '/connections/*/references/*/kind': 'AAS',
        '/connections/*/references/*/number': 'X1',
        '/message/references/*/times/*/kind': '171',
        '/call/otherTimes/*/kind': '137',
        '/otherTimes/*/kind': '7',
        '/call/otherParties/*/role': 'MS',
        '/otherParties/*/role': 'CZ',
        '/otherMeasurements/*/dimension': 'AAW',
        '/dangerousGoods/*/measurements/*/dimension': 'AAF',
        '/dangerousGoods/*/regulation': 'IMD',
        '/dangerousGoods/*/contacts/*/function': 'HG',
        '/message/contacts/*/function': 'IC',
        '/damages/*/kind': '1',
        '/connections/*/stage': 'on-carriage',
        '/masses/gross/unit': 'KGM',
        '/stowage/cell': '0140282',
      },
    },
    variants: (bytes) => ({
      'with a byte order mark': withBom(bytes),
      'with other line ends': Buffer.from(utf8(bytes).replaceAll('\n', '\r\n')),
      'without line ends': Buffer.from(utf8(bytes).replaceAll('\n', '')),
      'with a service string': Buffer.from(`UNA:+.? '${utf8(bytes)}`),
    }),
  },
};

/** Places without which a message is none. */
export const portPlaces: Readonly<Record<string, Places>> = {
  'port/codeco-edifact': { '/container/number': 'LNHU2001013', '/message/nameCode': '34' },
  'port/coprar-edifact': { '/message/nameCode': '45', '/containers': '', '/containers/*/container': '' },
  'port/coparn-edifact': { '/message/nameCode': '126', '/containers': '', '/containers/*/container': '' },
  'port/baplie-edifact': {
    '/message/section': 'D',
    '/message/release': '13B',
    '/slots/*/equipment/*/attachedEquipment/*/parties/*/role': 'CF',
  },
  'port/movins-edifact': {},
  'port/ifcsum-edifact': {
    '/interchange/function': 'original',
    '/interchange/version': 'D',
    '/interchange/release': '16A',
    '/interchange/sender': 'LNHL',
    '/interchange/reference': 'M1',
    '/interchange/interchangeReference': 'M1',
    '/interchange/syntax': 'UNOA',
    '/interchange/syntaxVersion': '2',
  },
  'port/vermas-edifact': { '/container/number': 'LNHU2001013' },
};
