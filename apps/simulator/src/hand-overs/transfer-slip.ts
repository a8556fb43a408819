import type { JsonObject } from '#kernel';
import { consignment, serial } from '../traffic/consignment.js';
import { provincialTime, written } from './written.js';

const origin = { code: '210200', name: '沈阳局' };
const port = { code: '210100', name: '大窑湾局' };

/** 电子转单: what the office of origin found, for the office of the port; then the same with another value. */
export interface TransferSlip {
  readonly transferNumber: string;
  original(): Buffer;
  /** Within the tenth of the value that an amendment may change. */
  amendment(): Buffer;
}

export function transferSlip(n: number, { seed = 1, start }: { seed?: number; start: number }): TransferSlip {
  const goods = consignment(n, seed, 'export');
  const number = serial(n, seed);
  const transferNumber = `210200226${number}`;
  const version = (which: 1 | 2, value: string): JsonObject => ({
    message: {
      id: `TC-LN-${number}-${which}`,
      type: 'EDeclTrans',
      sentAt: `${provincialTime(start + which * 60_000)}+08:00`,
      sender: `CIQ${origin.code}`,
      recipient: `CIQ${port.code}`,
      category: '11',
      version: '1.0',
    },
    transferNumber,
    version: String(which),
    function: which === 1 ? 'original' : 'amendment',
    ...(which === 1 ? {} : { supersedes: { transferNumber, version: '1' } }),
    transferredAt: `${provincialTime(start)}+08:00`,
    originOffice: origin,
    portOffice: port,
    transferCentre: { code: '210000', name: '辽宁电子转单中心' },
    certificateOffice: port,
    applicationNumber: `2102002260${number.slice(-5)}`,
    direction: 'export',
    applicationKind: '24',
    applicant: { code: '2101980023', name: '沈阳速达报关服务有限公司' },
    consignor: { code: goods.trader.code, name: goods.trader.name },
    tradeMode: '11',
    exitPort: { code: '210101', name: '大连大窑湾港' },
    transport: { mode: '1', meansName: goods.call.vessel, voyage: goods.call.voyage },
    billNumber: goods.bill,
    inspection: { result: 'qualified', text: '经检验，符合要求。' },
    totalValue: value,
    currency: '840',
    items: [
      {
        sequence: '1',
        hsCode: goods.article.tariff,
        name: goods.article.name,
        packages: String(goods.packages),
        value,
        currency: '840',
      },
    ],
  });
  return {
    transferNumber,
    original: () => written('inspection/transfer-slip-xml', 'TransferSlip', version(1, '168400.00')),
    amendment: () => written('inspection/transfer-slip-xml', 'TransferSlip', version(2, '176100.00')),
  };
}
