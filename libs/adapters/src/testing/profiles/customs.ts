import type { Json, JsonObject } from '#kernel';
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
    '/interchange/function': 'original',
    '/consignments/*/details/*/goods/*/packages': '10',
  },
  'customs/cusdec-edifact': { '/message/nameCode': '929' },
  'customs/cusrep-edifact': { '/message/nameCode': '124' },
  'customs/cusres-edifact': {
    '/message/nameCode': '961',
    '/message/number': '1',
  },
};

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value)
    ? value.filter((one): one is JsonObject => typeof one === 'object' && one !== null)
    : [];

/**
 * A reference behind a leg of transport or a party is one of these: only the last detail of a consignment, which begins
 * with a reference itself, can have them.
 */
function partsLast(body: JsonObject): JsonObject {
  const consignments = objects(body.consignments).map((consignment) => {
    const details = objects(consignment.details);
    if (details.length < 2) return consignment;
    const last = details.length - 1;
    return {
      ...consignment,
      details: details.map(({ journeys, parties, ...detail }, at) =>
        at < last
          ? detail
          : {
              ...detail,
              ...(journeys === undefined ? {} : { journeys }),
              ...(parties === undefined ? {} : { parties }),
            },
      ),
    };
  });
  return body.consignments === undefined ? body : { ...body, consignments };
}

/** What is taken out of generated documents, as no message can say it. */
export const customsMends: Readonly<Record<string, (body: JsonObject) => JsonObject>> = {
  'customs/cuscar-edifact': partsLast,
};
