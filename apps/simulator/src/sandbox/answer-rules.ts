import type { JsonObject } from '#kernel';

/** How documents of some types are answered, as data: what is copied, and what is said. Places are JSON pointers. */
export interface AnswerRule {
  /** The types that it answers. */
  readonly to: readonly string[];
  readonly type: string;
  /** Place in the answer: place in what is answered, or several, of which the first that is there. */
  readonly copy: Readonly<Record<string, string | readonly string[]>>;
  /** Of those, the places that tell what is answered: without any of them there is no answer. */
  readonly telling: readonly string[];
  /** Where the time of the answer goes. */
  readonly at?: string;
  /** First it has come … */
  readonly received: JsonObject;
  /** … then it is decided about: so … */
  readonly accepted: JsonObject;
  /** … or so. */
  readonly rejected: (code: string) => JsonObject;
}

const refused = (code: string): string => `沙箱：退回 ${code} · sandbox: refused ${code}`;

/** Every answer that the counter-agency knows. */
export const answerRules: readonly AnswerRule[] = [
  {
    to: ['Declaration'],
    type: 'DeclarationStatus',
    copy: {
      '/clientReference': '/signature/clientReference',
      '/unifiedNumber': '/unifiedNumber',
      '/entryNumber': '/entryNumber',
      '/declarationOffice': '/declarationOffice',
      '/billNumber': '/billNumber',
    },
    telling: ['/clientReference', '/unifiedNumber', '/entryNumber'],
    at: '/notifiedAt',
    received: { message: { type: 'DEC_RESULT' }, status: 'L', remarks: '报关单入库成功' },
    accepted: { message: { type: 'DEC_RESULT' }, status: 'P', remarks: '放行' },
    rejected: (code) => ({ message: { type: 'DEC_RESULT' }, status: code, remarks: refused(code) }),
  },
  {
    to: ['TransitDeclaration'],
    type: 'DeclarationStatus',
    copy: {
      '/transferPreEntryNumber': ['/unifiedNumber', '/declarationNumber'],
      '/entryNumber': '/entryNumber',
    },
    telling: ['/transferPreEntryNumber', '/entryNumber'],
    at: '/notifiedAt',
    received: { message: { type: 'DEC_RESULT' }, status: 'L', remarks: '转关单入库成功' },
    accepted: { message: { type: 'DEC_RESULT' }, status: 'P', remarks: '放行' },
    rejected: (code) => ({ message: { type: 'DEC_RESULT' }, status: code, remarks: refused(code) }),
  },
  {
    to: ['InspectionApplication'],
    type: 'InspectionResult',
    copy: { '/applicationNumber': '/applicationNumber', '/enterpriseReference': '/enterpriseReference' },
    telling: ['/applicationNumber', '/enterpriseReference'],
    at: '/reportedAt',
    received: { stage: 'accepted', result: 'pending', resultText: '已受理' },
    accepted: { stage: 'decided', result: 'released', resultText: '检验检疫合格，放行' },
    rejected: (code) => ({
      stage: 'returned',
      result: 'not-qualified',
      reasons: [{ code, text: refused(code) }],
    }),
  },
  {
    to: ['VesselPreArrival'],
    type: 'VesselPermit',
    copy: {
      '/applicationNumber': '/reference',
      '/stayReference': '/stayReference',
      '/direction': '/direction',
      '/vessel/imoNumber': '/vessel/imoNumber',
      '/vessel/mmsi': '/vessel/mmsi',
      '/vessel/callSign': '/vessel/callSign',
      '/vessel/name': '/vessel/name',
    },
    telling: ['/applicationNumber', '/stayReference'],
    at: '/decidedAt',
    received: { decision: 'pending', remarks: '已受理' },
    accepted: { decision: 'approved', remarks: '准予' },
    rejected: (code) => ({ decision: 'refused', reasons: [{ code, text: refused(code) }] }),
  },
  {
    to: ['PassengerList', 'CrewList'],
    type: 'BoardingResponse',
    copy: {
      '/transactionReference': '/transactionReference',
      '/transport/flightNumber': '/transport/flightNumber',
      '/transport/voyage': '/transport/voyage',
      '/transport/departureAt': '/transport/departureAt',
      '/transport/arrivalAt': '/transport/arrivalAt',
    },
    telling: ['/transactionReference', '/transport/flightNumber'],
    received: { generalIndicators: [{ code: 'RECEIVED', description: 'LIST RECEIVED' }] },
    accepted: { generalIndicators: [{ code: '0Z', description: 'OK TO BOARD' }] },
    rejected: (code) => ({ generalIndicators: [{ code, description: 'DO NOT BOARD' }] }),
  },
  {
    to: [
      'CrossBorderOrder',
      'CrossBorderPayment',
      'CrossBorderLogistics',
      'CrossBorderList',
      'CrossBorderReturn',
      'CrossBorderCargoList',
      'CrossBorderSummary',
    ],
    type: 'CrossBorderReceipt',
    copy: {
      '/guid': '/guid',
      '/customsOffice': '/customsOffice',
      '/orderNumber': '/orderNumber',
      '/paymentNumber': '/paymentNumber',
      '/receiptNumber': '/receiptNumber',
      '/waybillNumber': '/waybillNumber',
      '/reference': '/reference',
      '/preEntryNumber': '/preEntryNumber',
      '/listNumber': ['/listNumber', '/items/0/listNumber'],
      '/summaryNumber': '/summaryNumber',
    },
    telling: [
      '/orderNumber',
      '/paymentNumber',
      '/receiptNumber',
      '/waybillNumber',
      '/preEntryNumber',
      '/listNumber',
      '/summaryNumber',
      '/guid',
    ],
    at: '/returnedAt',
    received: { status: '2', information: '电子口岸申报中' },
    accepted: { status: '120', information: '海关入库' },
    rejected: (code) => ({ status: code, information: refused(code) }),
  },
  {
    to: ['GatePass'],
    type: 'GatePass',
    copy: {
      '/preEntryNumber': '/preEntryNumber',
      '/number': '/number',
      '/result/preEntryNumber': '/preEntryNumber',
      '/result/number': '/number',
    },
    telling: ['/preEntryNumber', '/number'],
    at: '/result/at',
    received: { result: { code: 'referred', remarks: '转人工审核' } },
    accepted: { result: { code: 'approved', remarks: '通过' } },
    rejected: (code) => ({ result: { code, remarks: refused(code) } }),
  },
  {
    to: ['BondedList'],
    type: 'BondedList',
    copy: {
      '/preEntryNumber': '/preEntryNumber',
      '/number': '/number',
      '/result/preEntryNumber': '/preEntryNumber',
      '/result/number': '/number',
    },
    telling: ['/preEntryNumber', '/number'],
    at: '/result/at',
    received: { result: { code: '0', remarks: '入库成功' } },
    accepted: { result: { code: '1', remarks: '通过' } },
    rejected: (code) => ({ result: { code, remarks: refused(code) } }),
  },
  {
    to: ['FeeNotice'],
    type: 'FeePayment',
    copy: {
      '/billingReference': '/billingReference',
      '/noticeNumbers/0': '/noticeNumber',
      '/amount': '/totalAmount',
      '/currency': '/currency',
    },
    telling: ['/billingReference', '/noticeNumbers/0'],
    at: '/reportedAt',
    received: { state: 'pending' },
    accepted: { state: 'paid' },
    rejected: (code) => ({ state: 'failed', reason: `${code} ${refused(code)}` }),
  },
];
