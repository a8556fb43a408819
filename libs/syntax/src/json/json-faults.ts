import type { FaultDefinitions } from '#kernel';

const resend = {
  zh: '请检查发送程序，重新生成完整报文后再发送',
  en: 'Check the sending program, make the whole message again and send it again',
};
const json = {
  zh: '请用 JSON 校验工具检查该位置，改正后重新发送',
  en: 'Check this place with a JSON validator, correct it and send it again',
};
const limit = {
  zh: '请拆分报文，或请管理员调整该映射的 limits',
  en: 'Split the message, or ask the administrator to raise the limits of this mapping',
};

/** What can be wrong with JSON: part of the library's catalogue. */
export const jsonFaults = {
  SYNTAX_JSON_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: 'JSON 格式错误（第 {line} 行第 {column} 列）：{zh}',
    en: 'The JSON is wrong at line {line}, column {column}: {en}',
    advice: json,
  },
  SYNTAX_JSON_TRUNCATED: {
    disposition: 'reject',
    status: 422,
    zh: 'JSON 不完整，在中间结束',
    en: 'The JSON ends in the middle',
    advice: resend,
  },
  SYNTAX_JSON_DUPLICATE: {
    disposition: 'reject',
    status: 422,
    zh: '同一对象中成员“{name}”出现两次',
    en: 'The member {name} stands twice in one object',
    advice: {
      zh: '请删去重复的成员；同一成员写两次时各程序的理解不一致',
      en: 'Remove one of them: programs differ in which one they take',
    },
  },
  SYNTAX_JSON_SURROGATE: {
    disposition: 'reject',
    status: 422,
    zh: '“{escape}”是半个代理对，不是字符',
    en: '{escape} is half of a surrogate pair and no character',
    advice: {
      zh: '请以 UTF-8 直接写出字符，或写出完整的代理对',
      en: 'Write the character itself in UTF-8, or both halves of the pair',
    },
  },
  SYNTAX_JSON_DEPTH: {
    disposition: 'reject',
    status: 422,
    zh: '对象和数组嵌套超过 {limit} 层',
    en: 'Objects and lists are nested deeper than {limit}',
    advice: limit,
  },
  SYNTAX_JSON_NODES: {
    disposition: 'reject',
    status: 422,
    zh: '值超过 {limit} 个',
    en: 'There are more values than {limit}',
    advice: limit,
  },
  SYNTAX_JSON_UNWRITABLE: {
    disposition: 'hold',
    status: 422,
    zh: '“{value}”不能写成 JSON 的 {kind}',
    en: '{value} cannot be written as a JSON {kind}',
    advice: { zh: '请改正单证中的该字段', en: 'Correct this field of the document' },
  },
} as const satisfies FaultDefinitions;
