import type { Fault } from '#kernel';
import { writeEdifact, type TreeNode } from '#syntax';
import type { Outcome } from '../contract.js';
import { referencesOf } from './references.js';

/** UN/EDIFACT 0083: accepted with what is below unless said otherwise; this level and all below rejected. */
const action = { acknowledged: '7', rejected: '4' };

/** UN/EDIFACT 0085 where a fault does not say its own: 12 invalid value, 18 unspecified error. */
const errorCode = { value: '12', unspecified: '18' };

/**
 * A CONTRL interchange (ISO 9735-4, D.3) in answer to one received. Faults of the syntax reject the interchange (UCI 4);
 * faults of the content acknowledge it and reject each message (UCM 4), as nothing of it was taken. Without errors all
 * is acknowledged (7). Sender and recipient change places; dates are Beijing time.
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
  const ucms = original.messages.map((message) =>
    segment('UCM', [
      [message.reference],
      message.type,
      [errors.length > 0 ? action.rejected : action.acknowledged],
      [contentError ? codeOf(contentError, errorCode.value) : ''],
    ]),
  );
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

const isAboutSyntax = ({ code }: Fault): boolean =>
  code.startsWith('SYNTAX_') || code === 'ADAPTER_INTERCHANGE_CUT' || code === 'ADAPTER_MESSAGE_DOUBLED';

const codeOf = (fault: Fault, otherwise: string): string => String(fault.values?.contrl ?? otherwise);

function stamp(now: number): [string, string] {
  const [day = '', time = ''] = new Date(now + 8 * 3_600_000).toISOString().split('T');
  return [day.slice(2).replaceAll('-', ''), time.slice(0, 5).replace(':', '')];
}

/** References in printable ASCII, so that every answer can be written at level A; other bytes become dots. */
function plain(bytes: Uint8Array): Uint8Array {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes
    .subarray(start)
    .map((byte) => ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d ? byte : 0x2e));
}

function node(kind: TreeNode['kind'], name: string, children: readonly TreeNode[]): TreeNode {
  return { kind, name, children, text: '', attributes: new Map(), cells: [], repeats: new Map() };
}

function segment(name: string, cells: readonly (readonly string[])[]): TreeNode {
  return { ...node('segment', name, []), cells };
}
