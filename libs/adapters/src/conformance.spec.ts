import { adapters } from '#adapters';
import { describeAdapter, type Profile } from './testing/conformance.js';
import { cebAnswer, xmlProfile } from './testing/xml-profile.js';
import { edifactProfile } from './testing/edifact-profile.js';

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const withBom = (bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);

const profiles: Readonly<Record<string, Profile>> = {
  'port/coarri-edifact': {
    answer: {
      file: 'ack.edi',
      references: (text) => {
        const found = /UNB(.)(?:.*?\1){4}\s*(\w+)/s.exec(text.replace(/[\r\n]/g, ''));
        return found?.[2] === undefined ? [] : [found[2]];
      },
      positive: (answer) => !/UCI\+.*\+4(\+|')/.test(answer) && !/UCM\+.*\+4(\+|')/.test(answer),
    },
    disturb: { separator: "'\n", kinds: ['leave out', 'double', 'swap'] },
    generation: {
      characters: "AZaz09 -_.,:;+'?#%/=*()",
      always: {
        '/container/number': 'LNHU2001013',
        '/message/reference': 'M1',
        '/message/interchangeReference': 'I1',
        '/message/sender': 'DLDCT',
        '/message/syntax': 'UNOA',
        '/message/syntaxVersion': '2',
        '/message/nameCode': '44',
        '/message/version': 'D',
        '/message/function': 'original',
        '/container/fullness': 'full',
        '/container/tradeStatus': 'import',
        '/vessel/stage': 'main-carriage',
        '/message/times/*/kind': '9',
        '/message/references/*/kind': 'ACW',
        '/vessel/references/*/kind': 'VON',
        '/vessel/references/*/number': '021E',
        '/message/references/*/number': 'X1',
        '/otherReferences/*/kind': 'SQ',
        '/otherReferences/*/number': '17',
        '/call/otherLocations/*/function': '153',
        '/otherLocations/*/function': '165',
        '/connections/*/locations/*/function': '7',
        '/connections/*/times/*/kind': '133',
        '/call/otherTimes/*/kind': '137',
        '/otherTimes/*/kind': '7',
        '/call/otherParties/*/role': 'MS',
        '/otherParties/*/role': 'CZ',
        '/otherMeasurements/*/dimension': 'AAW',
        '/dangerousGoods/*/measurements/*/dimension': 'AAF',
        '/dangerousGoods/*/regulation': 'IMD',
        '/dangerousGoods/*/contacts/*/function': 'HG',
        '/message/contacts/*/function': 'IC',
        '/damages/*/kind': '1',
        '/connections/*/stage': 'on-carriage',
        '/masses/gross/unit': 'KGM',
        '/stowage/cell': '0140282',
      },
    },
    variants: (bytes) => ({
      'with a byte order mark': withBom(bytes),
      'with other line ends': Buffer.from(utf8(bytes).replaceAll('\n', '\r\n')),
      'without line ends': Buffer.from(utf8(bytes).replaceAll('\n', '')),
      'with a service string': Buffer.from(`UNA:+.? '${utf8(bytes)}`),
    }),
  },
};

const ceb = xmlProfile({ '/guid': 'G1' }, cebAnswer);
const manifest = xmlProfile({ '/message/id': 'CN_1', '/agent': 'A1' });
const silent = xmlProfile({ '/guid': 'G1' });

const customs: Readonly<Record<string, Profile>> = {
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

/** Places without which a message of port is none. */
const port: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'port/codeco-edifact': { '/container/number': 'LNHU2001013', '/message/nameCode': '34' },
  'port/coprar-edifact': { '/message/nameCode': '45', '/containers': '', '/containers/*/container': '' },
  'port/coparn-edifact': { '/message/nameCode': '126', '/containers': '', '/containers/*/container': '' },
  'port/baplie-edifact': {
    '/message/section': 'D',
    '/slots/*/equipment/*/attachedEquipment/*/parties/*/role': 'CF',
  },
  'port/vermas-edifact': { '/container/number': 'LNHU2001013' },
};

for (const adapter of adapters) {
  const fixed = port[adapter.id];
  const profile = fixed ? edifactProfile(adapter, fixed) : (customs[adapter.id] ?? profiles[adapter.id]);
  if (!profile) throw new Error(`${adapter.id} has no profile: say here how the kit is to try it`);
  describeAdapter(adapter, adapters, profile);
}
