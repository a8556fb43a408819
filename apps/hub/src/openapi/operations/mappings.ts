import { adapterFaults } from '#adapters';
import { mappingFaults } from '#mapping';
import { syntaxFaults } from '#syntax';
import type { Answer, Operation } from '../operation.js';
import { common } from './administered-kinds.js';

const at = '/v1/admin/mappings';
const one = `${at}/{adapter}`;
const version = `${one}/versions/{version}`;

const written = ['ADMIN_BODY_INVALID', 'GATEWAY_JSON_BROKEN'];
const reasoned = ['ADMIN_REASON_MISSING'];
const versioned = ['ADMIN_IF_MATCH_INVALID', 'STORE_VERSION_STALE'];
const matched = ['ADMIN_IF_MATCH_MISSING', ...versioned];
const noAdapter = ['EXCHANGE_MAPPING_STRAY'];
const noVersion = [...noAdapter, 'STORE_NOT_FOUND'];
/** What keeps a mapping from being used: faults of the definition, not of messages. */
const unusable = [
  ...Object.keys(adapterFaults.definitions).filter(
    (code) => code.startsWith('ADAPTER_MAPPING_') || code === 'ADAPTER_SHARED_NO_MAPPING',
  ),
  ...Object.entries(mappingFaults.definitions)
    .filter(([, { disposition }]) => disposition === 'hold')
    .map(([code]) => code),
  ...Object.keys(syntaxFaults.definitions).filter((code) => code === 'SYNTAX_UNKNOWN'),
];

const shownVersion: Answer = {
  status: 200,
  text: { zh: '版本', en: 'The version' },
  schema: 'mapping-version',
  headers: ['etag'],
};
const operation = { ...common, tag: 'mappings' } as const;

