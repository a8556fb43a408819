import type { Operation } from '../operation.js';

const preference = {
  status: 200,
  text: { zh: '回执送达方式', en: 'Where receipts are brought to' },
  schema: 'receipt-preference',
} as const;

/** What became of a message: to be asked for, or brought to its sender. */
export const receiptOperations: readonly Operation[] = [
  {
    id: 'getReceipts',
    method: 'get',
    path: '/v1/interchanges/{id}/receipts',
    tag: 'interchanges',
    access: 'participant',
    summary: { zh: '报文的全部回执', en: 'Every receipt of a message' },
    description: {
      zh: '按先后顺序：技术（已存储，节点签名）、语法（接受、拒收、暂挂，可取 CONTRL/APERAK/应答 XML/problem+json）、投递（每个接收方）、业务（按业务键对应的答复单证）、保管（对端节点签收）。每步给出状态、时间、承诺时限与是否超时。仅发送方与管理员可见。',
      en: 'In their order: technical (stored, signed by the node), syntax (accepted, rejected, held; as CONTRL, APERAK, answer XML or problem+json), delivery (to each receiver), business (documents that answer by business keys), custody (signed by the peer node). Each with its state, its time, the time promised and whether that has passed. For the sender and administrators.',
    },
    parameters: ['interchangeId'],
    answers: [{ status: 200, text: { zh: '回执链', en: 'The chain of receipts' }, schema: 'receipt-chain' }],
    faults: ['GATEWAY_NOT_FOUND'],
  },
  {
    id: 'getReceiptPreference',
    method: 'get',
    path: '/v1/receipts/preference',
    tag: 'interchanges',
    access: 'participant',
    summary: { zh: '本方回执送达方式', en: 'Where your receipts are brought to' },
    description: {
      zh: '未设定时 kinds 为空：回执只供查询。',
      en: 'Without one `kinds` is empty: receipts wait to be asked for.',
    },
    answers: [preference],
  },
  {
    id: 'setReceiptPreference',
    method: 'put',
    path: '/v1/receipts/preference',
    tag: 'interchanges',
    access: 'participant',
    summary: { zh: '设定回执送达方式', en: 'Have your receipts brought to you' },
    description: {
      zh: '选定本方一个投递目标：信箱即存入信箱，webhook 即回调。回执为 cn.tongguan.Receipt 事件，与其结果同时提交，重试、顺序、重放、签名与其他投递相同。',
      en: 'To one of your own destinations: into a mailbox, or by a call to a webhook. They are events cn.tongguan.Receipt, committed with what they tell of, and retried, ordered, replayed and signed as any other delivery.',
    },
    parameters: ['ifMatchOptional'],
    body: {
      schema: 'receipt-preference',
      required: true,
      example: { destination: 'inbox', kinds: ['syntax', 'business'] },
    },
    answers: [{ ...preference, headers: ['etag'] }],
    faults: [
      'ADMIN_BODY_INVALID',
      'GATEWAY_JSON_BROKEN',
      'SUBSCRIPTION_DESTINATION_NOT_OWN',
      'STORE_VERSION_STALE',
      'ADMIN_IF_MATCH_INVALID',
      'STORE_CODE_TAKEN',
    ],
  },
  {
    id: 'deleteReceiptPreference',
    method: 'delete',
    path: '/v1/receipts/preference',
    tag: 'interchanges',
    access: 'participant',
    summary: { zh: '取消回执送达', en: 'Have no receipts brought to you' },
    answers: [preference],
    faults: [
      'ADMIN_BODY_INVALID',
      'GATEWAY_JSON_BROKEN',
      'GATEWAY_NOT_FOUND',
      'STORE_NOT_FOUND',
      'STORE_VERSION_STALE',
      'ADMIN_IF_MATCH_INVALID',
    ],
  },
];
