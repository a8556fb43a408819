import type { NodeKey } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { alsoHeld, type Sql } from '#store';
import type { PeerDirectory } from '../peer-directory.js';
import { signAnswer, verifyPeer, type PeerSigned, type SignedAnswer } from '../peer-signature.js';
import { transferFaults } from '../transfer/faults.js';
import { answerQuestions } from './answers.js';
import { rangeOfDay } from './day.js';
import { inquiryPath, readInquiry, type Inquiry, type InquiryAnswer } from './inquiry.js';

export interface InquiryWork {
  readonly sql: Sql;
  readonly directory: PeerDirectory;
  readonly key: () => NodeKey;
  /** How far clocks may be apart, in seconds. */
  readonly tolerance: number;
  readonly now: () => number;
}

/** Tells other nodes what came from them; of what came from others, nothing that they do not know already. */
export class InquiryDesk {
  constructor(private readonly work: InquiryWork) {}

  async answer(request: PeerSigned): Promise<Result<SignedAnswer, Fault>> {
    const { directory, key, now, tolerance } = this.work;
    const verified = await verifyPeer(request, inquiryPath, { directory, now: now(), tolerance });
    if (!verified.ok) return verified;
    const { sender, nonce } = verified.value;
    const inquiry = readInquiry(Buffer.from(request.body).toString('utf8'));
    const answer = inquiry && (await this.told(inquiry, sender));
    if (!answer) return fail(transferFaults.make('TRANSFER_MALFORMED', { values: { reason: 'inquiry' } }));
    return ok(signAnswer(key(), { self: directory.self(), sender, nonce }, answer));
  }

  private async told(inquiry: Inquiry, sender: string): Promise<InquiryAnswer | undefined> {
    const { sql } = this.work;
    if (inquiry.kind === 'holds') return { held: await alsoHeld(sql, inquiry.documents) };
    const range = rangeOfDay(inquiry.day);
    if (!range) return undefined;
    const held = { direction: 'received', node: sender, ...range } as const;
    return { answers: await answerQuestions(sql, held, inquiry.questions) };
  }
}
