import type { Json } from '#kernel';
import type { Operation } from '../operation.js';

const subscriptions = { tag: 'subscriptions', access: 'participant' } as const;
const destinations = { tag: 'destinations', access: 'participant' } as const;
const bodyFaults = ['ADMIN_BODY_INVALID', 'GATEWAY_JSON_BROKEN'] as const;
const roomFaults = ['STORE_QUOTA_USED', 'STORE_SUBSCRIPTION_DIFFERS', 'STORE_SETUP_FULL'] as const;
const wishFaults = [
  ...bodyFaults,
  'ADMIN_TYPE_UNKNOWN',
  'SUBSCRIPTION_NO_RIGHT',
  'SUBSCRIPTION_FORMAT_UNKNOWN',
  'ROUTING_CONDITION_SYNTAX',
  'ROUTING_CONDITION_TYPE',
] as const;
const changeFaults = [
  'GATEWAY_NOT_FOUND',
  'STORE_VERSION_STALE',
  'ADMIN_IF_MATCH_MISSING',
  'ADMIN_IF_MATCH_INVALID',
] as const;

const wanted: Json = {
  code: 'my-containers',
  documentTypes: ['ContainerMove', 'GateMove'],
  condition: "keys.container.exists(k, k.startsWith('LNHU'))",
  destination: 'inbox',
};

const subscription = {
  status: 200,
  text: { zh: '订阅', en: 'The subscription' },
  schema: 'subscription',
} as const;
const destination = {
  status: 200,
  text: { zh: '投递目标', en: 'The destination' },
  schema: 'destination',
} as const;

const subscriptionAct = (id: 'pause' | 'resume', zh: string, en: string): Operation => ({
  ...subscriptions,
  id: `${id}Subscription`,
  method: 'post',
  path: `/v1/subscriptions/{id}/${id}`,
  summary: { zh, en },
  parameters: ['subscriptionId'],
  answers: [subscription],
  faults: [...bodyFaults, 'GATEWAY_NOT_FOUND', 'STORE_STATE_FORBIDS'],
});

const destinationAct = (
  id: string,
  verb: string,
  zh: string,
  en: string,
  more: readonly string[] = [],
): Operation => ({
  ...destinations,
  id,
  method: 'post',
  path: `/v1/destinations/{id}/${verb}`,
  summary: { zh, en },
  parameters: ['ownDestinationId'],
  answers: [destination],
  faults: [...bodyFaults, 'GATEWAY_NOT_FOUND', 'STORE_STATE_FORBIDS', ...more],
});

