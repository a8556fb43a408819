import { catalogue } from '#kernel';
import { csvFaults } from './csv/csv-faults.js';
import { flatFaults } from './flat/flat-faults.js';
import { jsonFaults } from './json/json-faults.js';
import { nmeaFaults } from './nmea/nmea-faults.js';

const resend = {
  zh: '请检查发送程序，重新生成完整报文后再发送',
  en: 'Check the sending program, make the whole message again and send it again',
};
const noted = {
  zh: '报文已接收；请通知发送方改正',
  en: 'The message was taken; tell the sender to correct it',
};
const xml = {
  zh: '请用 XML 校验工具检查该位置，改正后重新发送',
  en: 'Check this place with an XML validator, correct it and send it again',
};
const limit = {
  zh: '请拆分报文，或请管理员调整该映射的 limits',
  en: 'Split the message, or ask the administrator to raise the limits of this mapping',
};
const table = { zh: '请改正映射中的 structure', en: 'Correct the structure in the mapping' };
const encoding = {
  zh: '请在映射的选项中改用能表示该字符的字符集',
  en: 'Choose a charset in the options of the mapping that has this character',
};

/** All that can be wrong with the bytes of a message, before any mapping looks at it. */
export const syntaxFaults = catalogue({
  SYNTAX_EMPTY: {
    disposition: 'reject',
    status: 422,
    zh: '报文为空',
    en: 'The message is empty',
    advice: resend,
  },
  SYNTAX_TOO_LARGE: {
    disposition: 'reject',
    status: 413,
    zh: '报文有 {bytes} 字节，超过上限 {limit}',
    en: 'The message has {bytes} bytes, over the limit of {limit}',
    advice: limit,
  },
  SYNTAX_UNKNOWN: {
    disposition: 'hold',
    status: 422,
    zh: '不认识的语法“{syntax}”',
    en: 'There is no syntax {syntax}',
    advice: {
      zh: '请改用 xml、edifact、flat、json、csv 或 nmea',
      en: 'Use xml, edifact, flat, json, csv or nmea',
    },
  },
  SYNTAX_CHARSET_INVALID: {
    disposition: 'reject',
    status: 422,
    zh: '第 {byte} 个字节起不是合法的 {charset} 编码',
    en: 'From byte {byte} the message is not valid {charset}',
    advice: {
      zh: '请统一用 UTF-8 或 GB18030 编码并如实声明',
      en: 'Write the whole message in UTF-8 or GB18030 and declare it truly',
    },
  },
  SYNTAX_CHARSET_UNSUPPORTED: {
    disposition: 'reject',
    status: 422,
    zh: '不支持声明的字符集“{charset}”',
    en: 'The declared charset {charset} is not supported',
    advice: { zh: '请改用 UTF-8 或 GB18030', en: 'Use UTF-8 or GB18030' },
  },
  SYNTAX_CHARSET_DIFFERS: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '声明的字符集是 {declared}，实际按 {charset} 读取',
    en: 'The declared charset is {declared}; the message was read as {charset}',
    advice: noted,
  },
  SYNTAX_CHARSET_UNWRITABLE: {
    disposition: 'hold',
    status: 422,
    zh: '字符“{character}”不能用 {charset} 写出',
    en: 'The character {character} cannot be written in {charset}',
    advice: encoding,
  },
  SYNTAX_MORE: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '另有 {count} 条告警未列出',
    en: '{count} more warnings are not listed',
    advice: noted,
  },

  SYNTAX_XML_BLANK: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: 'XML 声明之前有空白，已略过',
    en: 'There is white space before the XML declaration; it was passed over',
    advice: noted,
  },
  SYNTAX_XML_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: 'XML 格式错误（第 {line} 行第 {column} 列）：{zh}',
    en: 'The XML is not well-formed at line {line}, column {column}: {en}',
    advice: xml,
  },
  SYNTAX_XML_TRUNCATED: {
    disposition: 'reject',
    status: 422,
    zh: 'XML 不完整：在元素“{element}”未结束时中断',
    en: 'The XML ends in the middle: the element {element} is not closed',
    advice: resend,
  },
  SYNTAX_XML_DOCTYPE: {
    disposition: 'reject',
    status: 422,
    zh: '不接受 DOCTYPE 声明',
    en: 'A DOCTYPE is not accepted',
    advice: { zh: '请去掉 DOCTYPE 声明后重新发送', en: 'Remove the DOCTYPE and send it again' },
  },
  SYNTAX_XML_ENTITY: {
    disposition: 'reject',
    status: 422,
    zh: '不接受实体“{entity}”，只能用五个预定义实体和数字引用',
    en: 'The entity {entity} is not accepted: only the five predefined ones and numeric references are',
    advice: { zh: '请直接写出字符', en: 'Write the character itself' },
  },
  SYNTAX_XML_DEPTH: {
    disposition: 'reject',
    status: 422,
    zh: '元素嵌套超过 {limit} 层',
    en: 'Elements are nested deeper than {limit}',
    advice: limit,
  },
  SYNTAX_XML_NODES: {
    disposition: 'reject',
    status: 422,
    zh: '元素超过 {limit} 个',
    en: 'There are more than {limit} elements',
    advice: limit,
  },
  SYNTAX_XML_ATTRIBUTES: {
    disposition: 'reject',
    status: 422,
    zh: '一个元素的属性超过 {limit} 个',
    en: 'An element has more than {limit} attributes',
    advice: limit,
  },
  SYNTAX_XML_CHARACTER: {
    disposition: 'hold',
    status: 422,
    zh: '字符 U+{code} 或名称“{name}”不能写入 XML',
    en: 'The character U+{code} or the name {name} cannot be written in XML',
    advice: { zh: '请改正单证中的该字段', en: 'Correct this field of the document' },
  },

  ...jsonFaults,
  ...nmeaFaults,

  SYNTAX_EDIFACT_START: {
    disposition: 'reject',
    status: 422,
    zh: '不是 EDIFACT：开头应为 UNA、UNB、UNG 或 UNH',
    en: 'This is not EDIFACT: it must begin with UNA, UNB, UNG or UNH',
    advice: resend,
  },
  SYNTAX_EDIFACT_UNTERMINATED: {
    disposition: 'reject',
    status: 422,
    zh: '最后的 {tag} 段没有结束符，报文可能被截断',
    en: 'The last segment, {tag}, has no terminator: the message may have been cut off',
    advice: resend,
  },
  SYNTAX_EDIFACT_CUT: {
    disposition: 'reject',
    status: 422,
    zh: '报文 {reference} 到文件末尾仍没有 UNT，报文被截断',
    en: 'The message {reference} has no UNT at the end of the file: it was cut off',
    advice: resend,
  },
  SYNTAX_EDIFACT_SEGMENTS: {
    disposition: 'reject',
    status: 422,
    zh: '段数超过上限 {limit}',
    en: 'There are more segments than {limit}',
    advice: limit,
  },
  SYNTAX_EDIFACT_UNA: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: 'UNA“{una}”不完整或与正文不符，已按正文判断分隔符',
    en: 'The UNA {una} is short or differs from the body; the separators were taken from the body',
    advice: noted,
  },
  SYNTAX_EDIFACT_UNB: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '没有 UNB（CONTRL {contrl}）',
    en: 'There is no UNB (CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_MISSING: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '缺少 {tag}（CONTRL {contrl}）',
    en: '{tag} is missing (CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_COUNT: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{tag} 计数为 {stated}，实际为 {counted}（CONTRL {contrl}）',
    en: '{tag} says {stated}, there are {counted} (CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_REFERENCE: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{tag} 参考号“{stated}”与“{expected}”不一致（CONTRL {contrl}）',
    en: 'The reference of {tag} is {stated}, not {expected} (CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_OUTSIDE: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{tag} 段在报文之外（CONTRL {contrl}）',
    en: 'The segment {tag} stands outside of any message (CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_BEHIND: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '交换结束（UNZ）之后还有文字“{text}”，未读取',
    en: 'Behind the end of the interchange (UNZ) stands text that was not read: {text}',
    advice: noted,
  },
  SYNTAX_EDIFACT_TAG: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '“{tag}”不是合法的段标识（CONTRL {contrl}）',
    en: '{tag} is not a segment tag (CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_UNKNOWN: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '结构表中没有 {tag} 段（在 {group} 中，共 {count} 处，CONTRL {contrl}）',
    en: 'The structure has no segment {tag} (in {group}, {count} times, CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_ORDER: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '{tag} 段次序不对或重复（在 {group} 中，共 {count} 处，CONTRL {contrl}）',
    en: 'The segment {tag} is out of order or repeated (in {group}, {count} times, CONTRL {contrl})',
    advice: noted,
  },
  SYNTAX_EDIFACT_STRUCTURE: {
    disposition: 'hold',
    status: 422,
    zh: 'structure 第 {at} 个字符处有误：应为 {expected}',
    en: 'The structure is wrong at character {at}: {expected} expected',
    advice: table,
  },

  ...flatFaults,
  ...csvFaults,
});
