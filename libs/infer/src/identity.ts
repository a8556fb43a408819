import type { Assignment } from './assign.js';
import type { Opened } from './open-samples.js';
import type { Subject } from './score.js';

/** A place whose value may tell messages apart. */
export interface IdentityCandidate {
  /** Absolute. */
  readonly path: string;
  /** Whether it is put into the draft. */
  readonly sure: boolean;
}

const named =
  /(?:guid|uuid|message_?id|msg_?id|client_?seq_?no|cop_?no|message_?no|serial|报文编号|流水号|batch_?no)$/i;
const sender = /(?:sender_?id|cop_?code|sender|发送方代码)$/i;
const most = 6;

/**
 * Places of the whole message that have another value in each sample. Of EDIFACT it is the sender and the reference of the
 * interchange, as the standard says.
 */
export function identityOf(
  { syntax, samples }: Opened,
  subjects: readonly Subject[],
  { each }: Assignment,
): readonly IdentityCandidate[] {
  if (syntax === 'edifact') return ['/UNB.2.1', '/UNB.5'].map((path) => ({ path, sure: true }));
  const messages = samples.reduce((sum, sample) => sum + sample.messages.length, 0);
  const whole = subjects.filter(
    ({ place }) => (place.scopes.length === 0 || place.scopes.join() === each) && place.share === 1,
  );
  const telling = whole.filter(
    ({ place, types }) =>
      place.scopes.length === 0 &&
      place.values.size === messages &&
      !types.shares.has('time') &&
      types.longest >= 4,
  );
  const references = telling.filter(({ place }) => named.test(place.names[0] ?? ''));
  const senders =
    references.length > 0
      ? whole.filter(({ place }) => place.scopes.length === 0 && sender.test(place.names[0] ?? ''))
      : [];
  const sure = [...senders.slice(0, 1), ...references.slice(0, 1)];
  const others = messages > 1 ? telling.filter((subject) => !sure.includes(subject)) : [];
  return [
    ...sure.map(({ place }) => ({ path: `/${place.path}`, sure: true })),
    ...others.slice(0, most).map(({ place }) => ({ path: `/${place.path}`, sure: false })),
  ];
}
