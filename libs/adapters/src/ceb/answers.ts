/** The answer to a kind of request: its message, the element of one receipt, and what the receipt names of the request. */
export interface CebAnswer {
  readonly message: string;
  readonly element: string;
  readonly keys: readonly string[];
}

const answer = (message: string, element: string, keys: string): CebAnswer => ({
  message,
  element,
  keys: keys.split(' '),
});

/** By the number of the request. Messages that are answers themselves, or news from customs, have none. */
export const cebAnswers: Readonly<Record<string, CebAnswer>> = {
  '213': answer('CEB214Message', 'RefundReturn', 'ebpCode ebcCode agentCode coElNo preNo invtNo'),
  '215': answer(
    'CEB216Message',
    'InvtRefundDetailReturn',
    'operatorCode logisticsCode logisticsNo coElNo preNo',
  ),
  '303': answer('CEB304Message', 'OrderReturn', 'ebpCode ebcCode orderNo'),
  '311': answer('CEB312Message', 'OrderReturn', 'ebpCode ebcCode orderNo'),
  '403': answer('CEB404Message', 'ReceiptsReturn', 'ebcCode orderNo payNo'),
  '411': answer('CEB412Message', 'PaymentReturn', 'payCode payTransactionId'),
  '505': answer('CEB506Message', 'LogisticsReturn', 'logisticsCode logisticsNo'),
  '507': answer('CEB508Message', 'ArrivalReturn', 'operatorCode logisticsCode preNo copNo billNo msgSeqNo'),
  '509': answer('CEB510Message', 'DepartureReturn', 'logisticsCode copNo preNo msgSeqNo'),
  '511': answer('CEB512Message', 'LogisticsReturn', 'logisticsCode logisticsNo'),
  '513': answer('CEB514Message', 'LogisticsStatusReturn', 'logisticsCode logisticsNo logisticsStatus'),
  '603': answer(
    'CEB604Message',
    'InventoryReturn',
    'agentCode copNo preNo invtNo ebcCode ebpCode orderNo statisticsFlag',
  ),
  '605': answer('CEB606Message', 'InvtCancelReturn', 'agentCode copNo preNo invtNo'),
  '607': answer('CEB608Message', 'WayBillReturn', 'agentCode logisticsCode copNo preNo billNo msgSeqNo'),
  '621': answer(
    'CEB622Message',
    'InventoryReturn',
    'customsCode ebpCode ebcCode agentCode copNo preNo invtNo',
  ),
  '623': answer(
    'CEB624Message',
    'InvtCancelReturn',
    'customsCode agentCode ebpCode ebcCode copNo preNo invtNo',
  ),
  '625': answer(
    'CEB626Message',
    'InvtRefundReturn',
    'customsCode agentCode ebpCode ebcCode copNo preNo invtNo',
  ),
  '701': answer('CEB702Message', 'SummaryReturn', 'agentCode ebcCode copNo preNo sumNo msgSeqNo'),
  '711': answer('CEB712Message', 'DeliveryReturn', 'customsCode operatorCode copNo preNo rkdNo'),
};
