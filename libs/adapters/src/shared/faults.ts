import type { FaultDefinitions } from '#kernel';

const schema = {
  zh: '请按标准单证的 JSON Schema 改正该处后重新发送。',
  en: 'Correct this place by the JSON Schema of the document and send it again.',
};

/** What can be wrong with documents that are sent as they are: part of the library's catalogue. */
export const sharedFaults = {
  ADAPTER_SHARED_NONE: {
    disposition: 'reject',
    status: 422,
    zh: '报文中没有标准单证。',
    en: 'There is no document in the message.',
    advice: {
      zh: '写成 {"type":"单证类型","body":{…}}、这样的数组或 CloudEvents 事件。',
      en: 'Send {"type":"…","body":{…}}, a list of these, or events of CloudEvents.',
    },
  },
  ADAPTER_SHARED_TYPE: {
    disposition: 'reject',
    status: 422,
    zh: '没有名为“{type}”的单证类型。',
    en: 'There is no document type {type}.',
    advice: { zh: '单证类型见 docs/documents.md。', en: 'The types are listed in docs/documents.md.' },
  },
  ADAPTER_SHARED_MEMBER: {
    disposition: 'reject',
    status: 422,
    zh: '成员 {path} 缺失或不对，应为 {expected}。',
    en: 'The member {path} is missing or wrong: {expected} is expected.',
    advice: schema,
  },
  ADAPTER_SHARED_STRANGE: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '成员 {path} 不属于单证，未采用。',
    en: 'The member {path} belongs to no document and was left out.',
    advice: { zh: '单证的内容都写在 body 之内。', en: 'What a document says stands inside of its body.' },
  },
  ADAPTER_SHARED_NUMBER: {
    disposition: 'reject',
    status: 422,
    zh: '数字 {value} 无法精确保存。',
    en: 'The number {value} cannot be kept exactly.',
    advice: {
      zh: '标准单证中的数量、金额、重量写成字符串，如 "1080.0000"。',
      en: 'Quantities, amounts and masses of documents are strings, such as "1080.0000".',
    },
  },
  ADAPTER_SHARED_DOUBLED: {
    disposition: 'reject',
    status: 422,
    zh: '第 {first} 份与第 {second} 份单证相同。',
    en: 'Documents {first} and {second} are the same.',
    advice: { zh: '每份单证在一个报文中只写一次。', en: 'Write each document once in a message.' },
  },
  ADAPTER_SHARED_NO_MAPPING: {
    disposition: 'reject',
    status: 422,
    zh: '适配器 {adapter} 原样收发标准单证，没有映射可改。',
    en: 'The adapter {adapter} takes documents as they are: it has no mapping that could be changed.',
    advice: {
      zh: '需要别的写法时，为该报文另建适配器。',
      en: 'For messages that are written otherwise make an adapter of their own.',
    },
  },
  ADAPTER_SHARED_TOO_MANY: {
    disposition: 'reject',
    status: 422,
    zh: '一个报文的单证超过 {limit} 份。',
    en: 'There are more than {limit} documents in one message.',
    advice: { zh: '请分成几个报文发送。', en: 'Send them in several messages.' },
  },
} as const satisfies FaultDefinitions;
