import type { Outcome } from '../../contract.js';
import { elementValues, xmlText } from '../../xml/element-values.js';

/** Characters of ErrorMessage: longer ones are cut by the clients of the electronic port. */
const maxMessage = 1000;

/**
 * The DecImportResponse that clients of the electronic port read: ResponseCode 0 when the declaration was taken, else 1
 * with the faults in Chinese; ClientSeqNo and SeqNo say which declaration it is about.
 */
export function acknowledgeDeclaration({ interchange, faults }: Outcome): Uint8Array {
  const errors = faults.filter((fault) => fault.severity === 'error');
  const message = errors.map(({ code, text }) => `${code} ${text.zh}`).join('；');
  const values = elementValues(interchange, ['ClientSeqNo', 'SeqNo']);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<DecImportResponse xmlns="http://www.chinaport.gov.cn/dec">',
    `  <ResponseCode>${errors.length > 0 ? '1' : '0'}</ResponseCode>`,
    `  <ErrorMessage>${xmlText(message.slice(0, maxMessage))}</ErrorMessage>`,
    `  <ClientSeqNo>${xmlText(values.get('ClientSeqNo') ?? '')}</ClientSeqNo>`,
    `  <SeqNo>${xmlText(values.get('SeqNo') ?? '')}</SeqNo>`,
    '</DecImportResponse>',
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}
