import { acknowledgementForms } from '#adapters';
import type { Json, JsonObject, Texts } from '#kernel';
import {
  agreementStates,
  auditActions,
  destinationKinds,
  destinationStates,
  participantKinds,
  participantStates,
  roles,
  routeStates,
} from '#store';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly text: Texts;
  readonly schema: JsonObject;
  /** Shown and sent by the example of an operation; a query or header without one is left out there. */
  readonly example?: Json;
}

const text: JsonObject = { type: 'string', minLength: 1 };
const uuid: JsonObject = { type: 'string', format: 'uuid' };
const time: JsonObject = { type: 'string', format: 'date-time' };
const page = (most: number, standard: number): JsonObject => ({
  type: 'integer',
  minimum: 1,
  maximum: most,
  default: standard,
});
const oneOf = (values: readonly string[]): JsonObject => ({ type: 'string', enum: [...values] });

const inPath = (name: string, zh: string, en: string, schema: JsonObject, example: string): Parameter => ({
  name,
  in: 'path',
  text: { zh, en },
  schema,
  example,
});
const query = (name: string, zh: string, en: string, schema: JsonObject, example?: Json): Parameter => ({
  name,
  in: 'query',
  text: { zh, en },
  schema,
  ...(example === undefined ? {} : { example }),
});
const header = (name: string, zh: string, en: string, schema: JsonObject, example?: Json): Parameter => ({
  name,
  in: 'header',
  text: { zh, en },
  schema,
  ...(example === undefined ? {} : { example }),
});

const anId = '019aa6b0-6c00-7000-8000-000000000001';

