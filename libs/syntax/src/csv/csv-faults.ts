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

/** What can be wrong with a table of CSV. */
export const csvFaults = {
  SYNTAX_CSV_QUOTE: {
    disposition: 'reject',
    status: 422,
    zh: '第 {row} 行的引号到文件末尾仍未结束，文件可能被截断',
    en: 'A quote in row {row} is not closed at the end of the file: it may have been cut off',
    advice: resend,
  },
  SYNTAX_CSV_HEADER: {
    disposition: 'reject',
    status: 422,
    zh: '前 {rows} 行中没有列名行（应有：{names}）',
    en: 'None of the first {rows} rows has the column names (expected: {names})',
    advice: { zh: '请补上列名行后重新发送', en: 'Add the row of column names and send it again' },
  },
  SYNTAX_CSV_CELLS: {
    disposition: 'reject',
    status: 422,
    zh: '单元格超过上限 {limit}',
    en: 'There are more cells than {limit}',
    advice: limit,
  },
  SYNTAX_CSV_END: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '最后一行没有换行，文件可能被截断',
    en: 'The last line has no end: the file may have been cut off',
    advice: noted,
  },
  SYNTAX_CSV_RAGGED: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '第 {row} 行有 {cells} 个单元格，列名有 {columns} 个（共 {count} 行如此）',
    en: 'Row {row} has {cells} cells, there are {columns} column names ({count} such rows)',
    advice: noted,
  },
  SYNTAX_CSV_STRAY: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '第 {row} 行的引号之后还有内容（共 {count} 处），已连同引号保留',
    en: 'There is something behind a closing quote in row {row} ({count} times); it was kept with the quotes',
    advice: noted,
  },
  SYNTAX_CSV_TOTAL: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '第 {row} 行是合计，未读取：{content}',
    en: 'Row {row} is a total and was not read: {content}',
    advice: noted,
  },
  SYNTAX_CSV_GROUP: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{column} 在同一组内不一致：“{first}”与“{other}”，按首行处理',
    en: '{column} differs within one group: {first} and {other}; the first was taken',
    advice: noted,
  },
} as const satisfies FaultDefinitions;
