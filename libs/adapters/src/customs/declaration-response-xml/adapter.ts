import type { Adapter } from '../../contract.js';
import { rootOf } from '../../head.js';
import { shippedMapping } from '../../shipped.js';
import codes from './codes.json' with { type: 'json' };
import { identifyStatus, inspectStatus } from './inspect.js';
import mapping from './mapping.json' with { type: 'json' };

const roots: ReadonlySet<string> = new Set([
  'DecImportResponse',
  'CommonResponeMessage',
  'DEC_RESULT',
  'DEC_DATA',
]);

/**
 * 报关单回执: what the electronic port answers to a DecMessage, a list of bonded trade or a gate pass at once, and what
 * customs says of a declaration later.
 */
export const declarationResponseXml: Adapter = {
  id: 'customs/declaration-response-xml',
  system: 'customs',
  label: {
    zh: '报关单回执（DecImportResponse、DEC_RESULT、CommonResponeMessage）',
    en: 'Answers to customs declarations (DecImportResponse, DEC_RESULT, CommonResponeMessage)',
  },
  syntax: 'xml',
  mediaTypes: ['application/xml', 'text/xml'],
  recognise: (head) => (roots.has(rootOf(head)?.name ?? '') ? 1 : 0),
  mapping: shippedMapping(mapping),
  codes,
  variants: [
    { type: 'DEC_DATA', root: 'DEC_DATA' },
    { type: 'DEC_RESULT', root: 'DEC_RESULT', each: '.' },
    {
      type: 'DecImportResponse',
      root: 'DecImportResponse',
      namespace: 'http://www.chinaport.gov.cn/dec',
      names: { SEQ_NO: 'SeqNo' },
      each: '.',
    },
    {
      type: 'CommonResponeMessage',
      root: 'CommonResponeMessage',
      names: {
        ResponseCode: 'DealFlag',
        ErrorMessage: 'CheckInfo',
        ClientSeqNo: 'EtpsPreentNo',
        SEQ_NO: 'SeqNo',
      },
      each: '.',
    },
  ],
  inspect: inspectStatus,
  identity: identifyStatus,
};
