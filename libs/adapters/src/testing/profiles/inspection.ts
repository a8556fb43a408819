import type { Profile } from '../conformance.js';
import { xmlProfile } from '../xml-profile.js';
import type { Places } from './places.js';

/** A message of the inspection systems is answered by its number. */
const obor = (reference: string): Profile =>
  xmlProfile(
    { '/message/id': 'M1', [reference]: 'R1' },
    {
      file: 'ack.xml',
      references: (text) => /<MESSAGE_ID>([^<]+)</.exec(text)?.slice(1) ?? [],
      positive: (answer) => answer.includes('<RESPONSE_CODE>0</RESPONSE_CODE>'),
    },
  );

export const inspectionProfiles: Readonly<Record<string, Profile>> = {
  'inspection/result-xml': xmlProfile({ '/message/id': 'M1', '/applicationNumber': 'R1' }),
  'inspection/transfer-slip-xml': obor('/transferNumber'),
  'inspection/application-xml': obor('/enterpriseReference'),
};

/** Places without which a message is none: adapters of EDIFACT alone. */
export const inspectionPlaces: Readonly<Record<string, Places>> = {};
