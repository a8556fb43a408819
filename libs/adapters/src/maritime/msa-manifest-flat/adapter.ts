import type { Adapter } from '../../contract.js';
import { flatTypeOf } from '../../flat/flat-head.js';
import { inspectFlat } from '../../flat/integrity.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

const types = ['MADEIM', 'MADEEX', 'MALOSH', 'MATASH'];

/** 海事舱单: original, pre-load and loading manifests and tally reports as the maritime authority exchanges them. */
export const msaManifestFlat: Adapter = {
  id: 'maritime/msa-manifest-flat',
  system: 'maritime',
  label: {
    zh: '海事舱单（MADEIM、MADEEX、MALOSH、MATASH）',
    en: 'Manifests to the maritime authority (MADEIM, MADEEX, MALOSH, MATASH)',
  },
  syntax: 'flat',
  mediaTypes: ['text/plain'],
  recognise: (head) => (types.includes(flatTypeOf(head)) ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  inspect: (tree) => types.flatMap((type) => inspectFlat(tree, type, '12')),
};
