import { manifestAdapter } from '../../manifest/manifest-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 原始舱单、预配舱单（公路）: see README.md. */
export const manifestRoad = manifestAdapter({
  id: 'customs/manifest-road',
  label: { zh: '原始舱单、预配舱单（公路）', en: 'Cargo manifest, original and pre-load (road)' },
  mapping,
  codes,
  types: ['MT1401', 'MT2401'],
});
