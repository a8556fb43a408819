import type { Adapter } from '../../contract.js';
import { headText, rootOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import { inspectParts } from '../../xml/inspect-parts.js';
import { valuesAlike } from '../../xml/values-alike.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

const pass = 'Object/Package/DataInfo/BussinessData/PassPortMessage';

/** 核放单（SAS121）: see README.md. */
export const passportXml: Adapter = {
  id: 'customs/passport-xml',
  system: 'customs',
  label: { zh: '核放单（SAS121）', en: 'Gate pass of a supervised area (SAS121)' },
  syntax: 'xml',
  mediaTypes: ['application/xml', 'text/xml'],
  recognise(head) {
    if (rootOf(head)?.name !== 'Signature') return 0;
    const text = headText(head);
    return /<(?:\w+:)?message_type>\s*SAS121\b|<(?:\w+:)?PassPortMessage[\s/>]/.test(text) ? 1 : 0;
  },
  mapping: shippedMapping(mapping),
  codes,
  leaveOut: ['SignedInfo', 'SignatureValue', 'KeyInfo'],
  inspect: (tree) =>
    inspectParts(tree, { needed: [`${pass}/PassportHead`], once: ['Object', pass, `${pass}/PassportHead`] }),
  identity([first]) {
    const { preEntryNumber, enterpriseReference } = first?.body ?? {};
    const name = enterpriseReference ?? preEntryNumber;
    return typeof name === 'string' ? `SAS121|${name}` : undefined;
  },
  check: ({ body }) => valuesAlike(body),
};
