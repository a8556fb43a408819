import type { Profile } from '../conformance.js';
import { csvProfile } from '../csv-profile.js';
import { csmAnswer, xmlProfile } from '../xml-profile.js';
import type { Places } from './places.js';

export const borderProfiles: Readonly<Record<string, Profile>> = {
  'border/tour-group-csv': csvProfile(
    { '/groupNumber': 'DL26-1', '/persons': '1', '/members': '', '/members/*/name': '王一' },
    (body) => ({ ...body, persons: String(Array.isArray(body.members) ? body.members.length : 0) }),
  ),
  'border/ship-pre-report-xml': xmlProfile(
    { '/message/reference': 'M1', '/message/function': 'original', '/reference': 'R1' },
    csmAnswer,
  ),
  'border/gate-checkpoint-xml': xmlProfile({ '/message/id': 'M1', '/eventNumber': 'E1' }, csmAnswer),
};

/** Places without which a message is none: adapters of EDIFACT alone. */
export const borderPlaces: Readonly<Record<string, Places>> = {
  'border/cusres-paxlst-edifact': {
    '/message/nameCode': '962',
    '/persons/*/section': '2',
    '/persons/*/remarks/*/subject': 'AAO',
  },
  'border/paxlst-edifact': { '/message/nameCode': '745', '/persons/*/role': 'FL' },
};
