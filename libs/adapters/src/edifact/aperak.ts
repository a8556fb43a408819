import type { Fault } from '#kernel';
import { writeEdifact, type TreeNode } from '#syntax';
import type { Outcome } from '../contract.js';
import { node, plain, segment, stamp } from './answer-parts.js';
import { codeOf, unreadTypes } from './contrl.js';
import { referencesOf, type MessageReferences } from './references.js';

/** UN/EDIFACT 1001: acknowledgement message, application error message. */
const name = { accepted: '312', refused: '313' };

/** UN/EDIFACT 4343: accepted, rejected. */
const response = { accepted: 'AP', refused: 'RE' };

/** UN/EDIFACT 9321 where a fault does not say its own: invalid value. Codes are ours (3055 ZZZ, mutually defined). */
const invalidValue = '12';

/** UN/EDIFACT 4440: characters of one component of FTX. */
const maxText = 512;

/** Errors that an answer names at most, of all messages together. */
const maxErrors = 999;

/**
 * An APERAK interchange (D.16A) in answer to one received: what the application came to once the syntax was right. One
 * message for each message received, that names it: DOC what it was by its BGM, RFF+ACW its own reference, RFF+AGO that
 * of the interchange. BGM says accepted (312, AP) or rejected (313, RE); each error is an ERC with the text and the place
 * in an FTX+AAO. As nothing of an interchange with errors is taken, its faultless messages are rejected too; else
 * only those of a type that nobody reads are.
 */
export function aperak(outcome: Outcome): Uint8Array {
  const { interchange, now, reference } = outcome;
  const text = plain(interchange);
  const original = referencesOf(text);
  const errors = outcome.faults.filter((fault) => fault.severity === 'error').slice(0, maxErrors);
  const unreadOf = unreadTypes(outcome.faults);
  const [date, time] = stamp(now);
  const messages = original.messages.length > 0 ? original.messages : [unread];
  const own = errorsByMessage(messages, errors, interchange.length - text.length);
  const answers = messages.map((message, at) => {
    const passedOver = unreadOf.get(message.type[0]);
    const refused = errors.length > 0 || passedOver !== undefined;
    const said = passedOver ? [passedOver, ...(own[at] ?? [])] : (own[at] ?? []);
    return node('message', 'message', [
      segment('UNH', [[String(at + 1)], ['APERAK', 'D', '16A', 'UN']]),
      segment('BGM', [
        [refused ? name.refused : name.accepted],
        [`${reference.slice(0, 14)}-${at + 1}`],
        ['9'],
        [refused ? response.refused : response.accepted],
      ]),
      segment('DTM', [['137', `20${date}${time}`, '203']]),
      ...named(message, original.reference),
      ...(refused ? reasons(said) : []),
    ]);
  });
  const unb = segment('UNB', [
    [''],
    original.recipient,
    original.sender,
    [date, time],
    [reference.slice(0, 14)],
  ]);
  const written = writeEdifact(node('interchange', 'interchange', [unb, ...answers]), {
    message: 'APERAK',
    newline: true,
  });
  if (!written.ok) throw new Error(`an APERAK was refused: ${written.error[0]?.code ?? ''}`);
  return written.value;
}

/** An interchange in which no message was found. */
const unread: MessageReferences = { reference: '', type: [], document: { name: '', number: '' } };

function named({ reference, document }: MessageReferences, interchange: string): TreeNode[] {
  const { name, number } = document;
  return [
    ...(name === '' && number === '' ? [] : [segment('DOC', [[name], [number]])]),
    ...(reference === '' ? [] : [segment('RFF', [['ACW', reference]])]),
    ...(interchange === '' ? [] : [segment('RFF', [['AGO', interchange]])]),
  ];
}

/**
 * Each error goes to the message that it is in by its place, one without a place to the first.
 *
 * @param before bytes of the interchange that the spans of the messages do not count
 */
function errorsByMessage(
  messages: readonly MessageReferences[],
  errors: readonly Fault[],
  before: number,
): Fault[][] {
  const own: Fault[][] = messages.map(() => []);
  for (const error of errors) {
    const from = (error.place?.span?.from ?? -1) - before;
    const at = messages.findIndex(({ span }) => span && from >= span.from && from < span.to);
    own[Math.max(at, 0)]?.push(error);
  }
  return own;
}

function reasons(errors: readonly Fault[]): TreeNode[] {
  if (errors.length === 0) return [error('18', 'REJECTED WITH ANOTHER MESSAGE OF THE INTERCHANGE', '')];
  return errors.map((fault) =>
    error(codeOf(fault, invalidValue), `${fault.code} ${fault.text.en}`, fault.place?.path ?? ''),
  );
}

const error = (code: string, text: string, place: string): TreeNode =>
  node('group', 'SG4', [
    segment('ERC', [[code, '', 'ZZZ']]),
    segment('FTX', [
      ['AAO'],
      [''],
      [''],
      [text.slice(0, maxText), ...(place === '' ? [] : [place.slice(0, maxText)])],
    ]),
  ]);
