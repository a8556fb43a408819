import { catalogue } from '#kernel';

/** What is wrong with what participants set up for themselves. */
export const selfServiceFaults = catalogue({
  SUBSCRIPTION_NO_RIGHT: {
    disposition: 'reject',
    status: 403,
    zh: '没有任何共享协议允许贵方接收 {type}',
    en: 'no agreement lets you have {type}',
    advice: {
      zh: '请数据所有方或平台管理员授予共享协议后再订阅',
      en: 'ask the owner of the data or the administrator for an agreement, then subscribe',
    },
  },
  SUBSCRIPTION_FORMAT_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '{format} 不能写出 {type}；可选：{known}',
    en: '{format} does not write {type}; there are: {known}',
    advice: {
      zh: '改用列出的适配器，或不指定格式以取得标准 JSON',
      en: 'name one of those, or none for JSON of the shared schema',
    },
  },
  SUBSCRIPTION_DESTINATION_NOT_OWN: {
    disposition: 'reject',
    status: 422,
    zh: '贵方没有投递目标 {destination}',
    en: 'you have no destination {destination}',
    advice: {
      zh: '先在 /v1/destinations 新建投递目标',
      en: 'make one at /v1/destinations first',
    },
  },
  DESTINATION_TRIALS_LIMITED: {
    disposition: 'retry',
    status: 429,
    zh: '验证与试发过于频繁（每分钟最多 {limit} 次）',
    en: 'too many verifications and test events ({limit} a minute)',
    advice: { zh: '稍后再试', en: 'wait a moment and try again' },
  },
  SUBSCRIPTION_PREVIEWS_LIMITED: {
    disposition: 'retry',
    status: 429,
    zh: '预览过于频繁（每分钟最多 {limit} 次）',
    en: 'too many previews ({limit} a minute)',
    advice: { zh: '稍后再试', en: 'wait a moment and try again' },
  },
  DESTINATION_CHANGING: {
    disposition: 'retry',
    status: 409,
    zh: '投递目标正在被修改',
    en: 'the destination is being changed',
    advice: { zh: '重新读取后再试', en: 'read it again, then try again' },
  },
  DESTINATION_UNECHOED: {
    disposition: 'reject',
    status: 422,
    zh: '{host} 的应答中没有 data.challenge，地址未获确认',
    en: 'the answer of {host} does not hold data.challenge, so the address is not confirmed',
    advice: {
      zh: '接收端应校验签名，并在 2xx 应答正文开头原样返回 data.challenge，然后重试验证',
      en: 'the receiver is to check the signature and to give data.challenge back at the beginning of the body of a 2xx answer; then verify again',
    },
  },
  DESTINATION_UNVERIFIED: {
    disposition: 'reject',
    status: 422,
    zh: '{host} 没有确认地址，原因见其后各条',
    en: '{host} did not confirm the address; what follows says why',
    advice: {
      zh: '接收端应校验签名，并在 2xx 应答正文中原样返回 data.challenge，然后重试验证',
      en: 'the receiver is to check the signature and to give data.challenge back in the body of a 2xx answer; then verify again',
    },
  },
  DESTINATION_STOPPED: {
    disposition: 'reject',
    status: 403,
    zh: '投递目标由平台管理员停止，不能自行恢复',
    en: 'an administrator has stopped this destination; it is not yours to start again',
    advice: {
      zh: '请联系平台管理员',
      en: 'ask the administrator',
    },
  },
  DESTINATION_KIND_UNFIT: {
    disposition: 'reject',
    status: 409,
    zh: '{kind} 类投递目标不适用此操作',
    en: 'this is not for a destination that is a {kind}',
    advice: {
      zh: '此操作仅用于 webhook',
      en: 'it is for webhooks alone',
    },
  },
});
