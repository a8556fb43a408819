import { parseNetworks } from '#exchange';
import { deliverySettings } from './delivery-settings.js';
import { federationSettings } from './federation/settings.js';
import { transferSettings } from './federation/transfer-settings.js';
import { keepingSettings } from './keeping-settings.js';
import { secondsByType } from './promise-settings.js';
import { oneOf, whole, type Setting } from './setting.js';

export type { Setting };

const isUrl = (value: string, schemes: readonly string[]): boolean =>
  URL.canParse(value) && schemes.includes(new URL(value).protocol);
const url =
  (...schemes: string[]) =>
  (value: string) =>
    isUrl(value, schemes) ? undefined : `a URL with ${schemes.join(' or ')}`;
const urls =
  (...schemes: string[]) =>
  (value: string) =>
    value.split(',').every((one) => isUrl(one.trim(), schemes))
      ? undefined
      : `URLs with ${schemes.join(' or ')}, commas between them`;
export const networksOf = (value: string) =>
  parseNetworks(
    value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );
const network = (value: string) => {
  const networks = networksOf(value);
  return networks.ok ? undefined : networks.error.map((fault) => fault.text.en).join('; ');
};

/** What a deployment may set, with what is used otherwise; docs/configuration.md is made from it. */
export const settings = {
  ROLE: {
    name: 'ROLE',
    standard: 'all',
    zh: '进程角色；命令行 --role 优先',
    en: 'what this process does; --role comes first',
    refuse: oneOf('all', 'gateway', 'worker'),
  },
  NODE_CODE: {
    name: 'NODE_CODE',
    standard: 'dalian',
    zh: '节点代码',
    en: 'code of this node',
    refuse: (value: string) =>
      /^[a-z][a-z0-9-]{1,30}$/.test(value) ? undefined : 'lower-case letters, digits and -',
  },
  ...federationSettings,
  ...transferSettings,
  HOST: { name: 'HOST', standard: '127.0.0.1', zh: '监听地址', en: 'address to listen on' },
  PORT: {
    name: 'PORT',
    standard: '8080',
    zh: '监听端口，0 为任意',
    en: 'port to listen on, 0 for any',
    refuse: whole(0, 65535),
  },
  DATA_DIR: {
    name: 'DATA_DIR',
    standard: './data',
    zh: '内置数据库和主密钥的目录',
    en: 'folder of the embedded database and the master key',
  },
  CODE_LISTS: {
    name: 'CODE_LISTS',
    standard: undefined,
    zh: '本地代码表文件（schemas/code-list.schema.json）的目录；缺省只用自带的代码表',
    en: 'folder of your own code lists (schemas/code-list.schema.json); those that come with the hub alone otherwise',
  },
  BROKERS: {
    name: 'BROKERS',
    standard: undefined,
    zh: '消息中间件及订阅的配置文件（schemas/brokers.schema.json），见 docs/brokers.md；缺省不使用',
    en: 'file of the message brokers and what is read from them (schemas/brokers.schema.json), see docs/brokers.md; none otherwise',
  },
  DATABASE_URL: {
    name: 'DATABASE_URL',
    standard: undefined,
    zh: 'PostgreSQL 地址；缺省用内置数据库',
    en: 'the PostgreSQL to use instead of the embedded one',
    refuse: url('postgres:', 'postgresql:'),
  },
  REDIS_URL: {
    name: 'REDIS_URL',
    standard: undefined,
    zh: 'Redis 地址，Redis Cluster 以逗号分隔列出若干节点；缺省队列也在 PostgreSQL',
    en: 'the Redis to keep the queue in instead of PostgreSQL; of a Redis Cluster some nodes, with commas between them',
    refuse: urls('redis:', 'rediss:'),
  },
  TONGGUAN_MASTER_KEY: {
    name: 'TONGGUAN_MASTER_KEY',
    standard: undefined,
    zh: '主密钥（base64，32 字节）；缺省存于 DATA_DIR',
    en: 'master key, 32 bytes in base64; kept in DATA_DIR otherwise',
  },
  TONGGUAN_BOOTSTRAP_KEY: {
    name: 'TONGGUAN_BOOTSTRAP_KEY',
    standard: undefined,
    zh: '首次启动时采用的管理员密钥',
    en: 'the administrator key to adopt at the first start',
    refuse: (value: string) =>
      /^tg_[A-Za-z0-9_-]{43}$/.test(value) ? undefined : 'tg_ and 43 characters of base64url',
  },
  LOG_LEVEL: {
    name: 'LOG_LEVEL',
    standard: 'info',
    zh: '日志级别',
    en: 'least level that is logged',
    refuse: oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  },
  TRUST_PROXY: {
    name: 'TRUST_PROXY',
    standard: 'false',
    zh: '是否采信反向代理给出的来源地址',
    en: 'whether to believe the address that a reverse proxy gives',
    refuse: oneOf('true', 'false'),
  },
  BODY_LIMIT: {
    name: 'BODY_LIMIT',
    standard: String(10 * 1024 * 1024),
    zh: '单个请求体字节上限',
    en: 'bytes of one body at most',
    refuse: whole(1024, 1024 ** 3),
  },
  BODIES_LIMIT: {
    name: 'BODIES_LIMIT',
    standard: String(256 * 1024 * 1024),
    zh: '同时接收的请求体总字节上限',
    en: 'bytes of all bodies being received at most',
    refuse: whole(1024, 64 * 1024 ** 3),
  },
  OPEN_BODIES_LIMIT: {
    name: 'OPEN_BODIES_LIMIT',
    standard: String(32 * 1024 * 1024),
    zh: '其中不带访问密钥者（节点间转送与登记等）的总字节上限，与参与方的互不占用',
    en: 'bytes of all bodies being received without an access key (transfers, entries of nodes) at most; they take nothing of the former',
    refuse: whole(1024, 64 * 1024 ** 3),
  },
  REQUEST_SECONDS: {
    name: 'REQUEST_SECONDS',
    standard: '60',
    zh: '一个请求从连接到收完的最长秒数',
    en: 'seconds that a request may take to arrive whole',
    refuse: whole(2, 3600),
  },
  RATE_LIMIT: {
    name: 'RATE_LIMIT',
    standard: '5000',
    zh: '每参与方每秒请求数，0 为不限',
    en: 'requests a second and participant, 0 for no limit',
    refuse: whole(0, 1_000_000),
  },
  WEBHOOK_TRIALS: {
    name: 'WEBHOOK_TRIALS',
    standard: '20',
    zh: '每参与方每分钟验证或试发 webhook 的次数',
    en: 'verifications and test events of webhooks a minute and participant',
    refuse: whole(1, 1000),
  },
  PREVIEWS: {
    name: 'PREVIEWS',
    standard: '30',
    zh: '每参与方每分钟预览订阅的次数',
    en: 'previews of subscriptions a minute and participant',
    refuse: whole(1, 1000),
  },
  DATABASE_CONNECTIONS: {
    name: 'DATABASE_CONNECTIONS',
    standard: '10',
    zh: '报文流转所用数据库连接数',
    en: 'database connections of the message flow',
    refuse: whole(2, 200),
  },
  NORMALISE_BATCH: {
    name: 'NORMALISE_BATCH',
    standard: '500',
    zh: '一次标准化的报文数上限',
    en: 'interchanges normalised in one transaction at most',
    refuse: whole(1, 1000),
  },
  DELIVER_CLAIM: {
    name: 'DELIVER_CLAIM',
    standard: '500',
    zh: '一次取出的投递数上限',
    en: 'deliveries claimed at once at most',
    refuse: whole(1, 5000),
  },
  LANE_CONCURRENCY: {
    name: 'LANE_CONCURRENCY',
    standard: '16',
    zh: '每类通道同时运行数',
    en: 'lanes of each kind that run at once',
    refuse: whole(1, 1000),
  },
  ...deliverySettings,
  PROMISE_NORMALISED_SECONDS: {
    name: 'PROMISE_NORMALISED_SECONDS',
    standard: '60',
    zh: '承诺：接收后多少秒内处理报文（接受、拒收或暂挂），超时即告警，0 为不承诺',
    en: 'promised: seconds until a message is read (accepted, rejected or held), else its sender is alerted; 0 for no promise',
    refuse: whole(0, 86_400),
  },
  PROMISE_DELIVERED_SECONDS: {
    name: 'PROMISE_DELIVERED_SECONDS',
    standard: '900',
    zh: '承诺：多少秒内把单证送达接收方，0 为不承诺',
    en: 'promised: seconds until a document is with its receiver; 0 for no promise',
    refuse: whole(0, 604_800),
  },
  PROMISE_ANSWERED_SECONDS: {
    name: 'PROMISE_ANSWERED_SECONDS',
    standard: '86400',
    zh: '承诺：多少秒内得到业务答复（限有权收到答复的发送方），0 为不承诺',
    en: 'promised: seconds until a document is answered, where its sender has a right to answers; 0 for no promise',
    refuse: whole(0, 31_536_000),
  },
  PROMISE_ANSWERED_BY_TYPE: {
    name: 'PROMISE_ANSWERED_BY_TYPE',
    standard: undefined,
    zh: '个别单证类型的答复承诺，如 Declaration=14400,PassengerList=1800（秒）',
    en: 'the same of single document types, such as Declaration=14400,PassengerList=1800 (seconds)',
    refuse: (value: string) =>
      secondsByType(value)
        ? undefined
        : 'a list of document types with seconds: Declaration=14400,PassengerList=1800',
  },
  ...keepingSettings,
  FEED_DAYS: {
    name: 'FEED_DAYS',
    standard: '90',
    zh: '信箱事件可回读的天数，0 为永久',
    en: 'days that the events of a mailbox can be read back; 0 for ever',
    refuse: whole(0, 3650),
  },
  ALLOW_NETWORKS: {
    name: 'ALLOW_NETWORKS',
    standard: undefined,
    zh: '地址由管理员填写的 webhook 可达的内网网段，如 10.0.0.0/8',
    en: 'private networks that webhooks may reach whose address an administrator named',
    refuse: network,
  },
  ALLOW_NETWORKS_SELF_SERVICE: {
    name: 'ALLOW_NETWORKS_SELF_SERVICE',
    standard: undefined,
    zh: '地址由参与方自行填写的 webhook 可达的内网网段，默认一个也没有',
    en: 'private networks that webhooks may reach whose address participants named themselves; default none',
    refuse: network,
  },
  MAPPING_PUBLISH_ALONE: {
    name: 'MAPPING_PUBLISH_ALONE',
    standard: 'false',
    zh: '是否允许用编写草稿的密钥发布该草稿；仅用于单人值守的节点',
    en: 'whether a key that wrote at a draft may publish it; for nodes that one person looks after',
    refuse: oneOf('true', 'false'),
  },
  DRY_RUNS: {
    name: 'DRY_RUNS',
    standard: '1',
    zh: '每进程同时进行的映射试运行数，0 为不允许',
    en: 'dry runs of mappings under way in a process at most, 0 for none',
    refuse: whole(0, 8),
  },
  EVIDENCE: {
    name: 'EVIDENCE',
    standard: 'on',
    zh: '是否把本节点所写的记录链成可验证的证据',
    en: 'whether what this node writes is chained, so that it can be proven',
    refuse: oneOf('on', 'off'),
  },
  EVIDENCE_SECONDS: {
    name: 'EVIDENCE_SECONDS',
    standard: '5',
    zh: '每隔多少秒封存一个签名区块',
    en: 'seconds from one signed block of records to the next',
    refuse: whole(1, 3600),
  },
  FILE_DROP_DIR: {
    name: 'FILE_DROP_DIR',
    standard: undefined,
    zh: '文件落地目录，其下每参与方一个 in/out/ack/error；缺省不启用（docs/file-drop.md）',
    en: 'folder with in, out, ack and error for each participant; no files are exchanged otherwise (docs/file-drop.md)',
  },
  FILE_DROP_SECONDS: {
    name: 'FILE_DROP_SECONDS',
    standard: '2',
    zh: '查看 in 目录的间隔秒数；文件大小与时间在其间不变才视为写完',
    en: 'seconds from one look at the folders in to the next; a file that did not change in between is complete',
    refuse: whole(1, 60),
  },
  FILE_DROP_RATE: {
    name: 'FILE_DROP_RATE',
    standard: '200',
    zh: '每参与方每秒取走的文件数，0 为不限',
    en: 'files taken a second and participant, 0 for no limit',
    refuse: whole(0, 100_000),
  },
  FILE_DROP_WAITING: {
    name: 'FILE_DROP_WAITING',
    standard: '10000',
    zh: 'out 目录中待取文件数上限，超过则暂缓投递',
    en: 'files that may wait in a folder out; deliveries wait past that',
    refuse: whole(1, 1_000_000),
  },
  FILE_DROP_WAITING_BYTES: {
    name: 'FILE_DROP_WAITING_BYTES',
    standard: String(1024 ** 3),
    zh: 'out 目录中待取文件总字节上限',
    en: 'bytes of the files that may wait in a folder out',
    refuse: whole(1024, 1024 ** 4),
  },
  FILE_DROP_DAYS: {
    name: 'FILE_DROP_DAYS',
    standard: '7',
    zh: 'ack 与 error 目录中文件保留天数，0 为不清理',
    en: 'days that files are kept in the folders ack and error, 0 for ever',
    refuse: whole(0, 3650),
  },
  SWEEP_SECONDS: {
    name: 'SWEEP_SECONDS',
    standard: '5',
    zh: '补漏巡检间隔秒数',
    en: 'seconds from one sweep for lost lanes to the next',
    refuse: whole(1, 3600),
  },
  CLOSE_SECONDS: {
    name: 'CLOSE_SECONDS',
    standard: '20',
    zh: '停机等待秒数上限',
    en: 'seconds to wait for running work at shutdown',
    refuse: whole(1, 600),
  },
} as const satisfies Record<string, Setting>;
