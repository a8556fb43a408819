import type { Outcome } from '../../contract.js';
import { elementValues, xmlText } from '../../xml/element-values.js';

/** Characters of ResponseInfo by the schema of the format. */
const maxInformation = 300;

/**
 * The DxpRep that a sender through the data exchange platform expects: 0 when the message was taken, else 1 with the
 * faults in Chinese, with the head of the envelope that it answers. `RecevierId` and `CreatTime` are spelt so.
 */
export function acknowledgeDxp({ interchange, faults, now }: Outcome): Uint8Array {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ code, text }) => `${code} ${text.zh}`).join('；');
  const head = ['CopMsgId', 'SenderId', 'ReceiverId', 'CreatTime', 'MsgType'] as const;
  const values = elementValues(interchange, head);
  const value = (name: (typeof head)[number]): string => xmlText(values.get(name) ?? '');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<DxpRep xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0">',
    `  <RecevierId>${value('SenderId')}</RecevierId>`,
    '  <Response>',
    `    <ResponseCode>${errors.length > 0 ? '1' : '0'}</ResponseCode>`,
    `    <ResponseInfo>${xmlText(said.slice(0, maxInformation))}</ResponseInfo>`,
    `    <NoticeTime>${new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)}</NoticeTime>`,
    '    <OriHead>',
    `      <CopMsgId>${value('CopMsgId')}</CopMsgId>`,
    `      <SenderId>${value('SenderId')}</SenderId>`,
    `      <ReceiverIds><ReceiverId>${value('ReceiverId')}</ReceiverId></ReceiverIds>`,
    `      <CreatTime>${value('CreatTime')}</CreatTime>`,
    `      <MsgType>${value('MsgType')}</MsgType>`,
    '    </OriHead>',
    '  </Response>',
    '</DxpRep>',
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}
