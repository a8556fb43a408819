import type { Profile } from '../conformance.js';
import type { Places } from './places.js';

export const maritimeProfiles: Readonly<Record<string, Profile>> = {};

/** Places without which a message is none: adapters of EDIFACT alone. */
export const maritimePlaces: Readonly<Record<string, Places>> = {
  'maritime/calinf-edifact': {},
  'maritime/vesdep-edifact': {},
  'maritime/berman-edifact': { '/transports': '', '/transports/*/stage': 'pre-carriage' },
  'maritime/iftdgn-edifact': {},
  'maritime/wasdis-edifact': {},
};
