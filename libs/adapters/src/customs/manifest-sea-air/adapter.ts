import { manifestAdapter } from '../../manifest/manifest-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 原始舱单、预配舱单（水运、空运、铁路）: see README.md. */
export const manifestSeaAir = manifestAdapter({
  id: 'customs/manifest-sea-air',
  label: {
    zh: '原始舱单、预配舱单（水运、空运、铁路）',
    en: 'Cargo manifest, original and pre-load (sea, air, rail)',
  },
  mapping,
  codes,
  types: ['MT1101', 'MT1201', 'MT1301', 'MT2101', 'MT2201', 'MT2301'],
});
