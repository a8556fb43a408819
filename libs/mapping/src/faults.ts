import { catalogue } from '#kernel';

const mend = { zh: '请改正映射定义后重新发布', en: 'Correct the mapping and publish it again' };
const sender = {
  zh: '请发送方改正该字段后重新发送',
  en: 'Ask the sender to correct this field and send it again',
};
const hold = {
  zh: '请核对映射与报文；若映射有误，改正后可重新处理',
  en: 'Compare the mapping with the message; if the mapping is wrong, correct it and process the message again',
};
const document = {
  zh: '请检查单证内容与目标格式的映射',
  en: 'Check the document and the mapping of the target format',
};
const noted = { zh: '原值已保留，请核对', en: 'The value was kept; please check it' };

/** What can be wrong with a mapping, with a message that it reads, and with a document that it writes. */
export const mappingFaults = catalogue({
  MAPPING_SHAPE: {
    disposition: 'hold',
    status: 422,
    zh: '映射定义有误：{zh}',
    en: 'The mapping is wrong here: {en}',
    advice: mend,
  },
  MAPPING_PATH: {
    disposition: 'hold',
    status: 422,
    zh: '路径“{path}”第 {at} 个字符处有误：{zh}',
    en: 'The path {path} is wrong at character {at}: {en}',
    advice: mend,
  },
  MAPPING_POINTER: {
    disposition: 'hold',
    status: 422,
    zh: '“{pointer}”不是可用的 JSON 指针',
    en: '{pointer} is not a usable JSON pointer',
    advice: mend,
  },
  MAPPING_FORMAT_UNKNOWN: {
    disposition: 'hold',
    status: 422,
    zh: '不认识的格式 {format}',
    en: 'There is no format {format}',
    advice: mend,
  },
  MAPPING_CODES_UNKNOWN: {
    disposition: 'hold',
    status: 422,
    zh: 'codes.json 中没有代码表“{table}”',
    en: 'codes.json has no table {table}',
    advice: mend,
  },
  MAPPING_EXPRESSION: {
    disposition: 'hold',
    status: 422,
    zh: 'CEL 表达式第 {position} 个字符处有误：{detail}',
    en: 'The expression in CEL is wrong at character {position}: {detail}',
    advice: {
      zh: '变量是 of 中的名称，都是文本；缺少的值为空文本。小数用 decimal(double(x), 位数) 写成文本。改正后重新发布',
      en: 'Its variables are the names of of, all of them texts; what the message lacks is empty. Write a decimal as decimal(double(x), digits). Correct it and publish the mapping again',
    },
  },
  MAPPING_STRUCTURE: {
    disposition: 'hold',
    status: 422,
    zh: '路径“{path}”中的 {step} 不在 structure 中',
    en: 'The step {step} of {path} is not in the structure',
    advice: mend,
  },

  MAPPING_EXAMPLE: {
    disposition: 'hold',
    status: 422,
    zh: '样例“{name}”未通过：{zh}',
    en: 'The example {name} fails: {en}',
    advice: { zh: '请改正映射或样例后再发布', en: 'Correct the mapping or the example, then publish it' },
  },

  MAPPING_ROOT: {
    disposition: 'hold',
    status: 422,
    zh: '根元素是“{found}”，应为“{expected}”',
    en: 'The root element is {found}, not {expected}',
    advice: hold,
  },
  MAPPING_SYNTAX: {
    disposition: 'bug',
    status: 500,
    zh: '映射用于 {expected}，报文是 {found}',
    en: 'The mapping is for {expected}, the message is {found}',
    advice: hold,
  },
  MAPPING_NO_MESSAGE: {
    disposition: 'hold',
    status: 422,
    zh: '文件中没有 {expected} 报文（有：{found}）',
    en: 'The file has no {expected} message (it has: {found})',
    advice: hold,
  },
  MAPPING_OTHER_MESSAGE: {
    disposition: 'hold',
    severity: 'warning',
    status: 422,
    zh: '{found} 报文未被读取：本映射只读 {expected}',
    en: 'The {found} message was not read: this mapping reads {expected}',
    advice: { zh: '请分开发送不同类型的报文', en: 'Send messages of different types separately' },
  },
  MAPPING_NO_DOCUMENT: {
    disposition: 'hold',
    severity: 'warning',
    status: 422,
    zh: '报文中没有可生成单证的内容',
    en: 'The message has nothing to make a document of',
    advice: hold,
  },
  MAPPING_TOO_MANY: {
    disposition: 'reject',
    status: 422,
    zh: '单证超过 {limit} 份',
    en: 'There are more than {limit} documents',
    advice: { zh: '请拆分报文', en: 'Split the message' },
  },
  MAPPING_REQUIRED: {
    disposition: 'reject',
    status: 422,
    zh: '缺少必填项 {from}',
    en: '{from} is required and missing',
    advice: sender,
  },
  MAPPING_VALUE: {
    disposition: 'reject',
    status: 422,
    zh: '值“{value}”不符合格式 {format}',
    en: 'The value {value} does not fit the format {format}',
    advice: sender,
  },
  MAPPING_EXPRESSION_FAILED: {
    disposition: 'hold',
    status: 422,
    zh: 'CEL 表达式无法对该报文求值：{detail}',
    en: 'The expression in CEL has no value for this message: {detail}',
    advice: hold,
  },
  MAPPING_DTM: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '日期“{value}”与格式代码 {format} 不符，已按长度读取',
    en: 'The time {value} does not fit its format code {format}; it was read by its length',
    advice: noted,
  },
  MAPPING_DTM_CODE: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '“{value}”不是日期或时刻（格式代码 {format}），未作为时间读取',
    en: '{value} is no date or time of day (format code {format}); it was not read as one',
    advice: noted,
  },
  MAPPING_CODE: {
    disposition: 'hold',
    severity: 'warning',
    status: 422,
    zh: '代码表 {table} 中没有“{value}”，已保留原值',
    en: 'The table {table} has no {value}; it was kept as it is',
    advice: noted,
  },

  MAPPING_WRITE_NOTHING: {
    disposition: 'bug',
    status: 500,
    zh: '没有可写出的单证',
    en: 'There is no document to write',
    advice: document,
  },
  MAPPING_WRITE_TYPE: {
    disposition: 'hold',
    status: 422,
    zh: '该映射不能写出 {type}',
    en: 'This mapping cannot write a {type}',
    advice: document,
  },
  MAPPING_WRITE_ONE: {
    disposition: 'hold',
    status: 422,
    zh: '该格式一个报文只能写一份单证，给了 {count} 份',
    en: 'A message of this format holds one document, {count} were given',
    advice: { zh: '请逐份写出', en: 'Write them one by one' },
  },
  MAPPING_WRITE_REQUIRED: {
    disposition: 'hold',
    status: 422,
    zh: '写 {from} 需要该字段，单证中没有',
    en: 'Writing {from} needs this field, the document lacks it',
    advice: document,
  },
  MAPPING_WRITE_VALUE: {
    disposition: 'hold',
    status: 422,
    zh: '值“{value}”不能按格式 {format} 写出',
    en: 'The value {value} cannot be written as {format}',
    advice: document,
  },
  MAPPING_WRITE_EXPRESSION: {
    disposition: 'hold',
    status: 422,
    zh: 'CEL 表达式无法对该单证求值：{detail}',
    en: 'The expression in CEL has no value for this document: {detail}',
    advice: document,
  },
  MAPPING_WRITE_CONFLICT: {
    disposition: 'hold',
    status: 422,
    zh: '{from} 已写为“{written}”，不能再写“{value}”',
    en: '{from} is already {written} and cannot be {value} too',
    advice: {
      zh: '这些单证不能合为一个报文，请分开写出',
      en: 'These documents do not fit one message: write them separately',
    },
  },
  MAPPING_MORE: {
    disposition: 'reject',
    status: 422,
    zh: '另有 {count} 条未列出',
    en: '{count} more are not listed',
    advice: hold,
  },
});