/** Every parameter of the interface, by the name it has in components/parameters. */
export const parameters = {
  interchangeId: inPath('id', '交换报文编号', 'id of the interchange', uuid, anId),
  documentId: inPath('id', '单证编号', 'id of the document', uuid, anId),
  feedId: inPath('id', '信箱（投递目标）编号', 'id of the mailbox (a destination)', uuid, anId),
  subscriptionId: inPath('id', '订阅编号', 'id of the subscription', uuid, anId),
  ownDestinationId: inPath('id', '投递目标编号', 'id of the destination', uuid, anId),
  replayId: inPath('id', '重放编号', 'id of the replay', uuid, anId),
  ofDestination: query('destination', '投递目标编号', 'id of a destination', uuid),
  destination: inPath('destination', '投递目标编号', 'id of the destination', uuid, anId),
  document: inPath('document', '单证编号', 'id of the document', uuid, anId),
  participantRef: inPath('id', '参与方编号或代码', 'id or code of the participant', text, 'dalian-customs'),
  keyId: inPath('id', '密钥编号', 'id of the key', uuid, anId),
  agreementId: inPath('id', '协议编号', 'id of the agreement', uuid, anId),
  destinationRef: inPath(
    'id',
    '投递目标编号，或 参与方代码/目标代码（斜线写作 %2F）',
    'id of the destination, or participant/code with the slash as %2F',
    text,
    'dayao-terminal/inbox',
  ),
  routeRef: inPath('id', '路由编号或代码', 'id or code of the route', text, 'releases-to-dayao'),
  answerForm: query(
    'form',
    '应答格式：contrl、aperak（EDIFACT）、own（本系统应答）、problem（problem+json）；缺省为该报文种类的第一种',
    'form of the answer: contrl and aperak for EDIFACT, own for any other system, problem for programs; the first that the kind has otherwise',
    oneOf([...acknowledgementForms, 'problem']),
  ),
  mappedAdapter: inPath(
    'adapter',
    '适配器（斜线写作 %2F）',
    'id of the adapter with the slash as %2F',
    text,
    'customs/declaration-xml',
  ),
  mappingVersion: inPath(
    'version',
    '序号、版本号、编号，或 shipped、published',
    'number, label or id of a version; shipped, or published for the one in force',
    text,
    'shipped',
  ),
  against: query(
    'against',
    '与哪个版本比较，缺省为现行',
    'the version before; the one in force unless said',
    text,
  ),
  dryRunId: inPath('id', '试运行编号', 'id of the dry run', uuid, anId),
  codeOfNode: inPath('code', '节点代码', 'code of the node', text, 'yingkou'),
  sha256: inPath(
    'sha256',
    '内容的 SHA-256',
    'SHA-256 of the content',
    { type: 'string', pattern: '^[0-9a-f]{64}$' },
    'a'.repeat(64),
  ),
  ifNoneMatch: header('If-None-Match', '已有目录的 ETag', 'ETag of the directory that is here already', {
    type: 'string',
  }),
  eventId: inPath('id', '事件编号', 'id of the event', uuid, anId),

  limit: query('limit', '每页条数', 'entries of a page at most', page(200, 50), 20),
  feedLimit: query('limit', '每页事件数', 'events of a page at most', page(1000, 100), 100),
  cursor: query('cursor', '上一页的 next', '`next` of the page before', text),
  from: query('from', '起始时间（含）', 'received from then on', time),
  to: query('to', '截止时间（不含）', 'received before then', time),
  sender: query('sender', '发送方代码（仅管理员）', 'code of the sender (administrators only)', text),
  interchangeState: query(
    'state',
    '状态',
    'state',
    oneOf(['pending', 'normalised', 'duplicate', 'held', 'rejected']),
  ),
  adapterId: query('adapter', '适配器', 'adapter that read it', text),
  documentType: query('type', '单证类型', 'document type', text, 'Declaration'),
  key: query('key', '业务键，如 container:CBHU3202732', 'business key, as container:CBHU3202732', text),
  ofInterchange: query('interchange', '所属交换报文', 'the interchange it came from', uuid),
  deliveryState: query('state', '投递状态', 'state', oneOf(['pending', 'delivered', 'dead', 'cancelled'])),
  after: query(
    'after',
    '上次回答的 cursor；start 或缺省为最早；end 为此刻之后',
    '`cursor` of the answer before; `start` or absent: from the beginning; `end`: only what comes from now on',
    text,
    'start',
  ),
  wait: query(
    'wait',
    '没有新事件时等待的秒数',
    'seconds to stay when there is nothing yet',
    { type: 'integer', minimum: 0, maximum: 30, default: 0 },
    0,
  ),

  idempotencyKey: header(
    'Idempotency-Key',
    '同一键、同一内容得到同一回答；同一键、不同内容为 409。缺省时内容即为键',
    'the same key with the same content gets the same answer, with other content 409; without one the content stands for itself',
    { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
    'declaration-202411-000123',
  ),
  adapter: header(
    'X-Adapter',
    '指定适配器；缺省由内容识别',
    'the adapter to read it with; recognised by its content otherwise',
    { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  ),
  prefer: header(
    'Prefer',
    'wait=N：最多等待 N 秒（至 30）以得到处理结果（RFC 7240）',
    'wait=N: stay up to N seconds (30 at most) for the outcome (RFC 7240)',
    { type: 'string', pattern: 'wait\\s*=\\s*"?\\d+' },
    'wait=10',
  ),
  lineage: header('X-Lineage', 'true：附字段溯源', 'true: with the source of every field', oneOf(['true'])),
  lastEventId: header(
    'Last-Event-ID',
    '上次收到的事件流 id，优先于 after',
    'the id last received; comes before after',
    text,
  ),
  language: header('Accept-Language', 'zh（缺省）或 en', 'zh (the standard) or en', { type: 'string' }),
  ifMatch: header(
    'If-Match',
    '读取时的 ETag；* 表示不论版本',
    'the ETag that reading gave; * changes any version',
    { type: 'string', pattern: '^(\\*|(W/)?"[0-9]+")$' },
    '*',
  ),
  ifMatchOptional: header(
    'If-Match',
    '读取时的 ETag；缺省不论版本',
    'the ETag that reading gave; any version without it',
    { type: 'string', pattern: '^(\\*|(W/)?"[0-9]+")$' },
  ),
  reason: header(
    'X-Reason',
    '原因（UTF-8，可用百分号编码）；也可写在请求体的 reason 中',
    'why (UTF-8, may be percent-encoded); or `reason` in the body',
    { type: 'string', maxLength: 1500 },
  ),

  participantKind: query('kind', '类别', 'kind', oneOf(participantKinds)),
  participantState: query('state', '状态', 'state', oneOf(participantStates)),
  code: query('code', '代码', 'code', text),
  participant: query('participant', '参与方编号或代码', 'id or code of a participant', text),
  role: query('role', '角色', 'role', oneOf(roles)),
  owner: query('owner', '数据所有方编号或代码', 'id or code of the owner', text),
  consumer: query('consumer', '接收方编号或代码', 'id or code of the consumer', text),
  ruleType: query('documentType', '单证类型', 'document type', text),
  agreementState: query('state', '状态', 'state', oneOf(agreementStates)),
  nodeCode: inPath(
    'node',
    '节点代码',
    'code of the node',
    { type: 'string', pattern: '^[a-z][a-z0-9-]{1,30}$' },
    'yingkou',
  ),
  destinationKind: query('kind', '类别', 'kind', oneOf(destinationKinds)),
  destinationState: query('state', '状态', 'state', oneOf(destinationStates)),
  toDestination: query('destination', '投递目标编号或 参与方/代码', 'id, or participant/code', text),
  routeState: query('state', '状态', 'state', oneOf(routeStates)),
  subjectType: query('subjectType', '对象类别', 'kind of thing', text),
  subjectId: query('subjectId', '对象编号', 'id of the thing', text),
  action: query('action', '动作', 'act', oneOf(auditActions)),
  readSubject: query('subject', '单证、报文或信箱编号', 'id of a document, an interchange or a feed', uuid),
  expectedKey: query('key', '业务编号', 'kind:value of a business key; needed', text, 'bill:DLCB2511230001'),
  expectedDays: query('days', '回看天数，1 至 90，缺省 30', 'days to look back, 1 to 90; 30 otherwise', {
    type: 'integer',
    minimum: 1,
    maximum: 90,
  }),
  day: query(
    'day',
    '日期（北京时间）',
    'day of Beijing; needed',
    { type: 'string', format: 'date' },
    '2026-11-23',
  ),
  ofRoute: query('route', '仅此路由或订阅', 'id of one route or subscription', uuid),
  tableFormat: query('format', '输出格式', 'json or csv', oneOf(['json', 'csv'])),
  statementLimit: query('limit', '每页条数', 'documents a page', page(10_000, 1_000)),
  aboveHeight: query('above', '高于此高度者', 'those above this height', { type: 'integer', minimum: 0 }, 0),
  checkpointLimit: query('limit', '每页条数', 'checkpoints a page', page(1000, 100)),
  exportFrom: query(
    'from',
    '起始时间（含），必填',
    'received from then on; needed',
    time,
    '2026-11-01T00:00:00Z',
  ),
  actorKey: query('key', '所用密钥编号', 'id of the key that was used', uuid),
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;
