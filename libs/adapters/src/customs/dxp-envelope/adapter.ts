import type { Adapter } from '../../contract.js';
import { contentOf } from '../../envelope-content.js';
import { rootOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import { valuesAlike } from '../../xml/values-alike.js';
import { acknowledgeDxp } from './acknowledge.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 数据交换平台信封: the DxpMsg of the electronic port, and DxpMsgSv that its servers put around it. */
export const dxpEnvelope: Adapter = {
  id: 'customs/dxp-envelope',
  system: 'customs',
  label: { zh: '数据交换平台信封（DxpMsg）', en: 'Envelope of the data exchange platform (DxpMsg)' },
  syntax: 'xml',
  mediaTypes: ['application/xml', 'text/xml'],
  recognise: (head) => (/^DxpMsg(Sv)?$/.test(rootOf(head)?.name ?? '') ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  variants: [
    { type: 'DxpMsg', root: 'DxpMsg' },
    { type: 'DxpMsgSv', root: 'DxpMsgSv', each: 'DxpMsg' },
  ],
  leaveOut: ['Signature'],
  envelope: {
    element: 'Data',
    placeholder: '[message]',
    open: (tree) => contentOf(tree, (tree.root.first('DxpMsg') ?? tree.root).first('Data')),
    enclose: (message) => Buffer.from(message).toString('base64'),
  },
  identity([first]) {
    const { sender, reference } = first?.body ?? {};
    return typeof reference === 'string' ? `${String(sender ?? '')}|${reference}` : undefined;
  },
  check: ({ body }) => valuesAlike(body),
  acknowledge: acknowledgeDxp,
};
