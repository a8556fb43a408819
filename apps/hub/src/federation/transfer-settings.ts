import { transferLimits, type TransferLimits } from '#federation';
import { whole, type Setting } from '../setting.js';

/** What a deployment may set of documents on their way to other nodes. */
export const transferSettings = {
  TRANSFER_BATCH: {
    name: 'TRANSFER_BATCH',
    standard: '200',
    zh: '一次送给另一节点的单证数上限；对方每次至多接收 500 份',
    en: 'documents in one request to another node at most; a node takes 500 at once',
    refuse: whole(1, transferLimits.batch),
  },
  TRANSFER_BYTES: {
    name: 'TRANSFER_BYTES',
    standard: String(transferLimits.bytes),
    zh: '一次送给另一节点的证明字符数上限（压缩前，首份除外）',
    en: 'characters of proofs in one request to another node, before packing and past the first',
    refuse: whole(65_536, 33_554_432),
  },
  TRANSFER_DAYS: {
    name: 'TRANSFER_DAYS',
    standard: '30',
    zh: '单证受理后可在节点间转送的天数',
    en: 'days after its acceptance in which a document may pass from node to node',
    refuse: whole(1, transferLimits.spanMs / (24 * 3_600_000)),
  },
  TRANSFER_CLOCK_SECONDS: {
    name: 'TRANSFER_CLOCK_SECONDS',
    standard: String(transferLimits.tolerance),
    zh: '与其他节点时钟相差的容许秒数',
    en: 'seconds that the clock of another node may be off',
    refuse: whole(10, 3600),
  },
  TRANSFER_WAIT_SECONDS: {
    name: 'TRANSFER_WAIT_SECONDS',
    standard: '60',
    zh: '另一节点不可达时两次尝试之间的最长秒数；未取得回执前一直重试，直至单证到期',
    en: 'longest time from one attempt to reach a node to the next; they go on until it signs for a document or that expires',
    refuse: whole(1, 3600),
  },
  COMPARE_MINUTES: {
    name: 'COMPARE_MINUTES',
    standard: '60',
    zh: '查找尚未与其他节点核对的日期的间隔分钟数，0 为不自动核对',
    en: 'minutes from one look for days not yet compared with other nodes to the next, 0 for none',
    refuse: whole(0, 1440),
  },
} as const satisfies Record<string, Setting>;

export interface TransferConfig {
  readonly limits: TransferLimits;
  /** Documents offered in one request. */
  readonly batch: number;
  readonly longestWaitMs: number;
  /** Time between two looks for days that have not been compared with other nodes; 0: never. */
  readonly compareEveryMs: number;
}

export function transferConfig(
  number: (key: keyof typeof transferSettings) => number,
  timeoutMs: number,
): TransferConfig {
  return {
    limits: {
      ...transferLimits,
      timeoutMs,
      bytes: number('TRANSFER_BYTES'),
      expiryMs: number('TRANSFER_DAYS') * 24 * 3_600_000,
      tolerance: number('TRANSFER_CLOCK_SECONDS'),
    },
    batch: number('TRANSFER_BATCH'),
    longestWaitMs: number('TRANSFER_WAIT_SECONDS') * 1000,
    compareEveryMs: number('COMPARE_MINUTES') * 60_000,
  };
}
