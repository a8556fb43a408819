import type { Profile } from '../conformance.js';
import { csmAnswer, xmlProfile } from '../xml-profile.js';
import type { Places } from './places.js';

const csm = (always: Readonly<Record<string, string>>): Profile => xmlProfile(always, csmAnswer);

export const maritimeProfiles: Readonly<Record<string, Profile>> = {
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
