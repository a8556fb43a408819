import type { Adapter } from '../../contract.js';
import { eventIdentity } from '../../dcsa/event-identity.js';
import { jsonHead } from '../../json-head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** VTS 船舶动态（JSON）: see README.md. */
export const vtsEventJson: Adapter = {
  id: 'maritime/vts-event-json',
  system: 'maritime',
  label: { zh: 'VTS 船舶动态（JSON）', en: 'Milestones of vessels from a VTS (JSON)' },
  syntax: 'json',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  recognise(head) {
    const paths = jsonHead(head);
    const has = (name: string): boolean => paths?.has(name) === true || paths?.has(`events/${name}`) === true;
    return has('eventId') && (has('time') || has('kind')) ? 0.85 : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  identity: eventIdentity,
};
