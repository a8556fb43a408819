import { batchIdentity } from '../../batch-identity.js';
import type { Adapter } from '../../contract.js';
import { jsonHead } from '../../json-head.js';
import { shippedMapping } from '../../shipped.js';
import { valuesAlike } from '../../xml/values-alike.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 集装箱核实重量（DCSA VGM 1.0）: see README.md. */
export const dcsaVgmJson: Adapter = {
  id: 'port/dcsa-vgm-json',
  system: 'port',
  label: { zh: '集装箱核实重量（DCSA VGM 1.0）', en: 'Verified gross mass (DCSA VGM 1.0)' },
  syntax: 'json',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  recognise(head) {
    const paths = jsonHead(head);
    return paths?.has('VGMDeclarations') === true || paths?.has('VGM/weight') === true ? 0.95 : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  check: ({ body }) => valuesAlike(body),
  // A declaration that is retracted keeps its number.
  identity: (documents) =>
    batchIdentity(
      documents.map(({ body: { message } }) => {
        if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined;
        const number: unknown = Reflect.get(message, 'number');
        return typeof number === 'string'
          ? `${number}|${String(Reflect.get(message, 'function'))}`
          : undefined;
      }),
    ),
};
