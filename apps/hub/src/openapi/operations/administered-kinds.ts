import type { Json, Texts } from '#kernel';
import type { Answer, Operation, Tag } from '../operation.js';
import type { ParameterName } from '../parameters.js';

/** The operations on one kind of thing that administrators keep. */
interface Kind {
  readonly tag: Tag;
  readonly path: string;
  /** Names of schemas: the thing in schemas/answers. */
  readonly schema: string;
  readonly one: string;
  readonly name: Texts;
  readonly reference: ParameterName;
}

export const kinds = {
  participant: {
    tag: 'participants',
    path: '/v1/admin/participants',
    schema: 'participant',
    one: 'Participant',
    name: { zh: '参与方', en: 'participant' },
    reference: 'participantRef',
  },
  key: {
    tag: 'keys',
    path: '/v1/admin/keys',
    schema: 'access-key',
    one: 'Key',
    name: { zh: '访问密钥', en: 'access key' },
    reference: 'keyId',
  },
  agreement: {
    tag: 'agreements',
    path: '/v1/admin/agreements',
    schema: 'agreement',
    one: 'Agreement',
    name: { zh: '共享协议', en: 'agreement' },
    reference: 'agreementId',
  },
  destination: {
    tag: 'receivers',
    path: '/v1/admin/destinations',
    schema: 'destination',
    one: 'Destination',
    name: { zh: '投递目标', en: 'destination' },
    reference: 'destinationRef',
  },
  route: {
    tag: 'routes',
    path: '/v1/admin/routes',
    schema: 'route',
    one: 'Route',
    name: { zh: '路由规则', en: 'route' },
    reference: 'routeRef',
  },
} as const satisfies Record<string, Kind>;

/** The part of an operation that all acts of administrators share. */
export const common = { access: 'administrator' } as const;
export const unknown = ['STORE_NOT_FOUND'];
const written = ['ADMIN_BODY_INVALID', 'GATEWAY_JSON_BROKEN'];

const shown = (kind: Kind): Answer => ({
  status: 200,
  text: { zh: kind.name.zh, en: `The ${kind.name.en}` },
  schema: kind.schema,
  ...(kind.tag === 'keys' ? {} : { headers: ['etag'] }),
});

export function list(
  kind: Kind,
  filters: readonly ParameterName[],
  faults: readonly string[] = [],
): Operation {
  return {
    ...common,
    id: `list${kind.one}s`,
    method: 'get',
    path: kind.path,
    tag: kind.tag,
    summary: { zh: `${kind.name.zh}列表`, en: `List ${kind.name.en}s` },
    parameters: [...filters, 'cursor', 'limit'],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: kind.schema, list: true }],
    faults,
  };
}

export const read = (kind: Kind): Operation => ({
  ...common,
  id: `get${kind.one}`,
  method: 'get',
  path: `${kind.path}/{id}`,
  tag: kind.tag,
  summary: { zh: `查看${kind.name.zh}`, en: `Show a ${kind.name.en}`.replace(/a (?=[ao])/, 'an ') },
  parameters: [kind.reference],
  answers: [shown(kind)],
  faults: unknown,
});

export function create(
  kind: Kind,
  schema: string,
  example: Json,
  faults: readonly string[],
  more: Partial<Operation> = {},
): Operation {
  return {
    ...common,
    id: `create${kind.one}`,
    method: 'post',
    path: kind.path,
    tag: kind.tag,
    summary: {
      zh: `新建${kind.name.zh}`,
      en: `Create a ${kind.name.en}`.replace(/a (?=[ao])/, 'an '),
    },
    parameters: ['reason'],
    body: { schema, required: true, example },
    answers: [
      { ...shown(kind), status: 201, headers: kind.tag === 'keys' ? ['location'] : ['location', 'etag'] },
    ],
    faults: [...written, ...faults],
    ...more,
  };
}

export const change = (kind: Kind, schema: string, example: Json, faults: readonly string[]): Operation => ({
  ...common,
  id: `change${kind.one}`,
  method: 'patch',
  path: `${kind.path}/{id}`,
  tag: kind.tag,
  summary: {
    zh: `修改${kind.name.zh}`,
    en: `Change a ${kind.name.en}`.replace(/a (?=[ao])/, 'an '),
  },
  parameters: [kind.reference, 'ifMatch', 'reason'],
  body: { schema, required: true, example },
  answers: [shown(kind)],
  faults: [
    ...unknown,
    ...written,
    'ADMIN_IF_MATCH_MISSING',
    'ADMIN_IF_MATCH_INVALID',
    'STORE_VERSION_STALE',
    ...faults,
  ],
});

interface ActOn {
  readonly name: string;
  readonly summary: Texts;
  readonly description?: Texts;
  readonly reason: 'needed' | 'welcome';
  readonly faults?: readonly string[];
  /** A row that stands without a version, such as a key. */
  readonly unversioned?: boolean;
  readonly schema?: string;
  readonly method?: 'post' | 'delete';
  readonly example?: Json;
  readonly answer?: Partial<Answer>;
}

export function act(kind: Kind, wanted: ActOn): Operation {
  const needed = wanted.reason === 'needed';
  const deletes = wanted.method === 'delete';
  return {
    ...common,
    id: `${wanted.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}${kind.one}`,
    method: wanted.method ?? 'post',
    path: deletes ? `${kind.path}/{id}` : `${kind.path}/{id}/${wanted.name}`,
    tag: kind.tag,
    summary: wanted.summary,
    ...(wanted.description ? { description: wanted.description } : {}),
    parameters: [kind.reference, ...(wanted.unversioned ? [] : (['ifMatchOptional'] as const)), 'reason'],
    body: {
      schema: wanted.schema ?? 'act',
      required: false,
      example: wanted.example ?? (needed ? { reason: '设备检修' } : {}),
    },
    answers: [{ ...shown(kind), ...wanted.answer }],
    faults: [
      ...unknown,
      ...written,
      ...(needed ? ['ADMIN_REASON_MISSING'] : []),
      ...(wanted.unversioned ? [] : ['ADMIN_IF_MATCH_INVALID', 'STORE_VERSION_STALE']),
      ...(wanted.faults ?? ['STORE_STATE_FORBIDS']),
    ],
  };
}
