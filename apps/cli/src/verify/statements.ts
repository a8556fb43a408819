import type { BlockHead, Cosigned, ExportSummary, Proven, ProvenDocument } from '#evidence';
import type { JsonObject, Texts } from '#kernel';
import { text, type Statement } from './statement.js';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** @param content the bytes were given, and are those that the receipt is about */
export function ofReceipt(claims: JsonObject, content: boolean): Statement {
  const { iss, sub, sha256, sender, kind, receivedAt, iat } = claims;
  const at = typeof receivedAt === 'string' ? receivedAt : new Date(Number(iat) * 1000).toISOString();
  const custody = kind === 'custody';
  return {
    kind: 'receipt',
    title: text(
      `节点 ${shown(iss)} 签发的回执（${shown(kind)}）`,
      `a receipt (${shown(kind)}) of node ${shown(iss)}`,
    ),
    proves: [
      custody
        ? text(
            `节点 ${shown(iss)} 于 ${at} 已接管 ${shown(sub)}`,
            `node ${shown(iss)} has taken over ${shown(sub)}, ${at}`,
          )
        : text(
            `节点 ${shown(iss)} 于 ${at} 已落盘受理 ${shown(sender)} 的报文 ${shown(sub)}，SHA-256 为 ${shown(sha256)}`,
            `node ${shown(iss)} had message ${shown(sub)} of ${shown(sender)} on disk at ${at}, SHA-256 ${shown(sha256)}`,
          ),
      ...(content ? [text('所给内容正是该报文', 'the content that was given is that message')] : []),
    ],
    not: [
      ...(content || custody ? [] : [contentNotGiven]),
      text('报文其后的处理结果', 'what became of it afterwards'),
      clockOfNode,
    ],
    values: claims,
  };
}

const contentNotGiven = text(
  '内容本身：未给出（--content 文件）',
  'the content itself: it was not given (--content FILE)',
);
const clockOfNode = text('时间出自该节点自己的时钟', 'the time, which is of the clock of that node');

export const ofCheckpoint = (head: BlockHead): Statement => ({
  kind: 'checkpoint',
  title: text(
    `节点 ${head.node} 高度 ${head.height} 的检查点`,
    `checkpoint ${head.height} of node ${head.node}`,
  ),
  proves: [
    text(
      `节点 ${head.node} 称其至 ${head.at} 的全部记录由散列 ${head.hash.toString('hex')} 确定`,
      `node ${head.node} says that all it had written by ${head.at} is what hash ${head.hash.toString('hex')} stands for`,
    ),
  ],
  not: [
    text(
      '该节点没有另一条链：与自己保存的或会签的检查点比对',
      'that the node has no other chain: compare with one that was kept or co-signed',
    ),
  ],
  values: { ...head, hash: head.hash.toString('hex') },
});

export const ofCosignature = (cosigned: Cosigned): Statement => ({
  kind: 'cosignature',
  title: text(`节点 ${cosigned.by} 的会签`, `a co-signature of node ${cosigned.by}`),
  proves: [
    text(
      `节点 ${cosigned.by} 于 ${cosigned.at} 已见过节点 ${cosigned.node} 高度 ${cosigned.height}、散列 ${cosigned.hash} 的区块`,
      `node ${cosigned.by} had seen block ${cosigned.height} of node ${cosigned.node} with hash ${cosigned.hash} at ${cosigned.at}`,
    ),
  ],
  not: [text('区块的内容', 'what is in the block')],
  values: { ...cosigned },
});

export function ofProof({ kind, record, head, content, cosigned }: Proven): Statement {
  const id = shown(record['id']);
  return {
    kind: 'proof',
    title: text(`节点 ${head.node} 的记录 ${kind} ${id}`, `record ${kind} ${id} of node ${head.node}`),
    proves: [
      text(
        `该记录在节点 ${head.node} 的证据链区块 ${head.height} 中，封存于 ${head.at}，此后未变`,
        `the record is in block ${head.height} of the chain of node ${head.node}, sealed at ${head.at}, and was not changed since`,
      ),
      ...(content ? [text('内容正是所记录的内容', 'the content is what was recorded')] : []),
      ...cosigned.map(seenBy),
    ],
    not: [
      ...(content ? [] : [contentNotGiven]),
      ...(cosigned.length > 0
        ? []
        : [
            text(
              '该节点自己没有重写整条链：没有其他节点的会签，或未给出其公钥（--peers）',
              'that the node itself did not write its chain anew: no other node has co-signed, or its keys were not given (--peers)',
            ),
          ]),
      text(
        '内容属实：只证明其存在且未改',
        'that the content is true: only that it was there and is unchanged',
      ),
    ],
    values: { kind, record, head: { ...head, hash: head.hash.toString('hex') }, cosigned },
  };
}

const seenBy = ({ by, at }: Cosigned): Texts =>
  text(`节点 ${by} 于 ${at} 已见过这段历史`, `node ${by} had seen this history at ${at}`);

export function ofDocument({ claims, body, whole, kid }: ProvenDocument): Statement {
  const { iss, id, type } = claims;
  return {
    kind: 'document',
    title: text(
      `节点 ${shown(iss)} 的单证 ${shown(type)} ${shown(id)}`,
      `document ${shown(type)} ${shown(id)} of node ${shown(iss)}`,
    ),
    proves: [
      text(
        `来源节点 ${shown(iss)} 签发过此单证；所示各项与原件一致`,
        `node ${shown(iss)} has issued this document; what is shown of it is as in the original`,
      ),
      ...(whole ? [text('单证完整，无隐去项', 'it is the whole document, nothing is held back')] : []),
    ],
    not: [
      ...(whole ? [] : [text('被隐去的项', 'what is held back')]),
      text('它是最新的一份，未被更正', 'that it is the latest, and was not corrected since'),
      text('内容属实', 'that its content is true'),
    ],
    values: { kid, claims, body, whole },
  };
}

export const ofExport = (summary: ExportSummary): Statement => ({
  kind: 'export',
  title: text(
    `节点 ${summary.node} 自 ${summary.from} 至 ${summary.to} 的导出`,
    `an export of node ${summary.node} from ${summary.from} to ${summary.to}`,
  ),
  proves: [
    text(
      `报文 ${summary.interchanges} 份、单证 ${summary.documents} 份、回执 ${summary.receipts} 份，均与封存时一致`,
      `${summary.interchanges} messages, ${summary.documents} documents and ${summary.receipts} receipts are as they were sealed`,
    ),
    ...(summary.whole
      ? [
          text(
            `${summary.blocks} 个区块相接无缺，其中该时段的报文和单证无一遗漏`,
            `${summary.blocks} blocks follow each other without a gap, and no message or document of that time in them is left out`,
          ),
        ]
      : []),
    ...summary.cosignedBy.map((by) =>
      text(`节点 ${by} 见过其中的历史`, `node ${by} has seen history that is in it`),
    ),
  ],
  not: [
    ...(summary.whole
      ? []
      : [
          text(
            '没有遗漏：只有管理员的导出含完整区块',
            'that nothing is left out: only an export for the administrator has whole blocks',
          ),
        ]),
    ...(summary.unproven > 0
      ? [
          text(
            `该时段另有 ${summary.unproven} 份尚未封存或未被记录`,
            `${summary.unproven} more of that time, which were not sealed yet or not covered`,
          ),
        ]
      : []),
    ...(summary.cosignedBy.length > 0
      ? []
      : [text('该节点自己没有重写整条链', 'that the node itself did not write its chain anew')]),
  ],
  values: { ...summary },
});
