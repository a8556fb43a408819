import type { Profile } from '../conformance.js';
import { cebAnswer, xmlProfile } from '../xml-profile.js';
import type { Places } from './places.js';

const ceb = xmlProfile({ '/guid': 'G1' }, cebAnswer);
const manifest = xmlProfile({ '/message/id': 'CN_1', '/agent': 'A1' });
const silent = xmlProfile({ '/guid': 'G1' });

const sas = (always: Readonly<Record<string, string>>): Profile =>
  xmlProfile(always, {
    file: 'ack.xml',
    references: (text) => /<message_id>([^<]+)</.exec(text)?.slice(1) ?? [],
    positive: (answer) => answer.includes('<DealFlag>0</DealFlag>'),
  });

export const customsProfiles: Readonly<Record<string, Profile>> = {
  'customs/bonded-ledger-xml': xmlProfile({ '/message/id': 'M1', '/number': 'Q1' }),
  'customs/bonded-entry-answer-xml': xmlProfile({ '/message/id': 'M1', '/result/preEntryNumber': 'P1' }),
  'customs/passport-two-step-answer-xml': xmlProfile({ '/message/id': 'M1', '/message/type': 'SAS251' }),
  'customs/bonded-list-answer-xml': xmlProfile({ '/message/id': 'M1', '/number': 'Q1' }),
  'customs/bonded-list-xml': sas({ '/message/id': 'M1', '/enterpriseReference': 'E1' }),
  'customs/passport-answer-xml': xmlProfile({ '/message/id': 'M1', '/message/type': 'SAS221' }),
  'customs/transit-declaration-xml': xmlProfile(
    { '/message/id': 'M1', '/message/function': 'original', '/declarationNumber': 'T1' },
    {
      file: 'ack.xml',
      references: (text) => /<MessageID>([^<]+)</.exec(text)?.slice(1) ?? [],
      positive: (answer) => answer.includes('<ResponseCode>0</ResponseCode>'),
    },
  ),
  'customs/passport-xml': sas({ '/message/id': 'M1', '/number': 'P1' }),
  'customs/declaration-xml': xmlProfile(
    { '/direction': 'import' },
    {
      file: 'ack.xml',
      references: (text) => /<(?:dec:)?ClientSeqNo>([^<]+)</.exec(text)?.slice(1) ?? [],
      positive: (answer) => answer.includes('<ResponseCode>0</ResponseCode>'),
    },
  ),
  'customs/declaration-response-xml': xmlProfile({ '/unifiedNumber': 'I20260000000090001' }),
  'customs/dxp-envelope': xmlProfile(
    { '/reference': 'DL01' },
    {
      file: 'ack.xml',
      references: (text) => /<CopMsgId>([^<]+)</.exec(text)?.slice(1) ?? [],
      positive: (answer) => answer.includes('<ResponseCode>0</ResponseCode>'),
    },
  ),
  'customs/mft-envelope': xmlProfile({ '/sender': '2102980001' }),
  'customs/manifest-sea-air': manifest,
  'customs/manifest-road': manifest,
  'customs/manifest-arrival': manifest,
  'customs/manifest-loading': manifest,
  'customs/manifest-tally': manifest,
  'customs/ceb-order': ceb,
  'customs/ceb-payment': ceb,
  'customs/ceb-collection': ceb,
  'customs/ceb-waybill': ceb,
  'customs/ceb-logistics': ceb,
  'customs/ceb-cargo': ceb,
  'customs/ceb-list': ceb,
  'customs/ceb-cancel': ceb,
  'customs/ceb-return': ceb,
  'customs/ceb-summary': ceb,
  'customs/ceb-tax': silent,
  'customs/ceb-receipt': silent,
};

/** Places without which a message is none: adapters of EDIFACT alone. */
export const customsPlaces: Readonly<Record<string, Places>> = {
  'customs/cuscar-edifact': {
    '/interchange/nameCode': '85',
    '/consignments/*/details/*/goods/*/packages': '10',
  },
  'customs/cusdec-edifact': { '/message/nameCode': '929' },
  'customs/cusrep-edifact': { '/message/nameCode': '124' },
  'customs/cusres-edifact': {
    '/message/nameCode': '961',
    '/message/number': '1',
  },
};
