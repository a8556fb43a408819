import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

const types = ['CALINF', 'VESDEP', 'IFTSAI'];

/** 船舶动态: announced arrivals, departures and ends of cargo work as ports report them to the Ministry of Transport. */
export const vesselCallFlat: Adapter = {
  id: 'maritime/vessel-call-flat',
  system: 'maritime',
  label: {
    zh: '船期与船舶动态（CALINF、VESDEP、IFTSAI 平台文件）',
    en: 'Vessel calls (CALINF, VESDEP, IFTSAI flat files)',
  },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (types.includes(flatTypeOf(head)) ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => types.flatMap((type) => inspectFlat(tree, type, '10')),
};
