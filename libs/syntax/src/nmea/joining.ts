import type { AisSentence } from './sentence.js';

/** Messages of several sentences that may be waiting for the rest of them at a time. */
const maxOpen = 256;

/** Sentences that may stand between a later part of a message and the first one, where that comes behind it. */
const maxBehind = 4;

/** A message of which not all sentences have come, by their numbers. */
interface Open {
  readonly parts: (AisSentence | undefined)[];
  /** The last sentence that came, and which of all that was. */
  last: AisSentence;
  count: number;
}

/**
 * Brings the sentences of one message together. Receivers mix messages of several stations: sentences belong together
 * by talker, number and sequential message, and must not differ in the group and the source of their tag blocks nor in
 * the channel, as far as they say them.
 */
export class Joining {
  private readonly open = new Map<string, Open[]>();
  private size = 0;
  private count = 0;

  /** @param lost told of a sentence whose message stays without the others */
  constructor(private readonly lost: (sentence: AisSentence) => void) {}

  /** @returns the sentences of the message in their order, when this was the last of them to come */
  take(sentence: AisSentence): readonly AisSentence[] | undefined {
    this.count++;
    const { number, group, total } = sentence;
    const same = (this.open.get(group) ?? []).filter(({ last }) => mayBeOne(last, sentence));
    if (number === 1) for (const one of same) if (!this.mayPrecede(one, sentence)) this.giveUp(group, one);
    const known = same.find(
      (one) => this.fits(one, number) || (number === 1 && this.mayPrecede(one, sentence)),
    );
    const one = known ?? this.begin(sentence);
    if (!one) return undefined;
    one.parts[number - 1] = sentence;
    one.last = sentence;
    one.count = this.count;
    const parts = one.parts.flatMap((part) => part ?? []);
    if (parts.length < total) return undefined;
    this.forget(group, one);
    return parts;
  }

  /** What is left when there are no more sentences. */
  end(): void {
    for (const [group, all] of this.open) for (const one of [...all]) this.giveUp(group, one);
  }

  /** Whether it is the next one. */
  private fits({ parts }: Open, number: number): boolean {
    return parts[number - 2] !== undefined && parts[number - 1] === undefined;
  }

  /** A first sentence may come behind the second only at once, and only where the messages are numbered. */
  private mayPrecede({ parts, count }: Open, { group }: AisSentence): boolean {
    return parts[0] === undefined && this.count - count <= maxBehind && !group.endsWith(',');
  }

  private begin(sentence: AisSentence): Open | undefined {
    const { number, group } = sentence;
    if (number > 2 || (number === 2 && group.endsWith(','))) {
      this.lost(sentence);
      return undefined;
    }
    const one: Open = { parts: [], last: sentence, count: this.count };
    this.open.set(group, [...(this.open.get(group) ?? []), one]);
    if (++this.size > maxOpen) this.giveUpOldest();
    return one;
  }

  private giveUpOldest(): void {
    let oldest: readonly [string, Open] | undefined;
    for (const [group, all] of this.open) {
      for (const one of all) if (!oldest || one.count < oldest[1].count) oldest = [group, one];
    }
    if (oldest) this.giveUp(...oldest);
  }

  private giveUp(group: string, one: Open): void {
    const [first = one.last] = one.parts.flatMap((part) => part ?? []);
    this.lost(first);
    this.forget(group, one);
  }

  private forget(group: string, one: Open): void {
    const others = (this.open.get(group) ?? []).filter((other) => other !== one);
    if (others.length > 0) this.open.set(group, others);
    else this.open.delete(group);
    this.size--;
  }
}

/** Whether nothing that both sentences say tells them apart. Lines of one group have it in all of their tag blocks. */
function mayBeOne(one: AisSentence, other: AisSentence): boolean {
  const differ = (a: string | undefined, b: string | undefined): boolean => !!a && !!b && a !== b;
  if (one.tagGroup !== other.tagGroup) return false;
  return !differ(one.source, other.source) && !differ(one.channel, other.channel);
}
