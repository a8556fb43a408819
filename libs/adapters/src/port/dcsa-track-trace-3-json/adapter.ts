import type { Adapter } from '../../contract.js';
import { eventIdentity } from '../../dcsa/event-identity.js';
import { jsonHead } from '../../json-head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船公司货运追踪事件（DCSA 3.0）: see README.md. */
export const dcsaTrackTrace3Json: Adapter = {
  id: 'port/dcsa-track-trace-3-json',
  system: 'port',
  label: { zh: '货运追踪事件（DCSA T&T 3.0）', en: 'Track and trace events (DCSA T&T 3.0)' },
  syntax: 'json',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  recognise(head) {
    const paths = jsonHead(head);
    return paths?.has('events/eventClassification') === true || paths?.has('eventClassification') === true
      ? 0.9
      : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  identity: eventIdentity,
};
