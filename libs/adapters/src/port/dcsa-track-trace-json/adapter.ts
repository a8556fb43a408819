import type { Adapter } from '../../contract.js';
import { eventIdentity } from '../../dcsa/event-identity.js';
import { jsonHead } from '../../json-head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船公司货运追踪事件（DCSA 2.2）: see README.md. */
export const dcsaTrackTraceJson: Adapter = {
  id: 'port/dcsa-track-trace-json',
  system: 'port',
  label: { zh: '货运追踪事件（DCSA T&T 2.2）', en: 'Track and trace events (DCSA T&T 2.2)' },
  syntax: 'json',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  recognise(head) {
    const paths = jsonHead(head);
    const has = (name: string): boolean => paths?.has(name) === true || paths?.has(`events/${name}`) === true;
    return has('eventType') && (has('eventClassifierCode') || has('eventDateTime')) ? 0.9 : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  identity: eventIdentity,
};
