import { catalogue } from '#kernel';

/** What can go wrong with an interchange or a delivery between the door and the destination. */
export const exchangeFaults = catalogue({
  EXCHANGE_BUSY: {
    disposition: 'retry',
    status: 429,
    zh: '枢纽暂时繁忙：等待入库的报文已达上限（{limit}）',
    en: 'the hub is busy: the number of interchanges waiting to be stored has reached its limit ({limit})',
    advice: {
      zh: '按 Retry-After 稍后重发；使用相同的 Idempotency-Key 不会重复',
      en: 'send it again after Retry-After; with the same Idempotency-Key it is never stored twice',
    },
  },
  EXCHANGE_STORE_UNAVAILABLE: {
    disposition: 'retry',
    status: 503,
    zh: '报文未能入库，未被受理',
    en: 'the interchange could not be stored and is not accepted',
    advice: {
      zh: '按 Retry-After 稍后重发；使用相同的 Idempotency-Key 不会重复',
      en: 'send it again after Retry-After; with the same Idempotency-Key it is never stored twice',
    },
  },
  EXCHANGE_KEY_REUSED: {
    disposition: 'reject',
    status: 409,
    zh: '该 Idempotency-Key 已用于内容不同的报文 {interchange}',
    en: 'this Idempotency-Key was used before for other content, interchange {interchange}',
    advice: {
      zh: '新报文请使用新的 Idempotency-Key；重发请保持内容逐字节一致',
      en: 'use a new Idempotency-Key for a new message; send the very same bytes to repeat one',
    },
  },
  EXCHANGE_REFERENCE_REUSED: {
    disposition: 'reject',
    status: 409,
    zh: '报文自身编号 {reference} 已用于内容不同的报文 {interchange}',
    en: "the message's own reference {reference} was used before for other content, interchange {interchange}",
    advice: {
      zh: '更正请使用新的报文编号（并注明被替代的报文）；重发请保持内容一致',
      en: 'give a correction a reference of its own; send the very same content to repeat a message',
    },
  },
  EXCHANGE_CHANNEL_ABSENT: {
    disposition: 'retry',
    status: 503,
    zh: '本进程未配置 {kind} 类投递目标所用的通道',
    en: 'this process is not set up for destinations of the kind {kind}',
    advice: {
      zh: '请管理员按配置说明启用该通道；未投递的单证保留并会重试',
      en: 'let an administrator set the channel up as the configuration page says; what is owed is kept and tried again',
    },
  },
  EXCHANGE_NORMALISE_BUG: {
    disposition: 'hold',
    status: 500,
    zh: '标准化时发生内部错误，报文已保留',
    en: 'an internal error stopped the normalisation; the interchange is kept',
    advice: {
      zh: '请联系枢纽管理员并提供报文编号；修复后将重新处理',
      en: 'tell the administrator of the hub the id of the interchange; it is normalised again after the repair',
    },
  },
  EXCHANGE_LINEAGE_CHANGED: {
    disposition: 'reject',
    status: 409,
    zh: '当前程序对原报文的标准化结果与该单证不同，无法给出字段溯源（{adapter} {version}）',
    en: 'the present program does not read the interchange as it was read then ({adapter} {version}): no lineage can be given',
    advice: {
      zh: '原报文与单证均未改变；请用当时版本的程序查看溯源',
      en: 'interchange and document are unchanged; look at the lineage with the program of that time',
    },
  },
  EXCHANGE_MAPPING_MISSING: {
    disposition: 'reject',
    status: 404,
    zh: '没有 {adapter} 的映射版本 {version}',
    en: 'There is no version {version} of the mapping of {adapter}',
    advice: { zh: '查看该适配器的版本列表', en: 'See the list of its versions' },
  },
  EXCHANGE_MAPPING_STRAY: {
    disposition: 'hold',
    status: 404,
    zh: '本程序没有适配器 {adapter}',
    en: 'This program has no adapter {adapter}',
    advice: { zh: '检查适配器编号', en: 'Check the id of the adapter' },
  },
  EXCHANGE_MAPPING_UNUSABLE: {
    disposition: 'hold',
    status: 503,
    zh: '已发布的映射 {adapter} {version} 不适用于本程序，暂用随程序提供的映射：{reason}',
    en: 'The published mapping {adapter} {version} cannot be used by this program; the one it ships with is in force: {reason}',
    advice: {
      zh: '据此版本新建草稿，改正后重新发布；或回退到随程序提供的映射',
      en: 'Begin a draft from that version, correct and publish it; or roll back to the shipped one',
    },
  },
  EXCHANGE_RIGHT_WITHDRAWN: {
    disposition: 'reject',
    status: 403,
    zh: '共享协议在投递前已被撤回或到期',
    en: 'the agreement was withdrawn or ran out before the delivery',
    advice: {
      zh: '如仍需要，请数据所有方重新授权后再补发',
      en: 'if the data is still wanted, ask its owner to grant it again and have it delivered again',
    },
  },
  EXCHANGE_RIGHT_SUSPENDED: {
    disposition: 'hold',
    status: 403,
    zh: '共享协议已暂停或尚未生效，投递等待其恢复',
    en: 'the agreement is suspended or not valid yet; the delivery waits for it',
    advice: {
      zh: '无需处理：协议恢复后按顺序投递；如需询问请联系数据所有方',
      en: 'nothing to do: it goes out in order when the agreement is granted again; ask the owner of the data when that is',
    },
  },
  EXCHANGE_SUPERSEDED: {
    disposition: 'reject',
    status: 410,
    zh: '该单证已由更正后的单证取代，改为投递更正单证',
    en: 'a corrected document stands in place of this one and is delivered instead',
    advice: {
      zh: '以 supersedes 指向该单证的更正单证为准',
      en: 'use the document whose supersedes names this one',
    },
  },
  EXCHANGE_DESTINATION_FAILING: {
    disposition: 'hold',
    status: 503,
    zh: '自 {since} 起没有一次投递成功，投递目标已停用',
    en: 'no delivery has succeeded since {since}; the destination is disabled',
    advice: {
      zh: '修复接收端后重新启用投递目标；未投递的单证会按顺序补投',
      en: 'mend the receiver and activate the destination again; what is owed goes out in order',
    },
  },
  EXCHANGE_READ_LATE: {
    disposition: 'hold',
    status: 504,
    zh: '报文未在承诺时限 {by} 前处理',
    en: 'the message was not read by {by}, as was promised',
    advice: {
      zh: '无需重发：报文已存储并排队。管理员请检查工作进程与队列积压',
      en: 'do not send it again: it is stored and waits its turn; administrators: look at the workers and what waits before them',
    },
  },
  EXCHANGE_DELIVERY_LATE: {
    disposition: 'hold',
    status: 504,
    zh: '单证 {document}（{type}）未在承诺时限 {by} 前送达 {consumer}',
    en: 'document {document} ({type}) did not reach {consumer} by {by}, as was promised',
    advice: {
      zh: '无需重发：仍会按重试计划投递。可联系接收方检查其接收端',
      en: 'do not send it again: it stays owed; ask the receiver to look at its receiving end',
    },
  },
  EXCHANGE_ANSWER_LATE: {
    disposition: 'hold',
    status: 504,
    zh: '单证 {document}（{type}）未在承诺时限 {by} 前得到答复',
    en: 'document {document} ({type}) was not answered by {by}, as was promised',
    advice: {
      zh: '请向受理单位查询办理情况；答复到达后会列入该报文的回执',
      en: 'ask the authority how the matter stands; its answer will be among the receipts of the message once it comes',
    },
  },
  EXCHANGE_ATTEMPTS_EXHAUSTED: {
    disposition: 'dead-letter',
    status: 504,
    zh: '已按公布的重试计划尝试 {attempts} 次，仍未投递成功',
    en: 'not delivered after the {attempts} attempts of the published schedule',
    advice: {
      zh: '修复接收端后，请从死信重新投递',
      en: 'mend the receiving end, then have it delivered again from the dead letters',
    },
  },
  EXCHANGE_DECISIONS_CUT: {
    disposition: 'hold',
    status: 200,
    severity: 'warning',
    zh: '不匹配的候选路由只记录前 {limit} 条，其余未列出',
    en: 'of the candidates that did not match the first {limit} are recorded; others are not listed',
    advice: {
      zh: '要看某条路由对该单证的判断，请用路由模拟或 explanation',
      en: 'to see what a certain route makes of the document, simulate it, or ask for the explanation',
    },
  },
  EXCHANGE_TERMS_LOST: {
    disposition: 'hold',
    status: 200,
    severity: 'warning',
    zh: '路由 {route} 第 {version} 版当时各项的值已无法还原：共享协议或代码表此后有变',
    en: 'what the terms of route {route} version {version} came to cannot be told any more: the agreement or a code list has changed since',
    advice: {
      zh: '结果与理由仍是当时的记录；按现行规则的各项取值见 explanation',
      en: 'the outcome and the reasons are those on record; for the terms by the rules of today see the explanation',
    },
  },
});
