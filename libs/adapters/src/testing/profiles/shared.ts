import type { Profile } from '../conformance.js';
import { jsonProfile } from '../json-profile.js';

export const sharedProfiles: Readonly<Record<string, Profile>> = {
  'shared/document-json': jsonProfile(
    {},
    { named: false, disturb: { separator: ',"', kinds: ['double', 'swap'] } },
  ),
};
