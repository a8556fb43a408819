import type { Adapter } from '../../contract.js';
import { contentOf } from '../../envelope-content.js';
import { rootOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 舱单信封: the MFTMessage that manifests travel in; the manifest inside has no namespace. */
export const mftEnvelope: Adapter = {
  id: 'customs/mft-envelope',
  system: 'customs',
  label: { zh: '舱单信封（MFTMessage）', en: 'Envelope of manifests (MFTMessage)' },
  syntax: 'xml',
  mediaTypes: ['application/xml', 'text/xml'],
  recognise: (head) => (rootOf(head)?.name === 'MFTMessage' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  variants: [{ type: 'MFTMessage', root: 'MFTMessage' }],
  leaveOut: ['Signature'],
  envelope: {
    element: 'MFTData',
    placeholder: '[message]',
    open: (tree) => contentOf(tree, tree.root.first('MFTData')),
    enclose: (message) =>
      Buffer.from(message)
        .toString('utf8')
        .replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, '')
        .replace(/^(<Manifest\b[^>]*?) xmlns="[^"]*"/, '$1')
        .trim(),
  },
};
