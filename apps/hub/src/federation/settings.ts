import { oneOf, shortText, whole, type Setting } from '../setting.js';

/** What a deployment may set of this node as one among others. */
export const federationSettings = {
  NODE_NAME_ZH: {
    name: 'NODE_NAME_ZH',
    standard: undefined,
    zh: '节点中文名称，其他节点可见；缺省为节点代码',
    en: 'Chinese name of this node, as others see it; its code otherwise',
    refuse: shortText,
  },
  NODE_NAME_EN: {
    name: 'NODE_NAME_EN',
    standard: undefined,
    zh: '节点英文名称，其他节点可见；缺省为节点代码',
    en: 'English name of this node, as others see it; its code otherwise',
    refuse: shortText,
  },
  NODE_ENDPOINT: {
    name: 'NODE_ENDPOINT',
    standard: undefined,
    zh: '其他节点访问本节点的地址，末尾无斜线；优先于邀请或加入时给出的地址',
    en: 'where other nodes reach this one, without a slash at its end; comes before what is given when inviting or joining',
    refuse: (value: string) =>
      /^https?:\/\/[^\s?#]+[^\s?#/]$/.test(value) && value.length <= 500
        ? undefined
        : 'an http or https URL without a slash at its end',
  },
  NODE_KEY_ALGORITHM: {
    name: 'NODE_KEY_ALGORITHM',
    standard: 'ed25519',
    zh: '新签名密钥的算法：ed25519，或 sm2（SM2 配 SM3）；已有密钥不受影响',
    en: 'of signing keys that are made from now on: ed25519, or sm2 (SM2 with SM3)',
    refuse: oneOf('ed25519', 'sm2'),
  },
  KEY_OVERLAP_HOURS: {
    name: 'KEY_OVERLAP_HOURS',
    standard: '168',
    zh: '更换签名密钥后，旧密钥继续可用于验证的小时数',
    en: 'hours that a signing key verifies after another one took its place',
    refuse: whole(1, 8760),
  },
  DIRECTORY_SECONDS: {
    name: 'DIRECTORY_SECONDS',
    standard: '30',
    zh: '向省级节点获取节点目录的间隔秒数',
    en: 'seconds from one look at the directory of the province to the next',
    refuse: whole(1, 3600),
  },
  DIRECTORY_STALE_HOURS: {
    name: 'DIRECTORY_STALE_HOURS',
    standard: '24',
    zh: '节点目录多少小时未更新即告警；省级节点每四分之一时长重新签发',
    en: 'hours after which a directory is told of as old; the province signs it anew four times as often',
    refuse: whole(1, 720),
  },
} as const satisfies Record<string, Setting>;
