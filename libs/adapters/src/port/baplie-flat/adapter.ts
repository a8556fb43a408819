import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 船图: the bay plan of lines and terminals as a flat file of the Ministry of Transport. */
export const baplieFlat: Adapter = {
  id: 'port/baplie-flat',
  system: 'port',
  label: { zh: '船图（BAPLIE 平台文件）', en: 'Bay plan (BAPLIE flat file)' },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (flatTypeOf(head) === 'BAPLIE' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => inspectFlat(tree, 'BAPLIE'),
};
