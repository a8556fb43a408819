import { catalogue } from '#kernel';

/** What a request can do wrong before anything looks into its content. */
export const gatewayFaults = catalogue({
  GATEWAY_KEY_MISSING: {
    disposition: 'reject',
    status: 401,
    zh: '请求缺少访问密钥',
    en: 'the request carries no access key',
    advice: {
      zh: '在请求头中加入 Authorization: Bearer <密钥>',
      en: 'send the header Authorization: Bearer <key>',
    },
  },
  GATEWAY_KEY_WRONG: {
    disposition: 'reject',
    status: 401,
    zh: '访问密钥无效、已撤销或已过期',
    en: 'the access key is unknown, revoked or expired',
    advice: {
      zh: '核对密钥；如已失效，请向管理员申请新密钥',
      en: 'check the key; ask the administrator for a new one if it has ended',
    },
  },
  GATEWAY_FORBIDDEN: {
    disposition: 'reject',
    status: 403,
    zh: '该密钥无权执行此操作',
    en: 'this key has no right to do this',
    advice: {
      zh: '使用具有相应角色或所属参与方的密钥',
      en: 'use a key of the role or of the participant that this belongs to',
    },
  },
  GATEWAY_PARTICIPANT_SUSPENDED: {
    disposition: 'reject',
    status: 403,
    zh: '参与方 {participant} 已被暂停',
    en: 'the participant {participant} is suspended',
    advice: { zh: '请联系节点管理员', en: 'ask the administrator of the node' },
  },
  GATEWAY_NOT_FOUND: {
    disposition: 'reject',
    status: 404,
    zh: '没有这个资源：{what}',
    en: 'there is no such thing: {what}',
    advice: {
      zh: '核对编号；他人的资源同样显示为不存在',
      en: 'check the id; what belongs to others is reported as absent too',
    },
  },
  GATEWAY_CURSOR_EXPIRED: {
    disposition: 'reject',
    status: 410,
    zh: '游标之后的事件已超过 {days} 天的保留期',
    en: 'what came after this cursor is older than the {days} days that a feed is kept',
    advice: {
      zh: '从 restart 给出的游标重新读取，并以对账或重放补齐之前的部分',
      en: 'begin again from the cursor in restart, and make up for what lies before by a statement or a replay',
    },
  },
  GATEWAY_STREAMS_TOO_MANY: {
    disposition: 'retry',
    status: 429,
    zh: '同时打开的事件流已达上限（每参与方 {limit} 个）',
    en: 'too many streams are open at once ({limit} a participant)',
    advice: {
      zh: '关闭不用的连接；一个信箱一条流即可',
      en: 'close those that are not needed; one stream a mailbox is enough',
    },
  },
  GATEWAY_REPLAYS_TOO_MANY: {
    disposition: 'retry',
    status: 429,
    zh: '未完成的重放已有 {limit} 个',
    en: 'there are {limit} replays that are not finished',
    advice: {
      zh: '等其完成，或取消其中一个后重试',
      en: 'wait for one to finish, or cancel one, and ask again',
    },
  },
  GATEWAY_STATE_FORBIDS: {
    disposition: 'reject',
    status: 409,
    zh: '当前状态为 {state}，此操作仅适用于 {allowed}',
    en: 'it is {state}; this is for one that is {allowed}',
    advice: {
      zh: '先读取当前状态',
      en: 'read its state first',
    },
  },
  GATEWAY_METHOD_NOT_ALLOWED: {
    disposition: 'reject',
    status: 405,
    zh: '此地址不支持该方法',
    en: 'this address does not know the method',
    advice: { zh: '参见 /docs', en: 'see /docs' },
  },
  GATEWAY_BODY_EMPTY: {
    disposition: 'reject',
    status: 422,
    zh: '请求体为空',
    en: 'the body is empty',
    advice: { zh: '把报文原始字节作为请求体发送', en: 'send the bytes of the message as the body' },
  },
  GATEWAY_BODY_TOO_LARGE: {
    disposition: 'reject',
    status: 413,
    zh: '请求体超过上限 {limit} 字节',
    en: 'the body is over the limit of {limit} bytes',
    advice: {
      zh: '拆分报文，或请管理员调整 BODY_LIMIT',
      en: 'split the message, or ask the administrator to raise BODY_LIMIT',
    },
  },
  GATEWAY_BODY_INCOMPLETE: {
    disposition: 'reject',
    status: 400,
    zh: '请求体长度与 Content-Length 不符',
    en: 'the body is not as long as Content-Length says',
    advice: { zh: '检查发送程序并重发', en: 'check the sending program and send again' },
  },
  GATEWAY_ENCODING_UNSUPPORTED: {
    disposition: 'reject',
    status: 415,
    zh: '不支持的 Content-Encoding：{encoding}',
    en: 'the Content-Encoding {encoding} is not supported',
    advice: { zh: '发送未压缩的原始字节', en: 'send the bytes uncompressed' },
  },
  GATEWAY_TYPE_UNSUPPORTED: {
    disposition: 'reject',
    status: 415,
    zh: '不支持的 Content-Type：{type}',
    en: 'the Content-Type {type} is not supported here',
    advice: {
      zh: '报文请直接作为请求体发送，不要用表单；管理接口使用 application/json',
      en: 'send a message as the body itself, not as a form; administration takes application/json',
    },
  },
  GATEWAY_JSON_BROKEN: {
    disposition: 'reject',
    status: 400,
    zh: '请求体不是合法的 JSON：{reason}',
    en: 'the body is not JSON: {reason}',
    advice: { zh: '修正 JSON 后重发', en: 'mend the JSON and send again' },
  },
  GATEWAY_HEADER_INVALID: {
    disposition: 'reject',
    status: 400,
    zh: '请求头 {header} 无效：{reason}',
    en: 'the header {header} is not valid: {reason}',
    advice: { zh: '按 /docs 的说明修正请求头', en: 'correct the header as /docs says' },
  },
  GATEWAY_PARAMETER_INVALID: {
    disposition: 'reject',
    status: 400,
    zh: '参数 {parameter} 无效：{reason}',
    en: 'the parameter {parameter} is not valid: {reason}',
    advice: { zh: '按 /docs 的说明修正参数', en: 'correct the parameter as /docs says' },
  },
  GATEWAY_RATE_LIMITED: {
    disposition: 'retry',
    status: 429,
    zh: '超过该参与方的速率上限（每秒 {limit} 次）',
    en: 'over the rate limit of this participant ({limit} requests a second)',
    advice: { zh: '按 Retry-After 等待后重发', en: 'wait as Retry-After says and send again' },
  },
  GATEWAY_MEMORY_FULL: {
    disposition: 'retry',
    status: 429,
    zh: '正在接收的请求体总量已达上限（{limit} 字节）',
    en: 'the bodies being received have reached their limit ({limit} bytes in all)',
    advice: { zh: '按 Retry-After 等待后重发', en: 'wait as Retry-After says and send again' },
  },
  GATEWAY_CLOSING: {
    disposition: 'retry',
    status: 503,
    zh: '节点正在停机',
    en: 'the node is shutting down',
    advice: {
      zh: '稍后重发；未确认的报文请使用相同的 Idempotency-Key',
      en: 'send again soon, with the same Idempotency-Key where nothing was acknowledged',
    },
  },
  GATEWAY_BUG: {
    disposition: 'bug',
    status: 500,
    zh: '枢纽内部错误',
    en: 'an internal error of the hub',
    advice: { zh: '请把 traceId 告知管理员', en: 'tell the administrator the traceId' },
  },
});
