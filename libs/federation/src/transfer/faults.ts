import { catalogue } from '#kernel';

/** What can be wrong with documents on their way from node to node. */
export const transferFaults = catalogue({
  TRANSFER_SENDER_UNKNOWN: {
    disposition: 'retry',
    status: 401,
    zh: '请求由密钥 {kid} 签署，本节点的目录中没有哪个有效节点使用该密钥。',
    en: 'The request is signed with key {kid}, which no active node in the directory here uses.',
    advice: {
      zh: '稍后再送；若持续如此，检查本节点是否已加入目录、密钥是否已公布、是否被撤销。',
      en: 'Offer again later; if it lasts, see whether this node has joined, its key is published and it is not revoked.',
    },
  },
  TRANSFER_RECEIVER_WRONG: {
    disposition: 'reject',
    status: 421,
    zh: '该批次签给节点 {receiver}，而本节点是 {node}。',
    en: 'The batch is signed for node {receiver}; this is node {node}.',
    advice: {
      zh: '检查目录中各节点的地址。',
      en: 'See to the addresses of the nodes in the directory.',
    },
  },
  TRANSFER_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '批次内容不符合约定：{reason}。',
    en: 'The batch is not as agreed: {reason}.',
    advice: {
      zh: '双方使用相同或相近的程序版本。',
      en: 'Let both nodes run the same version of the program, or close ones.',
    },
  },
  TRANSFER_TOO_LARGE: {
    disposition: 'reject',
    status: 413,
    zh: '节点 {node} 不接收这样大的请求（{size}）。',
    en: 'Node {node} takes no request of this size ({size}).',
    advice: {
      zh: '批次会自动对半拆分；若单份单证仍过大，由对方调大请求体上限（BODY_LIMIT、反向代理），然后重新投递。',
      en: 'A batch is halved by itself; for a single document let the other node, or what stands before it, take larger bodies (BODY_LIMIT), then deliver again.',
    },
  },
  TRANSFER_SENDER_MISMATCH: {
    disposition: 'reject',
    status: 422,
    zh: '批次自称由节点 {sender} 发送，签名却属于节点 {node}。',
    en: 'The batch says that node {sender} sends it, but node {node} has signed it.',
    advice: { zh: '检查发送节点的代码设置。', en: 'See to the code that the sending node is set up with.' },
  },
  TRANSFER_NODE_ABSENT: {
    disposition: 'retry',
    status: 503,
    zh: '本节点的目录中尚无节点或参与方 {code}。',
    en: 'The directory here does not have the node or participant {code} yet.',
    advice: {
      zh: '稍后再送；若持续如此，请其在目录中公布。',
      en: 'Offer again later; if it lasts, have it published in the directory.',
    },
  },
  TRANSFER_ORIGIN_FORGED: {
    disposition: 'reject',
    status: 422,
    zh: '单证自称来自节点 {node}，其证明却不是由该节点的密钥签署（{reason}）。',
    en: 'The document says that it comes from node {node}, but no key of that node has signed its proof ({reason}).',
    advice: {
      zh: '不要采信该单证；联系来源节点核实。',
      en: 'Do not rely on the document; ask the node that it is said to come from.',
    },
  },
  TRANSFER_KEY_UNKNOWN: {
    disposition: 'retry',
    status: 503,
    zh: '单证的证明由密钥 {kid} 签署，本节点的目录中尚无节点 {node} 的这把密钥。',
    en: 'The proof is signed with key {kid}, which the directory here does not have of node {node} yet.',
    advice: {
      zh: '稍后再送；若持续如此，检查本节点的目录是否更新。',
      en: 'Offer again later; if it lasts, see whether the directory here is up to date.',
    },
  },
  TRANSFER_KEY_RETIRED: {
    disposition: 'reject',
    status: 422,
    zh: '证明由节点 {node} 的密钥 {kid} 签署，该密钥已被撤销，或签署时已停用，不再为新单证作证。',
    en: 'The proof is signed with key {kid} of node {node}, which was revoked, or retired before it signed: it proves no document that is new here.',
    advice: {
      zh: '来源节点以现用密钥重新签署后自动再送；经他节点转来的，由来源单位重新提交。',
      en: 'Its origin signs it anew with its present key by itself; what comes by way of another node is to be sent anew by its sender.',
    },
  },
  TRANSFER_PROOF_EARLY: {
    disposition: 'retry',
    status: 503,
    zh: '证明的签署时间 {issued} 尚未到来。',
    en: 'The proof says that it was signed at {issued}, which is to come.',
    advice: { zh: '检查来源节点的时钟。', en: 'See to the clock of the origin.' },
  },
  TRANSFER_PROOF_INVALID: {
    disposition: 'reject',
    status: 422,
    zh: '单证证明不成立：{reason}。',
    en: 'The proof of the document does not hold: {reason}.',
    advice: {
      zh: '单证在途中被改动，或证明不完整；由来源节点重新发出。',
      en: 'The document was changed on its way, or its proof is not whole; let its origin send it anew.',
    },
  },
  TRANSFER_DOCUMENT_INVALID: {
    disposition: 'reject',
    status: 422,
    zh: '单证不符合 {type} 的标准：{reason}。',
    en: 'The document does not fit the schema of {type}: {reason}.',
    advice: {
      zh: '双方升级到相同的标准单证版本，然后重新投递。',
      en: 'Bring both nodes to the same version of the shared schema, then deliver again.',
    },
  },
  TRANSFER_HOPS_WRONG: {
    disposition: 'reject',
    status: 422,
    zh: '途经节点 {hops} 与来源节点、发送节点不符。',
    en: 'The way {hops} does not fit the origin and the sender of the document.',
    advice: {
      zh: '只有来源节点或最后经过的节点可以转送单证。',
      en: 'Only its origin, or the node that had it last, may pass a document on.',
    },
  },
  TRANSFER_LOOP: {
    disposition: 'reject',
    status: 422,
    zh: '单证已经过本节点 {node}。',
    en: 'The document has been at node {node} already.',
    advice: {
      zh: '检查各节点的路由规则，避免回送。',
      en: 'See to the routes of the nodes: nothing is to be sent back.',
    },
  },
  TRANSFER_EXPIRED: {
    disposition: 'dead-letter',
    status: 422,
    zh: '单证的转送期限已于 {expires} 届满。',
    en: 'The time in which the document may be passed on ended at {expires}.',
    advice: {
      zh: '如仍需要，由来源单位重新提交。',
      en: 'If it is still needed, let its sender send it anew.',
    },
  },
  TRANSFER_ID_TAKEN: {
    disposition: 'reject',
    status: 409,
    zh: '编号为 {id} 的单证已存在，来自另一节点 {node}。',
    en: 'There is a document {id} already, of another node, {node}.',
    advice: { zh: '联系两个节点核实。', en: 'Ask both nodes.' },
  },
  TRANSFER_PROOF_OTHER: {
    disposition: 'reject',
    status: 409,
    zh: '来自节点 {node} 的单证 {id} 已存在，其来源签署的是另一份证明。',
    en: 'Document {id} of node {node} is here already, with another proof of its origin.',
    advice: {
      zh: '与来源节点核对；已收下的一份保持不变。',
      en: 'Compare with its origin; what is here stays as it is.',
    },
  },
  TRANSFER_BEHIND: {
    disposition: 'retry',
    status: 503,
    zh: '同一业务对象的前一份单证暂未收下，本份须在其后。',
    en: 'An earlier document about the same thing was not taken yet; this one has to stand behind it.',
    advice: { zh: '前一份收下后自动再送。', en: 'It is offered again by itself.' },
  },
  TRANSFER_SUSPENDED: {
    disposition: 'hold',
    status: 403,
    zh: '参与方 {code} 已被停用。',
    en: 'Participant {code} is suspended.',
    advice: {
      zh: '恢复后由发送方重新投递。',
      en: 'Once it is active again, let the sender deliver it anew.',
    },
  },
  TRANSFER_PEER_ABSENT: {
    disposition: 'retry',
    status: 503,
    zh: '目录中没有有效的节点 {node}，单证留待以后。',
    en: 'The directory has no active node {node}; its documents are kept for later.',
    advice: {
      zh: '检查目录；节点恢复后自动续传。',
      en: 'See to the directory; transfer goes on by itself once the node is there.',
    },
  },
  TRANSFER_SELF_ABSENT: {
    disposition: 'retry',
    status: 503,
    zh: '本节点的目录没有本节点现用的签名密钥（本节点被撤销，或尚未列入），单证留待以后。',
    en: 'The directory here does not have the key that this node signs with, as it is revoked or not listed yet; documents are kept for later.',
    advice: {
      zh: '被撤销时更换密钥并重新加入；其后自动续传。',
      en: 'If it was revoked, make a new key and join again; transfer goes on by itself then.',
    },
  },
  TRANSFER_ENDPOINT_INSECURE: {
    disposition: 'retry',
    status: 503,
    zh: '节点 {node} 的地址不是 https，单证不以明文离开本机，留待以后。',
    en: 'The address of node {node} is not https; documents do not leave this machine in plain, and are kept for later.',
    advice: {
      zh: '由该节点在目录中公布 https 地址。',
      en: 'Let that node publish an https address in the directory.',
    },
  },
  TRANSFER_PROOF_ABSENT: {
    disposition: 'dead-letter',
    status: 422,
    zh: '该单证来自节点 {node}，本节点没有它的证明，不能转送。',
    en: 'The document comes from node {node} and its proof is not here, so that it cannot be passed on.',
    advice: {
      zh: '由来源节点重新发出。',
      en: 'Let the origin send it anew.',
    },
  },
  TRANSFER_REFUSED: {
    disposition: 'retry',
    status: 502,
    zh: '节点 {node} 以 {status} 拒收整批（{code}），将再次发送。',
    en: 'Node {node} refused the whole batch with {status} ({code}); it is offered again.',
    advice: {
      zh: '按代码查明原因：时钟、密钥、目录、限额。',
      en: 'See by its code what is wrong: clock, key, directory, limits.',
    },
  },
  TRANSFER_ANSWER_INVALID: {
    disposition: 'retry',
    status: 502,
    zh: '节点 {node} 的应答不可信：{reason}，将再次发送。',
    en: 'The answer of node {node} cannot be relied on: {reason}; it is offered again.',
    advice: {
      zh: '若持续如此，检查中间设备与对方密钥。',
      en: 'If it lasts, see to what stands in between and to the keys of the other side.',
    },
  },
  TRANSFER_RECEIPT_MISSING: {
    disposition: 'retry',
    status: 502,
    zh: '节点 {node} 没有给出该单证的有效托管回执，将再次发送。',
    en: 'Node {node} gave no valid custody receipt for the document; it is offered again.',
    advice: { zh: '若持续如此，联系对方节点。', en: 'If it lasts, ask the other node.' },
  },
  TRANSFER_NOT_TAKEN: {
    disposition: 'dead-letter',
    status: 422,
    zh: '节点 {node} 不接收该单证。',
    en: 'Node {node} does not take the document.',
    advice: { zh: '联系对方节点。', en: 'Ask the other node.' },
  },
});
