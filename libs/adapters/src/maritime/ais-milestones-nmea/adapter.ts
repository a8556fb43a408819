import type { Adapter } from '../../contract.js';
import { textOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** AIS 船舶动态: see README.md. */
export const aisMilestonesNmea: Adapter = {
  id: 'maritime/ais-milestones-nmea',
  system: 'maritime',
  label: { zh: 'AIS 船舶动态（NMEA）', en: 'Milestones of vessels from AIS (NMEA)' },
  syntax: 'nmea',
  mediaTypes: ['text/x-nmea', 'application/x-nmea', 'text/plain'],
  recognise: (head) => (/(?:^|[\n\\\s,])![A-Z]{2}VD[MO],\d/.test(beginningOf(head)) ? 0.9 : 0),
  mapping: shippedMapping(mapping),
  codes,
};

/** What is XML, JSON or EDIFACT may hold a sentence as a text. */
function beginningOf(head: Uint8Array): string {
  const text = textOf(head);
  return /^(?:[<{["]|UN[ABGH])/.test(text) ? '' : text;
}
