import { catalogue } from '#kernel';

const checkTheBroker = {
  zh: '检查消息中间件是否运行、网络与防火墙；系统会按公布的间隔重试。',
  en: 'Check that the broker runs, the network and the firewall; attempts go on by the published schedule.',
};

/** Why a broker did not take a document, or why nothing is read from it. Values name no secret. */
export const brokerFaults = catalogue({
  BROKER_UNKNOWN: {
    disposition: 'retry',
    status: 422,
    zh: '本节点没有配置名为 {broker} 的消息中间件。',
    en: 'This node is not set up for a broker {broker}.',
    advice: {
      zh: '在 BROKERS 所指文件中配置它并重新启动，或更正投递目标；已配置：{known}',
      en: 'Add it to the file that BROKERS names and start again, or correct the destination; set up are: {known}',
    },
  },
  BROKER_TOPIC: {
    disposition: 'reject',
    status: 422,
    zh: '“{topic}”不能作为 {kind} 的主题、队列或路由键。',
    en: '"{topic}" cannot be a topic, queue or routing key of {kind}.',
    advice: {
      zh: '使用不含空白和通配符的名称，最多 200 个字符',
      en: 'Use a name without white space and wildcards, of 200 characters at most',
    },
  },
  BROKER_UNREACHABLE: {
    disposition: 'retry',
    status: 502,
    zh: '无法连接消息中间件 {broker}（{detail}）。',
    en: 'The broker {broker} cannot be reached ({detail}).',
    advice: checkTheBroker,
  },
  BROKER_REFUSED: {
    disposition: 'retry',
    status: 502,
    zh: '消息中间件 {broker} 不接受本节点的凭证或权限（{detail}）。',
    en: 'The broker {broker} does not accept the credentials of this node, or its rights ({detail}).',
    advice: {
      zh: '核对凭证所在的环境变量以及该用户在消息中间件上的权限，然后重新启动',
      en: 'Check the environment variables that hold the credentials and the rights of that user at the broker, then start again',
    },
  },
  BROKER_TIMEOUT: {
    disposition: 'retry',
    status: 504,
    zh: '消息中间件 {broker} 在 {ms} 毫秒内没有确认。',
    en: 'The broker {broker} did not acknowledge within {ms} ms.',
    advice: checkTheBroker,
  },
  BROKER_UNROUTABLE: {
    disposition: 'retry',
    status: 502,
    zh: '消息中间件 {broker} 上没有任何队列或流接收 {topic}：消息没有被保存。',
    en: 'At the broker {broker} no queue or stream takes {topic}: the message was not kept.',
    advice: {
      zh: '在消息中间件上建立队列、绑定或流，或更正投递目标的 topic；未投递的单证会按顺序补投。',
      en: 'Create the queue, binding or stream at the broker, or correct the topic of the destination; what is owed goes out in order.',
    },
  },
  BROKER_NOT_TAKEN: {
    disposition: 'retry',
    status: 502,
    zh: '消息中间件 {broker} 没有接收消息（{detail}）。',
    en: 'The broker {broker} did not take the message ({detail}).',
    advice: checkTheBroker,
  },
  BROKER_TOO_LARGE: {
    disposition: 'dead-letter',
    status: 502,
    zh: '消息有 {size} 字节，超过消息中间件 {broker} 的上限 {limit}。',
    en: 'The message has {size} bytes, more than the {limit} that the broker {broker} takes.',
    advice: {
      zh: '提高消息中间件的上限后重投，或改用其他投递方式',
      en: 'Raise the limit of the broker and deliver again, or use another way of delivery',
    },
  },
  BROKER_NOT_STORED: {
    disposition: 'retry',
    status: 500,
    zh: '订阅 {subscription} 读到的消息无法保存，留在消息中间件中，稍后再试。',
    en: 'A message of the subscription {subscription} could not be stored; it stays at the broker and is tried again.',
    advice: { zh: '查看本节点的日志', en: 'See the log of this node' },
  },
  BROKER_PARTICIPANT: {
    disposition: 'hold',
    status: 422,
    zh: '订阅 {subscription} 的参与方 {participant} 不存在或未启用：消息留在消息中间件中。',
    en: 'The participant {participant} of the subscription {subscription} does not exist or is not active: messages stay at the broker.',
    advice: {
      zh: '建立或启用该参与方；之后自动继续',
      en: 'Create or activate the participant; reading then goes on by itself',
    },
  },
});
