import { catalogue } from '#kernel';

const checkTheReceiver = {
  zh: '检查接收端是否运行、防火墙与负载均衡；系统会按公布的间隔重试。',
  en: 'Check that the receiver runs, its firewall and its load balancer; attempts go on by the published schedule.',
};
const correctTheAddress = {
  zh: '修改投递目标的地址，然后重新启用；未投递的单证会按顺序补投。',
  en: 'Correct the address of the destination and enable it again; what is owed goes out in order.',
};

/** Why an attempt to deliver did not. Values name the host alone: paths and queries of receivers hold tokens. */
export const deliveryFaults = catalogue({
  DELIVERY_TIMEOUT: {
    disposition: 'retry',
    status: 504,
    zh: '{host} 在 {ms} 毫秒内没有应答。',
    en: '{host} did not answer within {ms} ms.',
    advice: {
      zh: '接收端应先应答 2xx 再处理；系统会重试。',
      en: 'A receiver should answer 2xx first and work afterwards; the attempt is repeated.',
    },
  },
  DELIVERY_REFUSED: {
    disposition: 'retry',
    status: 502,
    zh: '{host} 拒绝连接。',
    en: '{host} refuses connections.',
    advice: checkTheReceiver,
  },
  DELIVERY_RESET: {
    disposition: 'retry',
    status: 502,
    zh: '{host} 在应答之前断开了连接。',
    en: '{host} closed the connection before it answered.',
    advice: checkTheReceiver,
  },
  DELIVERY_UNREACHABLE: {
    disposition: 'retry',
    status: 502,
    zh: '无法连接 {host}（{detail}）。',
    en: '{host} cannot be reached ({detail}).',
    advice: checkTheReceiver,
  },
  DELIVERY_DNS: {
    disposition: 'retry',
    status: 502,
    zh: '域名 {host} 无法解析（{detail}）。',
    en: 'The name {host} cannot be resolved ({detail}).',
    advice: { zh: '检查域名记录。', en: 'Check the records of the name.' },
  },
  DELIVERY_TLS: {
    disposition: 'retry',
    status: 502,
    zh: '与 {host} 的安全连接未建立（{detail}）。',
    en: 'No secure connection to {host} ({detail}).',
    advice: {
      zh: '检查证书的域名、有效期与证书链。',
      en: 'Check the name, the validity and the chain of its certificate.',
    },
  },
  DELIVERY_PROTOCOL: {
    disposition: 'retry',
    status: 502,
    zh: '{host} 的应答不是有效的 HTTP（{detail}）。',
    en: 'The answer of {host} is not HTTP ({detail}).',
    advice: { zh: '检查端口与协议是否正确。', en: 'Check the port and the protocol.' },
  },
  DELIVERY_BUSY: {
    disposition: 'retry',
    status: 503,
    zh: '{host} 应答 {status}，稍后重试。',
    en: '{host} answered {status}; tried again later.',
    advice: checkTheReceiver,
  },
  DELIVERY_UNACCEPTED: {
    disposition: 'dead-letter',
    status: 502,
    zh: '{host} 拒收，应答 {status}；重试不会有不同结果。',
    en: '{host} refuses it with {status}; another attempt would end the same.',
    advice: {
      zh: '查看应答内容，修正接收端后重投。',
      en: 'See the answer, mend the receiver, then deliver again.',
    },
  },
  DELIVERY_REDIRECT: {
    disposition: 'retry',
    status: 502,
    zh: '{host} 应答重定向 {status}；投递不跟随重定向。',
    en: '{host} answered with redirect {status}; deliveries do not follow redirects.',
    advice: {
      zh: '若地址已变，请修改投递目标的地址。',
      en: 'If the address has changed, change that of the destination.',
    },
  },
  DELIVERY_MOVED: {
    disposition: 'hold',
    status: 502,
    zh: '{host} 应答 {status}：地址已永久变更。投递不跟随重定向，目标已停用。',
    en: '{host} answered {status}: it has moved for good. Deliveries do not follow redirects; the destination is disabled.',
    advice: correctTheAddress,
  },
  DELIVERY_GONE: {
    disposition: 'hold',
    status: 502,
    zh: '{host} 应答 410：不再接收，目标已停用。',
    en: '{host} answered 410: it wants no more, and the destination is disabled.',
    advice: {
      zh: '若仍需接收，由所有者重新启用。',
      en: 'If it is still wanted, its owner enables it again.',
    },
  },
  DELIVERY_ADDRESS: {
    disposition: 'retry',
    status: 502,
    zh: '{host} 指向 {address}，属于不允许投递的网段（内网、本机或保留地址）。',
    en: '{host} is at {address}, in a network that is not delivered to (private, local or reserved).',
    advice: {
      zh: '使用公网地址；确需投递到内网时，由运维人员将网段加入 allowNetworks。',
      en: 'Use a public address; where a private one is meant, the operator adds its network to allowNetworks.',
    },
  },
  DELIVERY_PLAIN_HTTP: {
    disposition: 'hold',
    status: 422,
    zh: '{host} 未使用 https；只有本机地址可用 http。',
    en: '{host} is not https; http is for loopback addresses alone.',
    advice: correctTheAddress,
  },
  DELIVERY_URL: {
    disposition: 'hold',
    status: 422,
    zh: '投递地址不可用：须为 https URL，不含用户名与密码，不超过 {limit} 个字符。',
    en: 'The address cannot be used: it must be an https URL without user name and password, of {limit} characters at most.',
    advice: correctTheAddress,
  },
  DELIVERY_FOLDER_FULL: {
    disposition: 'retry',
    status: 507,
    zh: '{participant} 的 out 目录已满：待取文件达到上限（{limit} 个或 {bytes} 字节）。',
    en: 'The out folder of {participant} is full: as many files wait there as may ({limit}, or {bytes} bytes).',
    advice: {
      zh: '接收方应取走并删除 out 中的文件；腾出空间后系统会按顺序补投。',
      en: 'The receiver should fetch and remove the files in out; what is owed then goes out in order.',
    },
  },
  DELIVERY_DISK_FULL: {
    disposition: 'retry',
    status: 507,
    zh: '{participant} 的目录所在磁盘或配额已满（{detail}）。',
    en: 'The disk or the quota of the folder of {participant} is full ({detail}).',
    advice: {
      zh: '请运维人员扩容或清理 FILE_DROP_DIR；系统会重试，不丢失单证。',
      en: 'The operator makes room in FILE_DROP_DIR; attempts go on and nothing is lost.',
    },
  },
  DELIVERY_FOLDER_UNUSABLE: {
    disposition: 'retry',
    status: 503,
    zh: '{participant} 的 out 目录不可写（{detail}）。',
    en: 'The out folder of {participant} cannot be written to ({detail}).',
    advice: {
      zh: '请运维人员检查 FILE_DROP_DIR 的目录、属主与权限（见 docs/file-drop.md）；系统会重试。',
      en: 'The operator checks folders, owners and permissions in FILE_DROP_DIR (see docs/file-drop.md); attempts go on.',
    },
  },
  DELIVERY_NETWORK: {
    disposition: 'reject',
    status: 422,
    zh: '“{network}”不是网段，应写作 10.20.0.0/16 或 fd00::/8。',
    en: '"{network}" is no network; it is written 10.20.0.0/16 or fd00::/8.',
    advice: { zh: '修正 allowNetworks 配置。', en: 'Correct allowNetworks in the configuration.' },
  },
  DELIVERY_INTERRUPTED: {
    disposition: 'retry',
    status: 503,
    severity: 'warning',
    zh: '投递因本节点停止而中断，稍后继续，不计为失败。',
    en: 'The attempt was interrupted as this node was stopping; it goes on later and does not count as failed.',
    advice: { zh: '无需处理。', en: 'Nothing to do.' },
  },
});
