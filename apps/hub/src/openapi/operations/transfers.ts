import type { Operation } from '../operation.js';

/** What nodes ask of each other. */
export const transferOperations: readonly Operation[] = [
  {
    id: 'transferDocuments',
    method: 'post',
    path: '/v1/transfers',
    tag: 'node',
    access: 'open',
    summary: { zh: '接收其他节点的单证', en: 'Take documents of another node' },
    description: {
      zh: '节点之间使用：请求体为 gzip 压缩的批次，每份单证附来源节点的 SD-JWT 证明与途经节点；不用访问密钥，而用 RFC 9421 签名绑定发送节点、接收节点、时间与内容。应答为每份已存单证的托管回执与逐份拒收原因，由本节点在 X-Tongguan-Answer 中签名。相同的批次再次送达，得到相同的回执。',
      en: 'For nodes: the body is a batch packed with gzip, each document with the SD-JWT of its origin and the nodes that it passed. No access key; a signature (RFC 9421) binds it to sender, receiver, time and content. The answer has a custody receipt for each document that is stored here and the reason for each that is not, signed in X-Tongguan-Answer. The same batch again gets its receipts again.',
    },
    body: { required: true, example: 'batch.json.gz' },
    answers: [
      {
        status: 200,
        text: { zh: '托管回执与拒收原因', en: 'Custody receipts, and what is refused' },
        schema: 'transfer-answer',
      },
    ],
    faults: [
      'GATEWAY_BODY_EMPTY',
      'EVIDENCE_REQUEST_UNSIGNED',
      'EVIDENCE_REQUEST_TIME',
      'EVIDENCE_REQUEST_DIGEST',
      'EVIDENCE_SIGNATURE_INVALID',
      'TRANSFER_SENDER_UNKNOWN',
      'TRANSFER_RECEIVER_WRONG',
      'TRANSFER_SENDER_MISMATCH',
      'TRANSFER_MALFORMED',
      'TRANSFER_TOO_LARGE',
      'TRANSFER_NODE_ABSENT',
      'STORE_UNAVAILABLE',
    ],
  },
];
