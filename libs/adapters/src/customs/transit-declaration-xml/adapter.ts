import type { Adapter } from '../../contract.js';
import { rootOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import { inspectParts } from '../../xml/inspect-parts.js';
import { valuesAlike } from '../../xml/values-alike.js';
import { acknowledgeTransit } from './acknowledge.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** Parts that are there once; containers and goods have one element around them. */
const once = ['MessageHead', 'TrnHead', 'TrnContainers', 'TrnContaGoodsList', 'TrnNotice'];

/** 转关（跨关区快速通关）: see README.md. */
export const transitDeclarationXml: Adapter = {
  id: 'customs/transit-declaration-xml',
  system: 'customs',
  label: {
    zh: '转关申报与动态（TrnMessage）',
    en: 'Transit between customs districts: declaration and notices (TrnMessage)',
  },
  syntax: 'xml',
  mediaTypes: ['application/xml', 'text/xml'],
  recognise: (head) => (rootOf(head)?.name === 'TrnMessage' ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  leaveOut: ['Signature'],
  inspect: (tree) => inspectParts(tree, { needed: ['TrnHead'], once }),
  identity([first]) {
    const { declarationNumber, unifiedNumber, stage } = first?.body ?? {};
    const name = declarationNumber ?? unifiedNumber;
    return typeof name === 'string' ? `${name}|${String(stage ?? '')}` : undefined;
  },
  check: ({ body }) => valuesAlike(body),
  acknowledge: acknowledgeTransit,
};
