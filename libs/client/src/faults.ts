import { catalogue } from '#kernel';

/** What can go wrong on this side of the wire; what the hub refuses has its own codes. */
export const clientFaults = catalogue({
  CLIENT_UNREACHABLE: {
    disposition: 'retry',
    status: 503,
    zh: '无法连接 {url}：{reason}',
    en: '{url} cannot be reached: {reason}',
    advice: {
      zh: '检查地址和网络；可放心重发，相同内容不会重复受理。',
      en: 'Check the address and the network; sending again is safe, the same content is never stored twice.',
    },
  },
  CLIENT_TIMED_OUT: {
    disposition: 'retry',
    status: 504,
    zh: '{url} 在 {seconds} 秒内没有应答',
    en: '{url} did not answer within {seconds} seconds',
    advice: {
      zh: '稍后重试；网络慢时加大 requestMs。',
      en: 'Try again later; raise requestMs where the network is slow.',
    },
  },
  CLIENT_CANCELLED: {
    disposition: 'reject',
    status: 499,
    zh: '调用方取消了请求',
    en: 'The caller cancelled the request',
    advice: { zh: '无需处理。', en: 'There is nothing to do.' },
  },
  CLIENT_ANSWER_TOO_LARGE: {
    disposition: 'reject',
    status: 502,
    zh: '{url} 的回答超过 {limit} 字节',
    en: 'The answer of {url} is over {limit} bytes',
    advice: {
      zh: '减小每页数量 (limit)，或加大 answerBytes。',
      en: 'Ask for smaller pages (limit), or raise answerBytes.',
    },
  },
  CLIENT_ANSWER_UNREADABLE: {
    disposition: 'reject',
    status: 502,
    zh: '{url} 以 {status} 回答，内容不是枢纽的回答：{start}',
    en: '{url} answered {status} with something that is no answer of a hub: {start}',
    advice: {
      zh: '检查地址是否指向枢纽，以及中间的代理。',
      en: 'Check that the address leads to a hub, and what proxies stand between.',
    },
  },
  CLIENT_WEBHOOK_HEADERS: {
    disposition: 'reject',
    status: 400,
    zh: '请求缺少 {name}，不是签名的 webhook',
    en: 'The request has no {name}: it is no signed webhook',
    advice: { zh: '以 4xx 回答，不要处理内容。', en: 'Answer 4xx and do nothing with the content.' },
  },
  CLIENT_WEBHOOK_CONTENT: {
    disposition: 'reject',
    status: 400,
    zh: '签名有效，但内容不是 CloudEvents JSON',
    en: 'The signature is good, but the content is no CloudEvents JSON',
    advice: {
      zh: '确认传入的是未经改动的请求体。',
      en: 'Make sure that the body is given as it arrived.',
    },
  },
});
