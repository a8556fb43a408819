import type { Operation } from '../operation.js';

/** What can be wrong with any request that another node signs. */
const signedFaults = [
  'GATEWAY_BODY_EMPTY',
  'EVIDENCE_REQUEST_UNSIGNED',
  'EVIDENCE_REQUEST_TIME',
  'EVIDENCE_REQUEST_DIGEST',
  'EVIDENCE_SIGNATURE_INVALID',
  'TRANSFER_SENDER_UNKNOWN',
  'TRANSFER_RECEIVER_WRONG',
];

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
      ...signedFaults,
      'TRANSFER_SENDER_MISMATCH',
      'TRANSFER_MALFORMED',
      'TRANSFER_TOO_LARGE',
      'TRANSFER_NODE_ABSENT',
      'STORE_UNAVAILABLE',
    ],
  },
  {
    id: 'inquireTransfers',
    method: 'post',
    path: '/v1/transfers/inquiries',
    tag: 'federation',
    access: 'open',
    summary: { zh: '回答其他节点的核对', en: 'Answer another node about what came from it' },
    description: {
      zh: '节点之间使用：按日查询对方送来的单证的摘要树，或一组单证是否在此；签名方式与 /v1/transfers 相同。',
      en: 'For nodes: the tree of digests over the documents that came from the asking node on a day, or which of some documents are here. Signed as /v1/transfers is.',
    },
    body: { required: true, example: 'inquiry.json' },
    answers: [
      {
        status: 200,
        text: { zh: '摘要树的分支或单证', en: 'Branches of the tree, or documents' },
        schema: 'inquiry-answer',
      },
    ],
    faults: [...signedFaults, 'TRANSFER_MALFORMED', 'STORE_UNAVAILABLE'],
  },
  {
    id: 'compareWithNode',
    method: 'post',
    path: '/v1/admin/nodes/{node}/comparisons',
    tag: 'federation',
    access: 'administrator',
    summary: { zh: '与节点核对一日的单证', en: 'Compare a day with a node' },
    description: {
      zh: '两侧各算摘要树，只查看不同的分支；对方没有的重新提供。每日结束后也会自动核对。',
      en: 'Both sides compute a tree of digests and only branches that differ are looked into; what the node has not is offered again. Days are compared by themselves once they are over.',
    },
    parameters: ['nodeCode'],
    body: { schema: 'comparison-create', required: false, example: { day: '2026-11-23' } },
    answers: [{ status: 200, text: { zh: '核对结果', en: 'What came of it' }, schema: 'comparison' }],
    faults: [
      'GATEWAY_PARAMETER_INVALID',
      'TRANSFER_PEER_ABSENT',
      'TRANSFER_REFUSED',
      'TRANSFER_ANSWER_INVALID',
    ],
  },
  {
    id: 'listComparisons',
    method: 'get',
    path: '/v1/admin/nodes/{node}/comparisons',
    tag: 'federation',
    access: 'administrator',
    summary: { zh: '与节点的核对记录', en: 'Comparisons with a node' },
    parameters: ['nodeCode', 'cursor', 'limit'],
    answers: [
      {
        status: 200,
        text: { zh: '一页，新的在先', en: 'A page, newest first' },
        schema: 'comparison',
        list: true,
      },
    ],
    faults: ['GATEWAY_PARAMETER_INVALID'],
  },
];
