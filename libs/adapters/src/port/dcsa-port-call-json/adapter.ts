import type { Adapter } from '../../contract.js';
import { eventIdentity } from '../../dcsa/event-identity.js';
import { jsonHead } from '../../json-head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

const signs = ['portCall', 'portCallService', 'terminalCall'] as const;

/** 靠港作业事件（DCSA Port Call 2.0）: see README.md. */
export const dcsaPortCallJson: Adapter = {
  id: 'port/dcsa-port-call-json',
  system: 'port',
  label: { zh: '靠港作业事件（DCSA Port Call 2.0）', en: 'Port call events (DCSA Port Call 2.0)' },
  syntax: 'json',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  recognise(head) {
    const paths = jsonHead(head);
    return signs.some((name) => paths?.has(`events/${name}`) === true || paths?.has(name) === true) ? 0.9 : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  identity: eventIdentity,
};
