import type { Outcome } from '../contract.js';
import { elementValues, xmlText } from '../xml/element-values.js';
import { beijingTime } from '../xml/beijing-time.js';

/** Characters of RESPONSE_INFO. */
const maxInformation = 1000;

/**
 * The answer to an OBORMessage: the same head with sender and recipient changed about, and for the message one RESPONSE
 * with the number of the message and of the application that it answers. RESPONSE_CODE is 0 when it was taken, else 1.
 */
export function acknowledgeObor({ interchange, faults, now, reference }: Outcome): Uint8Array {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ code, text }) => `${code} ${text.zh}`).join('；');
  const names = [
    'MESSAGE_ID',
    'MESSAGE_TYPE',
    'MESSAGE_SOURCE',
    'MESSAGE_DEST',
    'EntDeclNo',
    'DeclNo',
    'TransNo',
  ];
  const values = elementValues(interchange, names);
  const value = (name: string): string => xmlText(values.get(name) ?? '');
  const time = beijingTime(now);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OBORMessage>',
    '  <MessageHead>',
    `    <MESSAGE_ID>${xmlText(reference)}</MESSAGE_ID>`,
    '    <MESSAGE_TYPE>RESPONSE</MESSAGE_TYPE>',
    `    <MESSAGE_TIME>${time}</MESSAGE_TIME>`,
    `    <MESSAGE_SOURCE>${value('MESSAGE_DEST')}</MESSAGE_SOURCE>`,
    `    <MESSAGE_DEST>${value('MESSAGE_SOURCE')}</MESSAGE_DEST>`,
    '    <MESSAGE_VERSION>1.0</MESSAGE_VERSION>',
    '  </MessageHead>',
    '  <MessageBody>',
    '    <RESPONSE>',
    `      <MESSAGE_ID>${value('MESSAGE_ID')}</MESSAGE_ID>`,
    `      <MESSAGE_TYPE>${value('MESSAGE_TYPE')}</MESSAGE_TYPE>`,
    ...['EntDeclNo', 'DeclNo', 'TransNo'].flatMap((name) =>
      values.has(name) ? [`      <${name}>${value(name)}</${name}>`] : [],
    ),
    `      <RESPONSE_CODE>${errors.length > 0 ? '1' : '0'}</RESPONSE_CODE>`,
    `      <RESPONSE_INFO>${xmlText(said.slice(0, maxInformation))}</RESPONSE_INFO>`,
    `      <RESPONSE_TIME>${time}</RESPONSE_TIME>`,
    '    </RESPONSE>',
    '  </MessageBody>',
    '</OBORMessage>',
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}
