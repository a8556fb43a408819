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
    zh: '签名算法或类型不被接受；只接受本类型的 EdDSA (Ed25519) 与 SM2-SM3。',
    en: 'The algorithm or the type of the signature is not accepted; only EdDSA (Ed25519) and SM2-SM3 of this type are.',
    advice: {
      zh: '确认它来自通关节点，且正是所要验证的那一类。',
      en: 'Make sure that it comes from a node and is of the kind that is verified.',
    },
  },
  EVIDENCE_KEY_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '签名所用密钥 {kid} 不在给出的公钥之中。',
    en: 'It is signed with key {kid}, which is not among the public keys given.',
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
    zh: '不是有效的 Ed25519 或 SM2 密钥。',
    en: 'This is not an Ed25519 key nor an SM2 key.',
    advice: {
      zh: '提供 PKCS #8 私钥，或 OKP/Ed25519、EC/SM2 的 JWK 公钥。',
      en: 'Give a PKCS #8 private key, or a public JWK of OKP/Ed25519 or EC/SM2.',
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
    zh: 'Webhook 密钥不符合 Standard Webhooks：应为 whsec_ 加 24 至 64 字节的 base64，签名用 whsk_ 加 64 字节，验签用 whpk_ 加 32 字节，一次至多 {limit} 个。',
    en: 'The webhook secret does not follow Standard Webhooks: whsec_ and base64 of 24 to 64 bytes, to sign also whsk_ of 64 bytes, to check whpk_ of 32; at most {limit} at a time.',
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
  EVIDENCE_REQUEST_UNSIGNED: {
    disposition: 'reject',
    status: 401,
    zh: '请求没有所需的签名：须按 RFC 9421 对方法、目标地址、内容摘要、内容类型与接收节点签名。',
    en: 'The request lacks the signature that is needed: RFC 9421 over method, target, content digest, content type and receiver.',
    advice: {
      zh: '由节点自己发送；中间设备不得改写请求头。',
      en: 'Let the node send it itself; nothing on the way may rewrite its headers.',
    },
  },
  EVIDENCE_REQUEST_TIME: {
    disposition: 'retry',
    status: 401,
    zh: '请求的签署时间与本机时间相差超过 {seconds} 秒，或已过期。',
    en: 'The request was signed more than {seconds} seconds from now by the clock here, or has run out.',
    advice: {
      zh: '校准双方时钟，然后重新签署发送。',
      en: 'Set the clocks of both sides, then sign and send again.',
    },
  },
  EVIDENCE_REQUEST_DIGEST: {
    disposition: 'reject',
    status: 401,
    zh: '请求内容与其签名的内容摘要不符。',
    en: 'The content of the request does not fit the digest that is signed.',
    advice: {
      zh: '检查中间设备是否改写了内容，然后重发。',
      en: 'See whether anything on the way rewrites content, then send again.',
    },
  },
  EVIDENCE_PROOF_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '单证证明不是有效的 SD-JWT，或超出限度。',
    en: 'The proof of the document is not an SD-JWT, or is beyond the limits.',
    advice: {
      zh: '提交收到的证明全文，包括末尾的波浪号。',
      en: 'Give the proof whole as received, with the tilde at its end.',
    },
  },
  EVIDENCE_PROOF_DISCLOSURE: {
    disposition: 'reject',
    status: 422,
    zh: '单证证明中有不属于它的披露项，或同一项出现两次。',
    en: 'The proof of the document has a disclosure that does not belong to it, or one twice.',
    advice: {
      zh: '不要采信该单证；向来源节点索取原件。',
      en: 'Do not rely on the document; ask the node that it comes from.',
    },
  },
  EVIDENCE_PROOF_NAME: {
    disposition: 'dead-letter',
    status: 422,
    zh: '单证含有名为 {name} 的成员，这是 SD-JWT 的保留名，无法签发证明。',
    en: 'The document has a member named {name}, which SD-JWT keeps for itself, so that it cannot be proven.',
    advice: { zh: '修改产生该成员的映射。', en: 'Change the mapping that gives this member.' },
  },
});
