import type { Profile } from '../conformance.js';
import { jsonProfile } from '../json-profile.js';
import { flatProfile } from '../flat-profile.js';
import { csmAnswer, xmlProfile } from '../xml-profile.js';
import type { Places } from './places.js';

const csm = (always: Readonly<Record<string, string>>): Profile => xmlProfile(always, csmAnswer);

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const flatHead = {
  '/message/function': 'original',
  '/message/sender': 'DLDCT',
  '/message/name': 'X1',
  '/message/preparedAt': '2026-03-12T20:15:00',
};

export const maritimeProfiles: Readonly<Record<string, Profile>> = {
  // Each vessel is a document: two that change places are the same documents.
  'maritime/vessel-call-flat': flatProfile({ ...flatHead, '/eventKind': 'arrival', '/vessel/name': 'V1' }),
  'maritime/berth-schedule-flat': flatProfile(
    { ...flatHead, '/planKind': 'plan', '/vessel/name': 'V1' },
    { disturb: { separator: "'\n", kinds: ['leave out', 'double'] } },
  ),
  'maritime/msa-manifest-flat': flatProfile({
    '/message/type': 'MADEIM',
    '/message/function': '9',
    '/message/sender': 'DLDCT',
    '/message/receiver': 'DLMSA',
    '/message/name': 'X1',
    '/message/sentAt': '2026-03-12T20:15:00',
    '/consignments': '',
    '/consignments/*/billNumber': 'B1',
    '/consignments/*/items/*/sequence': '1',
    '/consignments/*/containers/*/number': 'LNHU2001016',
    '/copyTo/*': 'DLMSA',
  }),
  'maritime/vts-event-json': jsonProfile({
    '/eventId': 'E1',
    '/eventKind': 'berthing',
    '/eventAt': '2026-03-12T05:20:00+08:00',
  }),
  'maritime/ais-milestones-nmea': {
    named: false,
    series: true,
    disturb: { separator: '\n', kinds: ['double'] },
    generation: { characters: 'A', always: {} },
    variants: (bytes) => ({
      'with a byte order mark': Buffer.from(`\ufeff${utf8(bytes)}`),
      'with other line ends': Buffer.from(utf8(bytes).replaceAll('\n', '\r\n')),
      'with comments': Buffer.from(`# 大连\n${utf8(bytes)}`),
    }),
  },
  'maritime/vessel-permit-xml': xmlProfile({ '/message/id': 'M1', '/applicationNumber': 'R1' }),
  'maritime/vessel-entry-xml': csm({
    '/message/reference': 'M1',
    '/message/function': 'original',
    '/reference': 'R1',
  }),
  'maritime/vessel-archive-xml': csm({ '/message/id': 'M1', '/imoNumber': '9074729' }),
};

/** Places without which a message is none: adapters of EDIFACT alone. */
export const maritimePlaces: Readonly<Record<string, Places>> = {
  'maritime/calinf-edifact': {},
  'maritime/vesdep-edifact': {},
  'maritime/berman-edifact': { '/transports': '', '/transports/*/stage': 'pre-carriage' },
  'maritime/iftdgn-edifact': {},
  'maritime/wasdis-edifact': {},
};
