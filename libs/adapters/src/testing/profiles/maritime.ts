import type { Profile } from '../conformance.js';
import { csmAnswer, xmlProfile } from '../xml-profile.js';
import type { Places } from './places.js';

const csm = (always: Readonly<Record<string, string>>): Profile => xmlProfile(always, csmAnswer);

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

export const maritimeProfiles: Readonly<Record<string, Profile>> = {
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
  'maritime/vessel-entry-xml': csm({ '/message/reference': 'M1', '/reference': 'R1' }),
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
