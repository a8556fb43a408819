import type { Json } from '#kernel';
import type { Operation } from '../operation.js';

const common = { tag: 'destinations', access: 'participant' } as const;

const example: Json = {
  destination: '01990000-0000-7000-8000-000000000000',
  states: ['dead'],
  cause: 'DELIVERY_UNACCEPTED',
  mapping: 'original',
  ratePerSecond: 50,
  reason: '接收端已修复',
};

const act = (id: 'pause' | 'resume' | 'cancel', zh: string, en: string): Operation => ({
  ...common,
  id: `${id}Replay`,
  method: 'post',
  path: `/v1/replays/{id}/${id}`,
  summary: { zh, en },
  parameters: ['replayId'],
  answers: [{ status: 200, text: { zh: '重放', en: 'The replay' }, schema: 'replay' }],
  faults: ['GATEWAY_NOT_FOUND', 'GATEWAY_STATE_FORBIDS'],
});

/** Dead letters, and deliveries made again. */
export const replayOperations: readonly Operation[] = [
  {
    ...common,
    id: 'listDeadLetters',
    method: 'get',
    path: '/v1/dead-letters',
    summary: { zh: '按原因分组的死信', en: 'Dead letters by cause' },
    description: {
      zh: '调用方各投递目标的死信，按目标、原因和单证类型分组，最多者在前；管理员可见全部。',
      en: 'The dead letters of the caller’s destinations by destination, cause and document type, the largest group first; an administrator sees those of all.',
    },
    parameters: ['ofDestination', 'limit'],
    answers: [
      { status: 200, text: { zh: '分组', en: 'The groups' }, schema: 'dead-letter-group', list: true },
    ],
  },
  {
    ...common,
    id: 'createReplay',
    method: 'post',
    path: '/v1/replays',
    summary: { zh: '重放', en: 'Make deliveries again' },
    description: {
      zh: '把一个投递目标已结束的投递重新投递：一条、多条、某一原因的全部或某一时段；限速，可暂停、继续、取消。编号不变并标记 replayed，不影响其他接收方。mapping=current 时按现行映射重新生成，不同者作为更正单证（supersedes 指向原单证）。',
      en: 'Makes finished deliveries of one destination again: one, several, all of a cause, or those of a time; paced, and to be paused, resumed and cancelled. Same ids, marked replayed, with no effect on other receivers. With mapping=current they are read again with the mappings in force; what differs goes out as a corrected document whose supersedes names the former one.',
    },
    body: { schema: 'replay-create', required: true, example },
    answers: [{ status: 201, text: { zh: '重放', en: 'The replay' }, schema: 'replay' }],
    faults: ['ADMIN_BODY_INVALID', 'GATEWAY_JSON_BROKEN', 'GATEWAY_NOT_FOUND', 'GATEWAY_REPLAYS_TOO_MANY'],
  },
  {
    ...common,
    id: 'previewReplay',
    method: 'post',
    path: '/v1/replays/preview',
    summary: { zh: '预览重放', en: 'See what a replay would send' },
    description: {
      zh: '按次序给出将要发送的每个事件；不作任何更改。',
      en: 'Every event that would be sent, in its order; nothing is changed by looking.',
    },
    parameters: ['cursor', 'limit'],
    body: { schema: 'replay-create', required: true, example },
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'replay-preview', list: true }],
    faults: ['ADMIN_BODY_INVALID', 'GATEWAY_JSON_BROKEN', 'GATEWAY_NOT_FOUND'],
  },
  {
    ...common,
    id: 'listReplays',
    method: 'get',
    path: '/v1/replays',
    summary: { zh: '重放列表', en: 'List replays' },
    parameters: ['ofDestination', 'cursor', 'limit'],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'replay', list: true }],
  },
  {
    ...common,
    id: 'getReplay',
    method: 'get',
    path: '/v1/replays/{id}',
    summary: { zh: '重放进度', en: 'How far a replay has come' },
    parameters: ['replayId'],
    answers: [{ status: 200, text: { zh: '重放', en: 'The replay' }, schema: 'replay' }],
    faults: ['GATEWAY_NOT_FOUND'],
  },
  act('pause', '暂停重放', 'Pause a replay'),
  act('resume', '继续重放', 'Resume a replay'),
  act('cancel', '取消重放', 'Cancel a replay'),
];
