import { batchIdentity } from '../../batch-identity.js';
import type { Adapter } from '../../contract.js';
import { jsonHead } from '../../json-head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

const signs = [
  'portVisitReference',
  'portCallID',
  'portCallServiceID',
  'terminalCallID',
  'timestampID',
] as const;

/** 准时靠港（DCSA Just-in-Time 2.0）: see README.md. */
export const dcsaJitJson: Adapter = {
  id: 'port/dcsa-jit-json',
  system: 'port',
  label: { zh: '准时靠港（DCSA JIT 2.0）', en: 'Just-in-time port call (DCSA JIT 2.0)' },
  syntax: 'json',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  recognise(head) {
    const paths = jsonHead(head);
    return signs.some((name) => paths?.has(name) === true) ? 0.8 : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  // Port calls and their services are sent again under the same number whenever something changes: only timestamps have names.
  identity: (documents) =>
    batchIdentity(
      documents.map(({ body: { eventId } }) => (typeof eventId === 'string' ? eventId : undefined)),
    ),
};
