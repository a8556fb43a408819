import { catalogue } from '#kernel';

/** What can go wrong at a terminal before a hub or an adapter has its say. */
export const cliFaults = catalogue({
  CLI_FILE_UNREADABLE: {
    disposition: 'reject',
    status: 422,
    zh: '无法读取 {file}：{reason}',
    en: '{file} cannot be read: {reason}',
    advice: { zh: '检查路径和权限', en: 'Check the path and the permissions' },
  },
  CLI_FILE_UNUSABLE: {
    disposition: 'reject',
    status: 422,
    zh: '文件 {file} 不可用：{reason}',
    en: '{file} cannot be used: {reason}',
    advice: {
      zh: '检查路径和内容；邀请文件不会覆盖已有文件',
      en: 'check its path and content; an invitation does not overwrite a file',
    },
  },
  CLI_FILE_TOO_LARGE: {
    disposition: 'reject',
    status: 413,
    zh: '{file} 超过上限 {limit} 字节',
    en: '{file} is over the limit of {limit} bytes',
    advice: {
      zh: '拆分报文，或用 --limit 提高上限',
      en: 'Split the message, or raise the limit with --limit',
    },
  },
  CLI_ADAPTER_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '没有适配器 {adapter}；已有：{known}',
    en: 'There is no adapter {adapter}; there are: {known}',
    advice: { zh: '从已有的适配器中选择', en: 'Choose one of those that there are' },
  },
  CLI_TYPE_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '没有单证类型 {type}',
    en: 'There is no document type {type}',
    advice: { zh: '可用类型：{known}', en: 'The types are {known}' },
  },
  CLI_KEY_MISSING: {
    disposition: 'reject',
    status: 401,
    zh: '没有访问密钥',
    en: 'There is no access key',
    advice: { zh: '用 --key 或环境变量 TONGGUAN_KEY 给出', en: 'Give one with --key or TONGGUAN_KEY' },
  },
  CLI_HUB_UNREACHABLE: {
    disposition: 'retry',
    status: 503,
    zh: '无法连接 {url}：{reason}',
    en: '{url} cannot be reached: {reason}',
    advice: {
      zh: '检查 --url；枢纽可用后重发，相同内容不会重复受理',
      en: 'Check --url; send again when the hub is up, the same content is never stored twice',
    },
  },
  CLI_KEYS_UNUSABLE: {
    disposition: 'reject',
    status: 422,
    zh: '{source} 不是公钥集：{reason}',
    en: '{source} is not a set of public keys: {reason}',
    advice: {
      zh: '给出节点的地址，或其 /.well-known/jwks.json 保存成的文件',
      en: 'Give the address of the node, or a file with its /.well-known/jwks.json',
    },
  },
  CLI_EVIDENCE_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '{file} 不是回执、检查点、证明、单证或导出文件',
    en: '{file} is no receipt, checkpoint, proof, document or export',
    advice: {
      zh: '给出节点所给的原文',
      en: 'Give it as the node gave it',
    },
  },
  CLI_CONTENT_DIFFERS: {
    disposition: 'reject',
    status: 422,
    zh: '所给内容不是 {file} 所证明的内容',
    en: 'The content that was given is not the one that {file} is about',
    advice: { zh: '检查 --content 的文件', en: 'Check the file of --content' },
  },
  CLI_DATABASE_MISSING: {
    disposition: 'reject',
    status: 422,
    zh: '没有 DATABASE_URL',
    en: 'There is no DATABASE_URL',
    advice: {
      zh: '给出数据库地址；内置数据库请用管理接口 POST /v1/admin/evidence/verify',
      en: 'Give the address of the database; for an embedded one use POST /v1/admin/evidence/verify',
    },
  },
  CLI_EXPORT_REFUSED: {
    disposition: 'reject',
    status: 502,
    zh: '{url} 未给出导出：{answer}',
    en: '{url} did not give the export: {answer}',
    advice: {
      zh: '检查访问密钥和时间范围（至多 31 天）',
      en: 'Check the key and the range of time, 31 days at most',
    },
  },
  CLI_FEED_UNKNOWN: {
    disposition: 'reject',
    status: 404,
    zh: '没有名为 {feed} 的信箱',
    en: 'There is no mailbox {feed}',
    advice: {
      zh: '给出本参与方信箱的编号或代码；投递目标列表见 /v1/destinations',
      en: 'Give the id or the code of a mailbox of this participant; /v1/destinations lists them',
    },
  },
  CLI_RECEIVER_REFUSED: {
    disposition: 'reject',
    status: 502,
    zh: '{url} 未接收事件 {event}：{answer}',
    en: '{url} did not take event {event}: {answer}',
    advice: {
      zh: '修好接收程序后再次运行，将从该事件继续；或用 --skip-failed 跳过',
      en: 'Mend the receiver and run again, it goes on with this event; or pass it over with --skip-failed',
    },
  },
  CLI_CURSOR_UNKEPT: {
    disposition: 'reject',
    status: 500,
    zh: '无法写入游标文件 {file}：{reason}',
    en: 'The cursor cannot be written to {file}: {reason}',
    advice: { zh: '检查路径和权限', en: 'Check the path and the permissions' },
  },
  CLI_ORDERS_UNREADABLE: {
    disposition: 'reject',
    status: 422,
    zh: '无法识别沙箱指令 {orders}',
    en: 'The orders {orders} cannot be read',
    advice: {
      zh: '可用：ACCEPT、REJECT=代码、DELAY=5s、TWICE、REORDER、SILENT，以分号隔开',
      en: 'Give ACCEPT, REJECT=code, DELAY=5s, TWICE, REORDER, SILENT, with semicolons between them',
    },
  },
});
