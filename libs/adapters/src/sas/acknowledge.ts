import type { Outcome } from '../contract.js';
import { elementValues, xmlText } from '../xml/element-values.js';

/** Characters of CheckInfo. */
const maxInformation = 1000;

/** What the enterprise calls its record, in the order in which it is looked for. */
const references = ['EtpsPreentNo', 'EtpsInnerInvtNo'];

/**
 * The CommonResponeMessage, spelt so, that clients of the special areas read: DealFlag 0 when the message was taken, else
 * -1 with the faults in Chinese; EtpsPreentNo and SeqNo say which record it is about.
 */
export function acknowledgeSas({ interchange, faults }: Outcome): Uint8Array {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ code, text }) => `${code} ${text.zh}`).join('；');
  const values = elementValues(interchange, ['SeqNo', 'message_id', ...references]);
  const own = references.map((name) => values.get(name)).find((value) => value !== undefined);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<CommonResponeMessage>',
    `  <SeqNo>${xmlText(values.get('SeqNo') ?? '')}</SeqNo>`,
    `  <EtpsPreentNo>${xmlText(own ?? '')}</EtpsPreentNo>`,
    `  <MessageId>${xmlText(values.get('message_id') ?? '')}</MessageId>`,
    `  <CheckInfo>${xmlText(said.slice(0, maxInformation))}</CheckInfo>`,
    `  <DealFlag>${errors.length > 0 ? '-1' : '0'}</DealFlag>`,
    '</CommonResponeMessage>',
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}
