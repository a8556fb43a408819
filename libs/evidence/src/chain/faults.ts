import { catalogue } from '#kernel';

/** What can be wrong with the chain of a node, a checkpoint, a proof or an export. */
export const chainFaults = catalogue({
  EVIDENCE_CHECKPOINT_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '不是检查点或会签：缺少节点、高度或散列。',
    en: 'This is no checkpoint and no co-signature: node, height or hash is missing.',
    advice: {
      zh: '提交从节点 /v1/checkpoints 得到的原文。',
      en: 'Give it as /v1/checkpoints of the node answered.',
    },
  },
  EVIDENCE_INCLUSION_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '不是包含证明，或已残缺。',
    en: 'This is no proof of inclusion, or it is damaged.',
    advice: {
      zh: '向节点重新索取：/v1/documents/{id}/evidence 或 /v1/interchanges/{id}/evidence。',
      en: 'Ask the node for it again: /v1/documents/{id}/evidence or /v1/interchanges/{id}/evidence.',
    },
  },
  EVIDENCE_NOT_INCLUDED: {
    disposition: 'reject',
    status: 422,
    zh: '记录（{kind}）不在所称的区块 {height} 中：记录、路径或检查点被改动。',
    en: 'The record ({kind}) is not in block {height} as it claims: record, path or checkpoint was changed.',
    advice: {
      zh: '不要采信该记录；向节点重新索取证明。',
      en: 'Do not rely on the record; ask the node for the proof again.',
    },
  },
  EVIDENCE_CONTENT_CHANGED: {
    disposition: 'reject',
    status: 422,
    zh: '内容与记录（{kind}）中的散列不符：内容被改动，或属于另一份记录。',
    en: 'The content does not fit the hash in the record ({kind}): it was changed, or belongs to another record.',
    advice: {
      zh: '不要采信该内容；向节点索取原件。',
      en: 'Do not rely on it; ask the node for the original.',
    },
  },
  EVIDENCE_BLOCK_CHANGED: {
    disposition: 'reject',
    status: 422,
    zh: '区块 {height} 的条目不是签署时的条目。',
    en: 'The entries of block {height} are not those that were signed.',
    advice: {
      zh: '从备份或他人持有的导出文件恢复该区块，并追查谁改动了它。',
      en: 'Restore the block from a backup or from an export that somebody else holds, and find out who changed it.',
    },
  },
  EVIDENCE_BLOCKS_MISSING: {
    disposition: 'reject',
    status: 422,
    zh: '缺少区块 {from} 至 {to}。',
    en: 'Blocks {from} to {to} are missing.',
    advice: {
      zh: '从备份恢复；缺失期间的记录无法证明。',
      en: 'Restore them from a backup; what was written meanwhile cannot be proven.',
    },
  },
  EVIDENCE_CHAIN_BROKEN: {
    disposition: 'reject',
    status: 422,
    zh: '区块 {height} 不承接其前一区块：历史被改写。',
    en: 'Block {height} does not follow the one before it: history was rewritten.',
    advice: {
      zh: '与对等节点会签的检查点比对，确定从何处开始被改写。',
      en: 'Compare with the checkpoints that peers co-signed to find where it begins.',
    },
  },
  EVIDENCE_CHAIN_CUT: {
    disposition: 'reject',
    status: 422,
    zh: '节点 {node} 会签过高度 {height}，而链止于 {head}：末尾的区块被删除。',
    en: 'Node {node} has co-signed height {height}, but the chain ends at {head}: the newest blocks were removed.',
    advice: {
      zh: '从备份恢复；若刚从备份恢复，请告知各对等节点。',
      en: 'Restore them from a backup; after a restore, tell the peers that it was one.',
    },
  },
  EVIDENCE_CHAIN_FORKED: {
    disposition: 'reject',
    status: 422,
    zh: '高度 {height} 处的区块不是 {node} 会签的那一块：历史被改写。',
    en: 'The block at height {height} is not the one that {node} has signed: history was rewritten.',
    advice: {
      zh: '以会签为准，追查谁改写了历史。',
      en: 'Trust what was co-signed, and find out who rewrote it.',
    },
  },
  EVIDENCE_PEER_FORKED: {
    disposition: 'hold',
    status: 409,
    zh: '节点 {node} 在高度 {height} 给出的检查点与先前所见不同：其历史被改写，不予会签。',
    en: 'Node {node} shows another checkpoint at height {height} than before: its history was rewritten, it is not co-signed.',
    advice: {
      zh: '向该节点查问，以 tongguan node checkpoints {node} 出示先前所见；其从备份恢复属实者，以 tongguan node accept-fork {node} 接受。',
      en: 'Ask that node, and show it what was seen: tongguan node checkpoints {node}. If it truly was restored from a backup: tongguan node accept-fork {node}.',
    },
  },
  EVIDENCE_PEER_BEHIND: {
    disposition: 'hold',
    status: 409,
    zh: '节点 {node} 的检查点高度 {height} 低于先前所见，其后各块已不存在：其链的末尾被删除，不予会签。',
    en: 'The checkpoint of node {node} at height {height} is below one seen before, and it has no later ones: its chain was cut, it is not co-signed.',
    advice: {
      zh: '向该节点查问，以 tongguan node checkpoints {node} 出示先前所见；其从备份恢复属实者，以 tongguan node accept-fork {node} 接受。',
      en: 'Ask that node, and show it what was seen: tongguan node checkpoints {node}. If it truly was restored from a backup: tongguan node accept-fork {node}.',
    },
  },
  EVIDENCE_PEER_UNFOLLOWED: {
    disposition: 'retry',
    status: 502,
    zh: '节点 {node} 的检查点未能从先前所见接续到高度 {height}：{reason}；暂不会签。',
    en: 'The checkpoints of node {node} could not be followed from the one seen before to height {height}: {reason}. It is not co-signed yet.',
    advice: {
      zh: '下次交换时再试；持续出现时查看该节点的 /v1/checkpoints 能否访问。',
      en: 'It is tried again with the next exchange; if it goes on, see whether /v1/checkpoints of that node can be reached.',
    },
  },
  EVIDENCE_COSIGNATURE_STRANGE: {
    disposition: 'reject',
    status: 422,
    zh: '节点 {node} 的会签不是对本节点某一区块的会签。',
    en: 'The co-signature of node {node} is of no block of this node.',
    advice: { zh: '忽略；若反复出现，向该节点查问。', en: 'Ignore it; if it comes again, ask that node.' },
  },
  EVIDENCE_EXPORT_MALFORMED: {
    disposition: 'reject',
    status: 422,
    zh: '导出文件第 {line} 行无法识别：{reason}',
    en: 'Line {line} of the export cannot be read: {reason}',
    advice: { zh: '用 tongguan export 重新导出。', en: 'Export again with tongguan export.' },
  },
  EVIDENCE_EXPORT_CUT: {
    disposition: 'reject',
    status: 422,
    zh: '导出文件不完整：末行应计 {expected} 行，实有 {found} 行。',
    en: 'The export is not whole: its last line should count {expected} lines, there are {found}.',
    advice: { zh: '用 tongguan export 重新导出。', en: 'Export again with tongguan export.' },
  },
  EVIDENCE_EXPORT_LACKS: {
    disposition: 'reject',
    status: 422,
    zh: '区块 {height} 记有 {kind} {id}，导出文件却没有：被漏去或删除。',
    en: 'Block {height} has {kind} {id}, but the export does not: it was left out or removed.',
    advice: {
      zh: '向节点索取该记录的证明，并追问为何缺失。',
      en: 'Ask the node for the proof of this record, and why it is not there.',
    },
  },
  EVIDENCE_ROW_CHANGED: {
    disposition: 'reject',
    status: 409,
    zh: '{table} {id} 已不是区块 {height} 所记录的样子：绕过枢纽被改动。',
    en: '{table} {id} is not as block {height} has it: it was changed beside the hub.',
    advice: {
      zh: '从备份取回原样，并追查谁改动了它。',
      en: 'Take it from a backup as it was, and find out who changed it.',
    },
  },
  EVIDENCE_ROW_CONTENT: {
    disposition: 'reject',
    status: 409,
    zh: '{table} {id} 的内容与其散列不符：内容被改动。',
    en: 'The content of {table} {id} does not fit its hash: it was changed.',
    advice: {
      zh: '从备份或发送方取回原件，并追查谁改动了它。',
      en: 'Take the original from a backup or from its sender, and find out who changed it.',
    },
  },
  EVIDENCE_ROW_MISSING: {
    disposition: 'reject',
    status: 409,
    zh: '区块 {height} 所记录的 {table} {id} 已不存在：被删除。',
    en: '{table} {id}, which block {height} has, is not there: it was removed.',
    advice: {
      zh: '从备份取回，并追查谁删除了它。',
      en: 'Take it from a backup, and find out who removed it.',
    },
  },
  EVIDENCE_ROW_EXTRA: {
    disposition: 'reject',
    status: 409,
    zh: '{table} {id} 不在链中：绕过枢纽加入，或记录它的区块被删除。',
    en: '{table} {id} is not in the chain: it was put in beside the hub, or the block that has it was removed.',
    advice: {
      zh: '与对等节点会签的检查点比对；不要采信该记录。',
      en: 'Compare with the checkpoints that peers co-signed; do not rely on the row.',
    },
  },
  EVIDENCE_NOT_SEALED: {
    disposition: 'retry',
    status: 409,
    zh: '{table} {id} 尚未封存入区块，或写入时未启用证据。',
    en: '{table} {id} is in no block yet, or was written while evidence was off.',
    advice: { zh: '数秒后再取。', en: 'Ask again after a few seconds.' },
  },
});