/** The life of a mapping: written as a draft, tried, reviewed and published by another person, rolled back. */
export const mappingOperations: readonly Operation[] = [
  {
    ...operation,
    id: 'listMappings',
    method: 'get',
    path: at,
    summary: { zh: '映射列表', en: 'List mappings' },
    description: {
      zh: '每个适配器现行的映射。',
      en: 'Of every adapter the mapping that is in force.',
    },
    parameters: ['language'],
    answers: [{ status: 200, text: { zh: '全部', en: 'All of them' }, schema: 'mapping', list: true }],
  },
  {
    ...operation,
    id: 'getMapping',
    method: 'get',
    path: one,
    summary: { zh: '查看映射', en: 'Show a mapping' },
    parameters: ['mappedAdapter', 'language'],
    answers: [{ status: 200, text: { zh: '映射', en: 'The mapping' }, schema: 'mapping' }],
    faults: noAdapter,
  },
  {
    ...operation,
    id: 'listMappingVersions',
    method: 'get',
    path: `${one}/versions`,
    summary: { zh: '映射的历史', en: 'The history of a mapping' },
    description: {
      zh: '新的在前，随程序提供的在最后；发布过的版本永久保留。',
      en: 'Newest first, the shipped one last. What was published is kept for good.',
    },
    parameters: ['mappedAdapter', 'cursor', 'limit'],
    answers: [{ status: 200, text: { zh: '一页', en: 'A page' }, schema: 'mapping-version', list: true }],
    faults: noAdapter,
  },
  {
    ...operation,
    id: 'createMappingDraft',
    method: 'post',
    path: `${one}/versions`,
    summary: { zh: '新建映射草稿', en: 'Begin a draft' },
    description: {
      zh: '草稿可以有错，错误列于回答的 check 中；有错的草稿不能发布。',
      en: 'A draft may be faulty: `check` of the answer has every fault, and a faulty one is not published.',
    },
    parameters: ['mappedAdapter', 'reason', 'language'],
    body: {
      schema: 'mapping-draft',
      required: true,
      example: { from: 'published', note: '接收新版报文的备注' },
    },
    answers: [{ ...shownVersion, status: 201, headers: ['location', 'etag'] }],
    faults: [
      ...noVersion,
      ...written,
      'ADMIN_MAPPING_TOO_LARGE',
      'STORE_MAPPING_DRAFTS',
      'ADAPTER_SHARED_NO_MAPPING',
    ],
  },
  {
    ...operation,
    id: 'getMappingVersion',
    method: 'get',
    path: version,
    summary: { zh: '查看映射版本', en: 'Show a version' },
    parameters: ['mappedAdapter', 'mappingVersion', 'language'],
    answers: [shownVersion],
    faults: noVersion,
  },
  {
    ...operation,
    id: 'changeMappingDraft',
    method: 'patch',
    path: version,
    summary: { zh: '修改映射草稿', en: 'Change a draft' },
    parameters: ['mappedAdapter', 'mappingVersion', 'ifMatch', 'reason', 'language'],
    body: { schema: 'mapping-change', required: true, example: { note: '接收新版报文的备注' } },
    answers: [shownVersion],
    faults: [...noVersion, ...written, ...matched, 'ADMIN_MAPPING_TOO_LARGE', 'STORE_STATE_FORBIDS'],
  },
  {
    ...operation,
    id: 'discardMappingDraft',
    method: 'delete',
    path: version,
    summary: { zh: '废弃映射草稿', en: 'Discard a draft' },
    description: {
      zh: '仍可查看，不再可改或发布。',
      en: 'It stays to be read, and can neither be changed nor published.',
    },
    parameters: ['mappedAdapter', 'mappingVersion', 'ifMatchOptional', 'reason'],
    body: { schema: 'act', required: false, example: { reason: '重复' } },
    answers: [shownVersion],
    faults: [...noVersion, ...written, ...reasoned, ...versioned, 'STORE_STATE_FORBIDS'],
  },
  {
    ...operation,
    id: 'publishMappingDraft',
    method: 'post',
    path: `${version}/publish`,
    summary: { zh: '发布映射', en: 'Publish a draft' },
    description: {
      zh: '须由未编写该草稿的另一密钥发布（MAPPING_PUBLISH_ALONE 可放宽），并以 If-Match 指明所复核的内容。立即在所有进程生效，无需重启。编译有误、示例不符，或其间另有映射生效时拒绝。',
      en: 'By a key that did not write at it (unless MAPPING_PUBLISH_ALONE), and with If-Match of what was reviewed. It takes effect at once in every process. Refused where it does not compile, an example fails, or something else came into force since it was begun.',
    },
    parameters: ['mappedAdapter', 'mappingVersion', 'ifMatch', 'reason', 'language'],
    body: { schema: 'act', required: false, example: { reason: '新版报文六月启用' } },
    answers: [shownVersion],
    faults: [
      ...noVersion,
      ...written,
      ...reasoned,
      ...matched,
      ...unusable,
      'STORE_MAPPING_SAME_PERSON',
      'ADMIN_MAPPING_BASE_MOVED',
      'STORE_STATE_FORBIDS',
    ],
  },
  {
    ...operation,
    id: 'diffMappingVersions',
    method: 'get',
    path: `${version}/diff`,
    summary: { zh: '映射差异', en: 'What is different' },
    description: {
      zh: '按规则、代码、选项逐条用一句话说明；规则按其两端而非位置识别。',
      en: 'Rule by rule, code by code, in one sentence each; rules are known by what they tie together, not by their place.',
    },
    parameters: ['mappedAdapter', 'mappingVersion', 'against'],
    answers: [{ status: 200, text: { zh: '差异', en: 'The difference' }, schema: 'mapping-diff' }],
    faults: noVersion,
  },
  {
    ...operation,
    id: 'previewMapping',
    method: 'post',
    path: `${one}/preview`,
    summary: { zh: '用一份报文预览映射', en: 'Try a message with a mapping' },
    description: {
      zh: '所得单证与溯源、故障与警告、没有规则使用的报文值、缺少的必填字段，以及写回的报文。不存储；引用已存报文时记录阅读。',
      en: 'Documents with lineage, faults and warnings, values that no rule reads, required fields that no rule fills, and the message written again. Nothing is stored; reading a stored message is recorded.',
    },
    parameters: ['mappedAdapter', 'language'],
    body: {
      schema: 'mapping-preview',
      required: true,
      example: { version: 'shipped', message: '<DecMessage/>' },
    },
    answers: [{ status: 200, text: { zh: '预览', en: 'The preview' }, schema: 'mapping-preview' }],
    faults: [...noVersion, ...written, 'ADMIN_PREVIEW_SOURCE', 'GATEWAY_NOT_FOUND'],
  },
  {
    ...operation,
    id: 'rollBackMapping',
    method: 'post',
    path: `${one}/rollback`,
    summary: { zh: '回退映射', en: 'Roll a mapping back' },
    description: {
      zh: '以曾发布版本的内容生成新版本并立即生效；to 为 shipped 时停用已发布的映射。内容已经复核过，一人即可回退。',
      en: 'A version that was published once comes into force again as a new version; `shipped` takes what is published out of force. One person may do it: the content was reviewed before.',
    },
    parameters: ['mappedAdapter', 'reason', 'language'],
    body: { schema: 'mapping-rollback', required: true, example: { to: 'shipped', reason: '误发布' } },
    answers: [shownVersion],
    faults: [
      ...noVersion,
      ...written,
      ...reasoned,
      ...unusable,
      'ADMIN_MAPPING_IN_FORCE',
      'ADMIN_MAPPING_NEVER_PUBLISHED',
    ],
  },
  {
    ...operation,
    id: 'startDryRun',
    method: 'post',
    path: `${one}/dry-runs`,
    summary: { zh: '试运行', en: 'Begin a dry run' },
    description: {
      zh: '用候选映射和现行映射分别重读最近的已存报文，统计相同、有变、新增失败，给出首批差异及受影响的接收方。在独立线程中进行，不产生任何单证和投递。',
      en: 'Reads the last stored messages with the candidate and with what is in force, counts same, changed and newly failing, and tells first differences and who gets what changes. In a thread of its own; nothing is stored or delivered.',
    },
    parameters: ['mappedAdapter', 'language'],
    body: { schema: 'mapping-dry-run', required: true, example: { version: '1', last: 10000 } },
    answers: [
      { status: 202, text: { zh: '已开始', en: 'It has begun' }, schema: 'dry-run', headers: ['location'] },
    ],
    faults: [
      ...noVersion,
      ...written,
      ...unusable,
      'ADMIN_REFERENCE_UNKNOWN',
      'ADMIN_DRY_RUN_BUSY',
      'GATEWAY_PARAMETER_INVALID',
    ],
  },
  {
    ...operation,
    id: 'listDryRuns',
    method: 'get',
    path: `${one}/dry-runs`,
    summary: { zh: '试运行列表', en: 'List dry runs' },
    description: { zh: '新的在前，只有计数。', en: 'Newest first, with counts alone.' },
    parameters: ['mappedAdapter'],
    answers: [{ status: 200, text: { zh: '最近的', en: 'The last ones' }, schema: 'dry-run', list: true }],
    faults: noAdapter,
  },
  {
    ...operation,
    id: 'getDryRun',
    method: 'get',
    path: '/v1/admin/dry-runs/{id}',
    summary: { zh: '试运行进度与结果', en: 'What a dry run came to' },
    description: {
      zh: '运行中给出计数；结束后给出首批差异，查看即记录阅读。',
      en: 'Counts while it runs; in the end the first differences, and reading them is recorded.',
    },
    parameters: ['dryRunId'],
    answers: [{ status: 200, text: { zh: '试运行', en: 'The dry run' }, schema: 'dry-run' }],
    faults: ['GATEWAY_NOT_FOUND'],
  },
  {
    ...operation,
    id: 'cancelDryRun',
    method: 'delete',
    path: '/v1/admin/dry-runs/{id}',
    summary: { zh: '取消试运行', en: 'Cancel a dry run' },
    parameters: ['dryRunId'],
    answers: [{ status: 200, text: { zh: '试运行', en: 'The dry run' }, schema: 'dry-run' }],
    faults: ['GATEWAY_NOT_FOUND'],
  },
  {
    ...operation,
    id: 'renormaliseInterchanges',
    method: 'post',
    path: '/v1/admin/interchanges/renormalise',
    summary: { zh: '重新标准化', en: 'Read held messages again' },
    description: {
      zh: '被暂挂或拒收的报文在映射、权限修正后按原顺序重新处理；已产生单证的报文不受影响，不会重复。dryRun 只列出。',
      en: 'Held or rejected messages are done again in their order, after a mapping or a right was mended. One that gave documents is left alone, so nothing is doubled. dryRun only lists them.',
    },
    parameters: ['reason'],
    body: {
      schema: 'interchanges-renormalise',
      required: true,
      example: { adapter: 'customs/declaration-xml', state: 'held', reason: '映射已修正' },
    },
    answers: [{ status: 200, text: { zh: '结果', en: 'What is due again' }, schema: 'renormalised' }],
    faults: [...written, ...reasoned, 'ADMIN_REFERENCE_UNKNOWN', 'GATEWAY_PARAMETER_INVALID'],
  },
];
