import type { FaultDefinitions } from '#kernel';

const resend = {
  zh: '请检查发送程序，重新生成完整报文后再发送',
  en: 'Check the sending program, make the whole message again and send it again',
};
const noted = {
  zh: '报文已接收；请通知发送方改正',
  en: 'The message was taken; tell the sender to correct it',
};
const limit = {
  zh: '请拆分报文，或请管理员调整该映射的 limits',
  en: 'Split the message, or ask the administrator to raise the limits of this mapping',
};

/** What can be wrong with a flat file. */
export const flatFaults = {
  SYNTAX_FLAT_START: {
    disposition: 'reject',
    status: 422,
    zh: '不是平台文件：应以 {header} 记录开头',
    en: 'This is not a flat file: it must begin with a record {header}',
    advice: resend,
  },
  SYNTAX_FLAT_CUT: {
    disposition: 'reject',
    status: 422,
    zh: '文件在 {record} 记录中间结束，可能被截断',
    en: 'The file ends inside the record {record}: it may have been cut off',
    advice: resend,
  },
  SYNTAX_FLAT_RECORDS: {
    disposition: 'reject',
    status: 422,
    zh: '记录数超过上限 {limit}',
    en: 'There are more records than {limit}',
    advice: limit,
  },
  SYNTAX_FLAT_TRAILER: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '缺少 {trailer} 尾记录，无法核对是否完整',
    en: 'There is no trailer record {trailer}: whether the message is whole cannot be checked',
    advice: noted,
  },
  SYNTAX_FLAT_COUNT: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{trailer} 记录写明 {stated} 条记录，实际为 {counted} 条',
    en: 'The record {trailer} says {stated} records, there are {counted}',
    advice: noted,
  },
  SYNTAX_FLAT_TERMINATOR: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{record} 记录没有结束符，已按换行处理',
    en: 'The record {record} has no terminator; the line break was taken for it',
    advice: noted,
  },
  SYNTAX_FLAT_OUTSIDE: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{record} 记录在报文之外',
    en: 'The record {record} stands outside of any message',
    advice: noted,
  },
  SYNTAX_FLAT_UNKNOWN: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '结构表中没有 {tag} 记录（在 {group} 中，共 {count} 处）',
    en: 'The structure has no record {tag} (in {group}, {count} times)',
    advice: noted,
  },
  SYNTAX_FLAT_ORDER: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{tag} 记录次序不对或重复（在 {group} 中，共 {count} 处）',
    en: 'The record {tag} is out of order or repeated (in {group}, {count} times)',
    advice: noted,
  },
  SYNTAX_FLAT_COLUMNS: {
    disposition: 'hold',
    status: 422,
    zh: '值“{value}”超过 {record} 记录第 {from} 至 {to} 列的宽度',
    en: 'The value {value} does not fit columns {from} to {to} of the record {record}',
    advice: { zh: '请缩短该值，或改用变长格式', en: 'Shorten the value, or use the format with separators' },
  },
} as const satisfies FaultDefinitions;
