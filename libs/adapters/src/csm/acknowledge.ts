import type { Outcome } from '../contract.js';
import { elementValues, xmlText } from '../xml/element-values.js';

/** Characters of ResponseText. */
const maxText = 1000;

/**
 * The answer to a message about means of transport: its head with sender and receiver changed about, and a Response that
 * names the message and the application; ResponseCode is 0 when it was taken, else 1.
 */
export function acknowledgeCsm({ interchange, faults, now, reference }: Outcome): Uint8Array {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ code, text }) => `${code} ${text.zh}`).join('；');
  const references = ['MessageID', 'ApplicationNo', 'ReportNo', 'IMO'];
  const values = elementValues(interchange, [...references, 'SenderID', 'ReceiverID', 'MessageType']);
  const value = (name: string): string => xmlText(values.get(name) ?? '');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Message>',
    '  <MessageHead>',
    `    <MessageID>${xmlText(reference)}</MessageID>`,
    '    <MessageType>Response</MessageType>',
    `    <SenderID>${value('ReceiverID')}</SenderID>`,
    `    <ReceiverID>${value('SenderID')}</ReceiverID>`,
    `    <SendTime>${new Date(now + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)}</SendTime>`,
    '    <Version>1.0</Version>',
    '  </MessageHead>',
    '  <MessageBody>',
    '    <Response>',
    ...references.flatMap((name) => (values.has(name) ? [`      <${name}>${value(name)}</${name}>`] : [])),
    `      <MessageType>${value('MessageType')}</MessageType>`,
    `      <ResponseCode>${errors.length > 0 ? '1' : '0'}</ResponseCode>`,
    `      <ResponseText>${xmlText(said.slice(0, maxText))}</ResponseText>`,
    '    </Response>',
    '  </MessageBody>',
    '</Message>',
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}
