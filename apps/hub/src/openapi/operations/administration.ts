import { evidenceFaults } from '#evidence';
import { routingFaults } from '#routing';
import type { Operation } from '../operation.js';
import { act, change, common, create, kinds, list, read, unknown } from './administered-kinds.js';

const { participant, key, agreement, destination, route } = kinds;
const filterFaults = ['ADMIN_REFERENCE_UNKNOWN'];
const conditionFaults = Object.keys(routingFaults.definitions).filter((code) =>
  code.startsWith('ROUTING_CONDITION_'),
);
const sealFaults = Object.keys(evidenceFaults.definitions).filter((code) =>
  code.startsWith('EVIDENCE_SEALED_'),
);

/** What administrators do. Every change is recorded; what takes something away needs its reason. */
export const administrationOperations: readonly Operation[] = [
  list(participant, ['participantKind', 'participantState', 'code']),
  create(
    participant,
    'participant-create',
    {
      code: 'dalian-customs',
      nameZh: '大连海关',
      nameEn: 'Dalian Customs',
      kind: 'agency',
      system: 'customs',
    },
    ['STORE_CODE_TAKEN'],
  ),
  read(participant),
  change(participant, 'participant-change', { nameEn: 'Customs of Dalian' }, []),
  act(participant, {
    name: 'suspend',
    summary: { zh: '暂停参与方', en: 'Suspend a participant' },
    description: {
      zh: '其密钥立即失效，不再向其投递；可恢复。',
      en: 'Its keys are refused at once and nothing is delivered to it, until it is activated.',
    },
    reason: 'needed',
    faults: ['STORE_STATE_FORBIDS', 'STORE_LAST_ADMINISTRATOR'],
  }),
  act(participant, {
    name: 'activate',
    summary: { zh: '恢复参与方', en: 'Activate a participant' },
    reason: 'welcome',
  }),

  list(key, ['participant', 'role'], filterFaults),
  create(
    key,
    'key-create',
    { participant: 'dalian-customs', label: '报关前置机' },
    ['ADMIN_REFERENCE_UNKNOWN', 'ADMIN_EXPIRY_PAST'],
    {
      description: {
        zh: '密钥原文只在此回答中出现一次。',
        en: 'The text of the key is in this answer and nowhere after.',
      },
    },
  ),
  read(key),
  act(key, {
    name: 'rotate',
    summary: { zh: '轮换密钥', en: 'Rotate a key' },
    description: {
      zh: '得到新密钥；旧密钥在 overlapSeconds 后失效（缺省一天）。',
      en: 'Gives a new key; the old one ends after overlapSeconds (a day unless said).',
    },
    reason: 'welcome',
    unversioned: true,
    schema: 'key-rotate',
    example: { overlapSeconds: 3600 },
    answer: { status: 201, headers: ['location'] },
  }),
  act(key, {
    name: 'revoke',
    summary: { zh: '撤销密钥', en: 'Revoke a key' },
    reason: 'needed',
    unversioned: true,
    faults: ['STORE_STATE_FORBIDS', 'STORE_LAST_ADMINISTRATOR'],
  }),

  list(agreement, ['owner', 'consumer', 'ruleType', 'agreementState'], filterFaults),
  create(
    agreement,
    'agreement-create',
    {
      owner: 'dalian-customs',
      consumer: 'dayao-terminal',
      documentType: 'Declaration',
      fields: ['/declarationNumber', '/status'],
      purpose: '放行信息用于提箱',
    },
    [
      'ADMIN_REFERENCE_UNKNOWN',
      'ADMIN_TYPE_UNKNOWN',
      'ADMIN_PERIOD_EMPTY',
      'ADMIN_SAME_PARTY',
      ...conditionFaults,
    ],
  ),
  read(agreement),
  change(agreement, 'agreement-change', { purpose: '放行信息用于提箱和闸口核放' }, [
    'ADMIN_PERIOD_EMPTY',
    'STORE_STATE_FORBIDS',
    ...conditionFaults,
  ]),
  act(agreement, {
    name: 'suspend',
    summary: { zh: '暂停协议', en: 'Suspend an agreement' },
    description: {
      zh: '应投递的单证等待；信箱中已有的单证隐藏，恢复后在新的位置给出。',
      en: 'What is owed waits. What lies in a mailbox is hidden, and comes at a new position once the agreement is granted again.',
    },
    reason: 'needed',
  }),
  act(agreement, {
    name: 'grant',
    summary: { zh: '恢复协议', en: 'Grant a suspended agreement again' },
    reason: 'welcome',
  }),
  act(agreement, {
    name: 'revoke',
    summary: { zh: '撤销协议', en: 'Revoke an agreement for good' },
    description: {
      zh: '不可恢复；尚未投递的单证将被取消。',
      en: 'For good; what is not delivered yet is cancelled.',
    },
    reason: 'needed',
  }),

  list(destination, ['participant', 'destinationKind', 'destinationState'], filterFaults),
  create(
    destination,
    'destination-create',
    { participant: 'dayao-terminal', code: 'inbox', kind: 'mailbox' },
    ['ADMIN_REFERENCE_UNKNOWN', 'ADMIN_URL_INSECURE', 'ADAPTER_UNKNOWN', 'STORE_CODE_TAKEN'],
    {
      description: {
        zh: 'mailbox 由接收方按游标读取；webhook 按 Standard Webhooks 1.0 签名调用，密钥只在此回答中出现一次；file 写入接收方的落地目录。',
        en: 'A mailbox is read by cursor; a webhook is called and signed as Standard Webhooks 1.0 says, with a secret that is in this answer once; a file is dropped in the folder of its receiver.',
      },
    },
  ),
  read(destination),
  change(destination, 'destination-change', { url: 'https://edi.dayao.example/tongguan', batchLimit: 50 }, [
    'ADMIN_URL_INSECURE',
    'ADMIN_MEMBER_MISPLACED',
    'ADAPTER_UNKNOWN',
  ]),
  act(destination, {
    name: 'rotate-secret',
    summary: { zh: '轮换签名密钥', en: 'Rotate the signing secret' },
    description: {
      zh: '此后用新旧两个密钥同时签名，直到下次轮换；dropOld 立即弃用旧密钥。',
      en: 'Calls are signed with both secrets until the next rotation; dropOld ends the old one at once.',
    },
    reason: 'welcome',
    schema: 'secret-rotate',
    example: { dropOld: false },
    faults: ['STORE_NO_SECRET', ...sealFaults],
  }),
  act(destination, {
    name: 'pause',
    summary: { zh: '暂停投递', en: 'Pause a destination' },
    description: { zh: '应投递的单证继续积存。', en: 'What is owed is kept for later.' },
    reason: 'needed',
  }),
  act(destination, {
    name: 'activate',
    summary: { zh: '恢复投递', en: 'Activate a destination' },
    reason: 'welcome',
  }),
  act(destination, {
    name: 'disable',
    summary: { zh: '停用投递目标', en: 'Disable a destination' },
    description: {
      zh: '重新启用前不再产生新的投递，路由决定中注明 DESTINATION_DISABLED；已应投递的保留。',
      en: 'Nothing new is owed to it until it is activated, and decisions say DESTINATION_DISABLED; what is owed already is kept.',
    },
    reason: 'needed',
  }),
  act(destination, {
    name: 'delete',
    method: 'delete',
    summary: { zh: '删除投递目标', en: 'Delete a destination' },
    description: { zh: '仅限没有路由和投递的目标。', en: 'Only one without routes and deliveries.' },
    reason: 'needed',
    faults: ['STORE_IN_USE'],
  }),

  list(route, ['toDestination', 'ruleType', 'routeState'], filterFaults),
  create(
    route,
    'route-create',
    { code: 'releases-to-dayao', documentType: 'Declaration', destination: 'dayao-terminal/inbox' },
    ['ADMIN_REFERENCE_UNKNOWN', 'ADMIN_TYPE_UNKNOWN', 'STORE_CODE_TAKEN', ...conditionFaults],
  ),
  read(route),
  change(route, 'route-change', { priority: 200 }, [
    'ADMIN_REFERENCE_UNKNOWN',
    'ADMIN_TYPE_UNKNOWN',
    ...conditionFaults,
  ]),
  act(route, {
    name: 'enable',
    summary: { zh: '启用路由', en: 'Enable a route' },
    reason: 'welcome',
  }),
  act(route, {
    name: 'disable',
    summary: { zh: '停用路由', en: 'Disable a route' },
    reason: 'needed',
  }),
  act(route, {
    name: 'delete',
    method: 'delete',
    summary: { zh: '删除路由', en: 'Delete a route' },
    reason: 'needed',
    faults: [],
  }),

  {
    ...common,
    id: 'simulateRoute',
    method: 'post',
    path: '/v1/admin/routes/simulate',
    tag: 'routes',
    summary: { zh: '在已存单证上模拟路由', en: 'Try routes on a stored document' },
    description: {
      zh: '给出拟增或拟改的路由（可缺省）后，现行规则和权限会如何判定该单证，逐项说明；不投递。',
      en: 'What would be decided about the document with a route that is not there yet, or with the routes as they are, term by term. Nothing is delivered.',
    },
    body: {
      schema: 'route-simulate',
      required: true,
      example: {
        document: '01990000-0000-7000-8000-000000000000',
        route: { code: 'releases', documentType: 'Declaration', destination: 'bayuquan-terminal/inbox' },
      },
    },
    answers: [{ status: 200, text: { zh: '解释', en: 'The explanation' }, schema: 'explanation' }],
    faults: [
      'ADMIN_BODY_INVALID',
      'GATEWAY_JSON_BROKEN',
      'GATEWAY_NOT_FOUND',
      'ADMIN_TYPE_UNKNOWN',
      'ADMIN_REFERENCE_UNKNOWN',
      'ROUTING_CONDITION_SYNTAX',
      'ROUTING_CONDITION_TYPE',
    ],
  },
  {
    ...common,
    id: 'listReadings',
    method: 'get',
    path: '/v1/admin/readings',
    tag: 'audit',
    summary: { zh: '查阅记录', en: 'The record of readings' },
    description: {
      zh: '谁在何时查阅了什么；新的在前。',
      en: 'Who was given what content, and when. Newest first.',
    },
    parameters: ['participant', 'readSubject', 'from', 'to', 'cursor', 'limit'],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'reading', list: true }],
  },
  {
    ...common,
    id: 'listAuditEvents',
    method: 'get',
    path: '/v1/admin/audit',
    tag: 'audit',
    summary: { zh: '审计记录', en: 'The record of acts' },
    description: { zh: '新的在前。', en: 'Newest first.' },
    parameters: [
      'subjectType',
      'subjectId',
      'action',
      'participant',
      'actorKey',
      'from',
      'to',
      'cursor',
      'limit',
    ],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'audit-event', list: true }],
    faults: filterFaults,
  },
  {
    ...common,
    id: 'getAuditEvent',
    method: 'get',
    path: '/v1/admin/audit/{id}',
    tag: 'audit',
    summary: { zh: '一条审计记录', en: 'One act' },
    parameters: ['eventId'],
    answers: [{ status: 200, text: { zh: '事件', en: 'The event' }, schema: 'audit-event' }],
    faults: unknown,
  },
];