/** What participants set up for themselves. */
export const selfServiceOperations: readonly Operation[] = [
  {
    ...subscriptions,
    id: 'listSubscriptions',
    method: 'get',
    path: '/v1/subscriptions',
    summary: { zh: '本方订阅', en: 'Your subscriptions' },
    parameters: ['cursor', 'limit'],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'subscription', list: true }],
  },
  {
    ...subscriptions,
    id: 'previewSubscription',
    method: 'post',
    path: '/v1/subscriptions/preview',
    summary: { zh: '预览订阅', en: 'See what a subscription would have given' },
    description: {
      zh: '按协议回看最近若干天：符合的数量与最新事件，事件与实际投递完全相同。不产生任何投递。条件只能看到协议授予的字段，个人信息按脱敏后的值判断。',
      en: 'Looks back over the last days within the agreements: how many would have matched, and the newest as the very events they would have been. Nothing is delivered. Conditions see the fields that the agreement grants, with personal ones masked.',
    },
    body: {
      schema: 'subscription-preview',
      required: true,
      example: { documentTypes: ['ContainerMove'], days: 7 },
    },
    answers: [{ status: 200, text: { zh: '预览', en: 'The preview' }, schema: 'subscription-preview' }],
    faults: [...wishFaults, 'SUBSCRIPTION_PREVIEWS_LIMITED'],
  },
  {
    ...subscriptions,
    id: 'createSubscription',
    method: 'post',
    path: '/v1/subscriptions',
    summary: { zh: '新建订阅', en: 'Subscribe' },
    description: {
      zh: '在共享协议范围内自助订阅：单证类型、CEL 条件、字段、输出格式、投递目标。条件只能看到协议授予的字段，个人信息按脱敏后的值判断；协议收窄后随之收窄。每参与方全部订阅的单证类型合计最多 100 个；送往同一目标且单证类型重叠的订阅须要求相同的字段与格式。更改与删除只影响其后的单证。',
      en: 'Within the agreements: document types, a condition in CEL, fields, a format, a destination. The condition sees the fields that the agreement grants, with personal ones masked, and less when the agreement is narrowed. 100 document types in all of a participant at most. Two that bring the same type to one destination want the same fields and format. What is owed already stays as it was when a subscription is changed or deleted.',
    },
    body: { schema: 'subscription-create', required: true, example: wanted },
    answers: [
      {
        status: 201,
        text: { zh: '订阅', en: 'The subscription' },
        schema: 'subscription',
        headers: ['location', 'etag'],
      },
    ],
    faults: [...wishFaults, 'SUBSCRIPTION_DESTINATION_NOT_OWN', 'STORE_CODE_TAKEN', ...roomFaults],
  },
  {
    ...subscriptions,
    id: 'getSubscription',
    method: 'get',
    path: '/v1/subscriptions/{id}',
    summary: { zh: '订阅', en: 'A subscription' },
    parameters: ['subscriptionId'],
    answers: [{ ...subscription, headers: ['etag'] }],
    faults: ['GATEWAY_NOT_FOUND'],
  },
  {
    ...subscriptions,
    id: 'changeSubscription',
    method: 'patch',
    path: '/v1/subscriptions/{id}',
    summary: { zh: '修改订阅', en: 'Change a subscription' },
    parameters: ['subscriptionId', 'ifMatch'],
    body: { schema: 'subscription-change', required: true, example: { condition: null } },
    answers: [{ ...subscription, headers: ['etag'] }],
    faults: [...wishFaults, ...changeFaults, 'SUBSCRIPTION_DESTINATION_NOT_OWN', ...roomFaults],
  },
  subscriptionAct('pause', '暂停订阅', 'Pause a subscription'),
  subscriptionAct('resume', '恢复订阅', 'Resume a subscription'),
  {
    ...subscriptions,
    id: 'deleteSubscription',
    method: 'delete',
    path: '/v1/subscriptions/{id}',
    summary: { zh: '删除订阅', en: 'End a subscription' },
    parameters: ['subscriptionId'],
    answers: [subscription],
    faults: [...bodyFaults, 'GATEWAY_NOT_FOUND'],
  },
  {
    ...destinations,
    id: 'listOwnDestinations',
    method: 'get',
    path: '/v1/destinations',
    summary: { zh: '本方投递目标', en: 'Your destinations' },
    parameters: ['cursor', 'limit'],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'destination', list: true }],
  },
  {
    ...destinations,
    id: 'createOwnDestination',
    method: 'post',
    path: '/v1/destinations',
    summary: { zh: '新建本方投递目标', en: 'Make a destination of your own' },
    description: {
      zh: 'webhook 的签名密钥只在此应答中给出；通过 verify 验证后才投递。',
      en: 'The signing secret of a webhook is in this answer alone; it is delivered to once verify has succeeded.',
    },
    body: { schema: 'own-destination-create', required: true, example: { code: 'inbox', kind: 'mailbox' } },
    answers: [
      {
        status: 201,
        text: { zh: '投递目标', en: 'The destination' },
        schema: 'destination',
        headers: ['location', 'etag'],
      },
    ],
    faults: [
      ...bodyFaults,
      'ADMIN_URL_INSECURE',
      'ADAPTER_UNKNOWN',
      'STORE_CODE_TAKEN',
      'STORE_QUOTA_USED',
      'STORE_SETUP_FULL',
    ],
  },
  {
    ...destinations,
    id: 'getOwnDestination',
    method: 'get',
    path: '/v1/destinations/{id}',
    summary: { zh: '本方投递目标', en: 'A destination of your own' },
    parameters: ['ownDestinationId'],
    answers: [{ ...destination, headers: ['etag'] }],
    faults: ['GATEWAY_NOT_FOUND'],
  },
  {
    ...destinations,
    id: 'changeOwnDestination',
    method: 'patch',
    path: '/v1/destinations/{id}',
    summary: { zh: '修改本方投递目标', en: 'Change a destination of your own' },
    description: { zh: '更换地址后须重新验证。', en: 'A new address is to be verified again.' },
    parameters: ['ownDestinationId', 'ifMatch'],
    body: { schema: 'destination-change', required: true, example: { batchLimit: 100 } },
    answers: [{ ...destination, headers: ['etag'] }],
    faults: [
      ...bodyFaults,
      ...changeFaults,
      'ADMIN_URL_INSECURE',
      'DESTINATION_STOPPED',
      'ADMIN_MEMBER_MISPLACED',
      'ADAPTER_UNKNOWN',
    ],
  },
  {
    ...destinationAct('verifyOwnDestination', 'verify', '验证投递目标', 'Verify a webhook', [
      'DESTINATION_KIND_UNFIT',
      'DESTINATION_UNVERIFIED',
      'DESTINATION_UNECHOED',
      'DESTINATION_CHANGING',
      'STORE_VERSION_STALE',
    ]),
    description: {
      zh: '向地址发送带签名的 cn.tongguan.verification 事件；2xx 应答正文含 data.challenge 即通过。',
      en: 'Sends a signed cn.tongguan.verification event to the address; a 2xx answer whose body holds data.challenge proves it.',
    },
  },
  {
    ...destinationAct('testOwnDestination', 'test', '发送测试事件', 'Send a test event', [
      'DESTINATION_KIND_UNFIT',
      'DESTINATION_CHANGING',
    ]),
    answers: [{ status: 200, text: { zh: '结果', en: 'What came of it' }, schema: 'trial' }],
  },
  destinationAct('rotateOwnSecret', 'rotate-secret', '轮换签名密钥', 'Rotate the signing secret', [
    'STORE_NO_SECRET',
  ]),
  destinationAct('pauseOwnDestination', 'pause', '暂停投递', 'Pause a destination'),
  destinationAct('activateOwnDestination', 'activate', '恢复投递', 'Activate a destination', [
    'DESTINATION_STOPPED',
  ]),
  {
    ...destinations,
    id: 'deleteOwnDestination',
    method: 'delete',
    path: '/v1/destinations/{id}',
    summary: { zh: '删除本方投递目标', en: 'Delete a destination of your own' },
    parameters: ['ownDestinationId'],
    answers: [destination],
    faults: [...bodyFaults, 'GATEWAY_NOT_FOUND', 'STORE_IN_USE'],
  },
];
