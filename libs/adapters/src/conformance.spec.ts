import { adapters } from '#adapters';
import { describeAdapter, type Profile } from './testing/conformance.js';
import { edifactProfile } from './testing/edifact-profile.js';
import { borderPlaces, borderProfiles } from './testing/profiles/border.js';
import { customsMends, customsPlaces, customsProfiles } from './testing/profiles/customs.js';
import { inspectionPlaces, inspectionProfiles } from './testing/profiles/inspection.js';
import { maritimePlaces, maritimeProfiles } from './testing/profiles/maritime.js';
import type { Places } from './testing/profiles/places.js';
import { portPlaces, portProfiles } from './testing/profiles/port.js';
import { sharedProfiles } from './testing/profiles/shared.js';

/** Profiles of their own. */
const profiles: Readonly<Record<string, Profile>> = {
  ...customsProfiles,
  ...inspectionProfiles,
  ...borderProfiles,
  ...maritimeProfiles,
  ...portProfiles,
  ...sharedProfiles,
};

/** EDIFACT adapters whose profile differs only in the places without which a message is none. */
const places: Readonly<Record<string, Places>> = {
  ...customsPlaces,
  ...inspectionPlaces,
  ...borderPlaces,
  ...maritimePlaces,
  ...portPlaces,
};

for (const adapter of adapters) {
  const fixed = places[adapter.id];
  const profile = fixed ? edifactProfile(adapter, fixed, customsMends[adapter.id]) : profiles[adapter.id];
  if (!profile)
    throw new Error(`${adapter.id} has no profile: say in testing/profiles how the kit is to try it`);
  describeAdapter(adapter, adapters, profile);
}
