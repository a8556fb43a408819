import type { Outcome } from '../../contract.js';
import { elementValues, xmlText } from '../../xml/element-values.js';

/** Characters of ErrorMessage, as in the answers to declarations. */
const maxMessage = 1000;

const references = ['MessageID', 'TrnPreId', 'TurnNo', 'TransNo'];

/** The answer to a message about transit: ResponseCode 0 when it was taken, else 1, and the numbers that it is about. */
export function acknowledgeTransit({ interchange, faults, now }: Outcome): Uint8Array {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ code, text }) => `${code} ${text.zh}`).join('；');
  const values = elementValues(interchange, references);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TrnResponse xmlns="http://www.chinaport.gov.cn/trn">',
    `  <ResponseCode>${errors.length > 0 ? '1' : '0'}</ResponseCode>`,
    `  <ErrorMessage>${xmlText(said.slice(0, maxMessage))}</ErrorMessage>`,
    ...references.flatMap((name) =>
      values.has(name) ? [`  <${name}>${xmlText(values.get(name) ?? '')}</${name}>`] : [],
    ),
    `  <NoticeTime>${new Date(now + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)}</NoticeTime>`,
    '</TrnResponse>',
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}
