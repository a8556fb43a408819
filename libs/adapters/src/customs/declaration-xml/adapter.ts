import type { Adapter } from '../../contract.js';
import { rootOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import { acknowledgeDeclaration } from './acknowledge.js';
import codes from './codes.json' with { type: 'json' };
import { identifyDeclaration } from './identity.js';
import { inspectDeclaration } from './inspect.js';
import mapping from './mapping.json' with { type: 'json' };

/** 报关单: the DecMessage of the electronic port, all its generations. */
export const declarationXml: Adapter = {
  id: 'customs/declaration-xml',
  system: 'customs',
  label: { zh: '海关报关单（DecMessage）', en: 'Customs declaration (DecMessage)' },
  syntax: 'xml',
  mediaTypes: ['application/xml', 'text/xml'],
  recognise(head) {
    const root = rootOf(head);
    if (root?.name !== 'DecMessage') return 0;
    return root.namespace?.startsWith('http://www.chinaport.gov.cn/dec') ? 1 : 0.9;
  },
  mapping: shippedMapping(mapping),
  codes,
  inspect: inspectDeclaration,
  identity: identifyDeclaration,
  acknowledge: acknowledgeDeclaration,
};
