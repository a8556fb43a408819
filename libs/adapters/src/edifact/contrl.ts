import type { Fault } from '#kernel';
import { writeEdifact } from '#syntax';
import type { Outcome } from '../contract.js';
import { node, plain, segment, stamp } from './answer-parts.js';
import { referencesOf } from './references.js';

/** UN/EDIFACT 0083: accepted with what is below unless said otherwise; this level and all below rejected. */
const action = { acknowledged: '7', rejected: '4' };

/** UN/EDIFACT 0085 where a fault does not say its own: 12 invalid value, 18 unspecified error. */
const errorCode = { value: '12', unspecified: '18' };

/**
 * A CONTRL interchange (ISO 9735-4, D.3) in answer to one received. Faults of the syntax reject the interchange (UCI 4);
 * faults of the content acknowledge it and reject each message (UCM 4), as nothing of it was taken. Without errors all
 * is acknowledged (7), but for messages of a type that nobody reads, each of which is rejected (UCM 4). Sender and recipient change places; dates are Beijing time.
 */
export function contrl(outcome: Outcome): Uint8Array {
  const { interchange, now, reference } = outcome;
  const original = referencesOf(plain(interchange));
  const errors = outcome.faults.filter((fault) => fault.severity === 'error');
  const syntaxError = errors.find(isAboutSyntax);
  const contentError = syntaxError ? undefined : errors[0];
  const [date, time] = stamp(now);
  const uci = segment('UCI', [
    [original.reference],
    original.sender,
    original.recipient,
    [syntaxError ? action.rejected : action.acknowledged],
    [syntaxError ? codeOf(syntaxError, errorCode.unspecified) : ''],
  ]);
  const unread = unreadTypes(outcome.faults);
  const ucms = original.messages.map((message) => {
    const passedOver = unread.get(message.type[0]);
    const error = contentError ?? passedOver;
    return segment('UCM', [
      [message.reference],
      message.type,
      [errors.length > 0 || passedOver ? action.rejected : action.acknowledged],
      [error ? codeOf(error, errorCode.value) : ''],
    ]);
  });
  const unh = segment('UNH', [['1'], ['CONTRL', 'D', '3', 'UN']]);
  const unb = segment('UNB', [
    ['UNOA', '2'],
    original.recipient,
    original.sender,
    [date, time],
    [reference.slice(0, 14)],
  ]);
  const message = node('message', 'message', [unh, uci, ...(syntaxError ? [] : ucms)]);
  const written = writeEdifact(node('interchange', 'interchange', [unb, message]), {
    message: 'CONTRL',
    newline: true,
  });
  if (!written.ok) throw new Error(`a CONTRL of plain text was refused: ${written.error[0]?.code ?? ''}`);
  return written.value;
}

/** The types of messages that were passed over: all messages of a type, or none. */
export function unreadTypes(faults: readonly Fault[]): ReadonlyMap<string | undefined, Fault> {
  const unread = faults.filter(({ code }) => code === 'ADAPTER_MESSAGE_UNREAD');
  return new Map(unread.map((fault) => [String(fault.values?.type ?? ''), fault]));
}

/** Said by CONTRL; every other error is said by APERAK. */
export const isAboutSyntax = ({ code }: Fault): boolean =>
  code.startsWith('SYNTAX_') || code === 'ADAPTER_INTERCHANGE_CUT' || code === 'ADAPTER_MESSAGE_DOUBLED';

export const codeOf = (fault: Fault, otherwise: string): string => String(fault.values?.contrl ?? otherwise);
