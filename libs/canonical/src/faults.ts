import { catalogue } from '#kernel';

/** What can be wrong with a document: violations of its schema are errors, doubts about its content are warnings. */
export const canonicalFaults = catalogue({
  CANONICAL_TYPE_UNKNOWN: {
    disposition: 'hold',
    status: 422,
    zh: '没有单证类型 {type} 的模式。',
    en: 'There is no schema for the document type {type}.',
    advice: {
      zh: '改正映射中的单证类型，或安装含有该类型的版本。',
      en: 'Correct the document type in the mapping, or install a version that has it.',
    },
  },
  CANONICAL_VIOLATION: {
    disposition: 'reject',
    status: 422,
    zh: '{pointer} 不符合 {type} 的模式：{zh}',
    en: '{pointer} does not fit the schema of {type}: {en}',
    advice: {
      zh: '改正报文中的该值后重新发送；如果报文无误，请管理员修改映射后重新处理。',
      en: 'Correct the value in the message and send it again; if the message is right, have the mapping changed and the message done again.',
    },
  },
  CANONICAL_EXPECTED_MISSING: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '缺少 {label}（{pointer}）。',
    en: '{pointer} is missing: {description}.',
    advice: {
      zh: '单证已接收；后续环节通常需要该项，请在下次报文中填写。',
      en: 'The document is accepted; later steps usually need this, so fill it in the next message.',
    },
  },
  CANONICAL_CONTAINER_FORM: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '箱号 {value} 不是 ISO 6346 的形式（四个字母、七个数字）。',
    en: 'The container number {value} does not have the form of ISO 6346 (four letters, seven digits).',
    advice: {
      zh: '单证已接收；请核对箱号，货主自备的非标箱可以忽略。',
      en: 'The document is accepted; check the number, unless it is a box outside the standard.',
    },
  },
  CANONICAL_CONTAINER_CHECK_DIGIT: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '箱号 {value} 的校验位应为 {expected}（ISO 6346）。',
    en: 'The check digit of the container number {value} should be {expected} (ISO 6346).',
    advice: {
      zh: '单证已接收；请对照箱体核对箱号，如有误请发送更正报文。',
      en: 'The document is accepted; compare the number with the box and send a correction if it is wrong.',
    },
  },
  CANONICAL_IMO_CHECK_DIGIT: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: 'IMO 编号 {value} 的校验位不正确。',
    en: 'The check digit of the IMO number {value} is wrong.',
    advice: {
      zh: '单证已接收；请核对船舶的 IMO 编号，如有误请发送更正报文。',
      en: 'The document is accepted; check the IMO number of the ship and send a correction if it is wrong.',
    },
  },
  CANONICAL_CODE_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '{titleZh}中没有 {value}。',
    en: '{value} is not among the {titleEn}.',
    advice: {
      zh: '单证已接收，代码按原样保留；请核对代码，或请管理员把本地代码加入代码表。',
      en: 'The document is accepted and the code is kept; check it, or have a local code added to the list.',
    },
  },
  CANONICAL_CODE_EXPIRED: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '{titleZh}中的 {value}（{nameZh}）已于 {to} 停用{insteadZh}。',
    en: '{value} ({nameEn}) among the {titleEn} ended on {to}{insteadEn}.',
    advice: {
      zh: '单证已接收，代码按原样保留；以后请使用现行代码。',
      en: 'The document is accepted and the code is kept; use the code that holds from now on.',
    },
  },
  CANONICAL_CODE_NOT_YET: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '{titleZh}中的 {value}（{nameZh}）自 {from} 起启用，单证所述日期为 {on}。',
    en: '{value} ({nameEn}) among the {titleEn} begins on {from}; the document tells of {on}.',
    advice: {
      zh: '单证已接收，代码按原样保留；请核对日期与代码。',
      en: 'The document is accepted and the code is kept; check the date and the code.',
    },
  },
  CANONICAL_CODE_MISTAKEN: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '{value} 是{nameZh}，此处应为{titleZh}{insteadZh}。',
    en: '{value} is {nameEn}, where one of the {titleEn} is expected{insteadEn}.',
    advice: {
      zh: '单证已接收，代码按原样保留；请核对代码所指的地点。',
      en: 'The document is accepted and the code is kept; check which place the code means.',
    },
  },
});
