import { catalogue } from '#kernel';

/** What can be wrong with a receipt, a sealed value, a secret or a signature. */
export const evidenceFaults = catalogue({
  EVIDENCE_RECEIPT_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '回执不是有效的 JWS 紧凑格式。',
    en: 'The receipt is not a compact JWS.',
    advice: {
      zh: '请提交收到的回执全文：三段以句点分隔的 base64url 文本。',
      en: 'Give the receipt whole as received: three parts of base64url with a point between them.',
    },
  },
  EVIDENCE_RECEIPT_ALGORITHM: {
    disposition: 'reject',
    status: 422,
    zh: '回执的签名算法不被接受；只接受 EdDSA (Ed25519)。',
    en: 'The algorithm of the receipt is not accepted; only EdDSA (Ed25519) is.',
    advice: { zh: '确认回执来自通关节点。', en: 'Make sure that the receipt comes from a node.' },
  },
  EVIDENCE_KEY_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '回执由密钥 {kid} 签署，不在给出的公钥之中。',
    en: 'The receipt is signed with key {kid}, which is not among the public keys given.',
    advice: {
      zh: '从签发节点取得全部公钥（含已停用的）后再验证。',
      en: 'Get all public keys of the node that signed it, retired ones too, and verify again.',
    },
  },
  EVIDENCE_SIGNATURE_INVALID: {
    disposition: 'reject',
    status: 422,
    zh: '签名与内容不符：内容被改动，或并非由该密钥签署。',
    en: 'The signature does not fit the content: it was changed, or another key signed it.',
    advice: {
      zh: '不要采信该内容；向签发方索取原件。',
      en: 'Do not rely on it; ask the signer for the original.',
    },
  },
  EVIDENCE_KEY_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '不是有效的 Ed25519 密钥。',
    en: 'This is not an Ed25519 key.',
    advice: {
      zh: '提供 PKCS #8 私钥或 OKP/Ed25519 JWK 公钥。',
      en: 'Give a PKCS #8 private key or an OKP/Ed25519 public JWK.',
    },
  },
  EVIDENCE_MASTER_KEY_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '主密钥长度为 {length} 字节，应为 32 字节。',
    en: 'The master key has {length} bytes; it must have 32.',
    advice: { zh: '用 32 字节随机数作主密钥。', en: 'Use 32 random bytes.' },
  },
  EVIDENCE_SEALED_MALFORMED: {
    disposition: 'dead-letter',
    status: 500,
    zh: '密封内容的格式不可识别。',
    en: 'The sealed value has no format that is known.',
    advice: {
      zh: '检查存储是否损坏，从备份恢复。',
      en: 'Check the storage for damage and restore from a backup.',
    },
  },
  EVIDENCE_SEALED_OTHER_KEY: {
    disposition: 'hold',
    status: 500,
    zh: '密封内容所用主密钥（编号 {key}）与现有主密钥不同。',
    en: 'The value is sealed with another master key (id {key}).',
    advice: { zh: '把当时的主密钥加入配置。', en: 'Add the master key of that time to the configuration.' },
  },
  EVIDENCE_SEALED_BROKEN: {
    disposition: 'dead-letter',
    status: 500,
    zh: '密封内容被改动过，或不属于此处。',
    en: 'The sealed value was changed, or belongs somewhere else.',
    advice: {
      zh: '从备份恢复，或重新设置该密钥。',
      en: 'Restore it from a backup, or set the secret again.',
    },
  },
  EVIDENCE_WEBHOOK_SECRET: {
    disposition: 'reject',
    status: 422,
    zh: 'Webhook 密钥不符合 Standard Webhooks：应为 whsec_ 加 24 至 64 字节的 base64，一次至多 {limit} 个。',
    en: 'The webhook secret does not follow Standard Webhooks: whsec_ and base64 of 24 to 64 bytes, at most {limit} at a time.',
    advice: { zh: '让系统生成新密钥。', en: 'Let the system make a new secret.' },
  },
  EVIDENCE_WEBHOOK_TIMESTAMP: {
    disposition: 'reject',
    status: 401,
    zh: 'Webhook 的时间戳缺失，或与当前时间相差超过 {seconds} 秒。',
    en: 'The timestamp of the webhook is missing, or more than {seconds} seconds off.',
    advice: {
      zh: '校准时钟；不要接受旧请求的重放。',
      en: 'Set the clock; do not accept an old request again.',
    },
  },
});
