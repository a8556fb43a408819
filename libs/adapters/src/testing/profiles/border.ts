import type { Profile } from '../conformance.js';
import type { Places } from './places.js';

export const borderProfiles: Readonly<Record<string, Profile>> = {};

/** Places without which a message is none: adapters of EDIFACT alone. */
export const borderPlaces: Readonly<Record<string, Places>> = {
  'border/paxlst-edifact': { '/message/nameCode': '745', '/persons/*/role': 'FL' },
};
