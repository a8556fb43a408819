import type { Operation } from '../operation.js';

const common = { tag: 'destinations', access: 'participant' } as const;

/** Daily statements, by which two sides find what they do not agree on. */
export const statementOperations: readonly Operation[] = [
  {
    ...common,
    id: 'sentStatement',
    method: 'get',
    path: '/v1/statements/sent',
    summary: { zh: '发送日对账单', en: 'What you sent on a day' },
    description: {
      zh: '当日提交的报文按状态和适配器、生成的单证按类型的数量与摘要。',
      en: 'Of a day: messages by what became of them and adapter, documents by type, each with a count and a digest.',
    },
    parameters: ['day'],
    answers: [{ status: 200, text: { zh: '对账单', en: 'The statement' }, schema: 'sent-statement' }],
    faults: ['GATEWAY_PARAMETER_INVALID'],
  },
  {
    ...common,
    id: 'receivedStatement',
    method: 'get',
    path: '/v1/statements/destinations/{id}',
    summary: { zh: '接收日对账单', en: 'What a destination was given of a day' },
    description: {
      zh: '当日生成的单证按投递结果和类型的数量与摘要；route 限定一个路由或订阅。',
      en: 'Of the documents of a day, by what became of their delivery and type, a count and a digest; route narrows it to one route or subscription.',
    },
    parameters: ['ownDestinationId', 'day', 'ofRoute'],
    answers: [{ status: 200, text: { zh: '对账单', en: 'The statement' }, schema: 'received-statement' }],
    faults: ['GATEWAY_PARAMETER_INVALID', 'GATEWAY_NOT_FOUND'],
  },
  {
    ...common,
    id: 'statedDocuments',
    method: 'get',
    path: '/v1/statements/destinations/{id}/documents',
    summary: { zh: '对账明细', en: 'Every document of a statement' },
    description: { zh: 'format=csv 时为可下载的表格。', en: 'With format=csv a table to be kept.' },
    parameters: ['ownDestinationId', 'day', 'ofRoute', 'tableFormat', 'cursor', 'statementLimit'],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'stated-delivery', list: true }],
    faults: ['GATEWAY_PARAMETER_INVALID', 'GATEWAY_NOT_FOUND'],
  },
  {
    ...common,
    id: 'compareStatement',
    method: 'post',
    path: '/v1/statements/destinations/{id}/differences',
    summary: { zh: '对账差异', en: 'Where the two sides differ' },
    description: {
      zh: '提交已收到的事件编号，得到缺失与多出的部分；缺失部分可用重放补齐。',
      en: 'Give the ids of the events that you have; the answer says what is missing, which a replay makes up for, and what is not known.',
    },
    parameters: ['ownDestinationId'],
    body: {
      schema: 'statement-compare',
      required: true,
      example: { day: '2026-11-23', documents: ['01990000-0000-7000-8000-000000000000'] },
    },
    answers: [{ status: 200, text: { zh: '差异', en: 'The differences' }, schema: 'statement-differences' }],
    faults: ['ADMIN_BODY_INVALID', 'GATEWAY_JSON_BROKEN', 'GATEWAY_PARAMETER_INVALID', 'GATEWAY_NOT_FOUND'],
  },
];
