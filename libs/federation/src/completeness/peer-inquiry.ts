import { lookup } from 'node:dns';
import { randomUUID } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { signRequest, type NodeKey } from '#evidence';
import { post } from '#exchange';
import { fail, type Fault, type Result } from '#kernel';
import type { PeerDirectory } from '../peer-directory.js';
import { verifiedBody } from '../peer-signature.js';
import { transferFaults } from '../transfer/faults.js';
import { answerHeader } from '../transfer/wire.js';
import type { PeerAsked } from './compare-day.js';
import { inquiryPath, inquiryType, readInquiryAnswer, type Inquiry, type InquiryAnswer } from './inquiry.js';

export interface PeerInquiryWork {
  readonly directory: PeerDirectory;
  readonly key: () => NodeKey;
  readonly now: () => number;
  /** How far clocks may be apart, in seconds. */
  readonly tolerance: number;
  /** From the connection to the status of an answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Why a peer could not be asked; thrown in the midst of a comparison, which then comes to nothing. */
export class InquiryFailed extends Error {
  constructor(readonly fault: Fault) {
    super(fault.text.en);
  }
}

/** A peer, to be asked about the documents of a day. What it says is believed when it is signed for this request. */
export function askPeer(work: PeerInquiryWork, node: string, day: string): PeerAsked {
  const ask = async (inquiry: Inquiry): Promise<InquiryAnswer> => {
    const answer = await inquire(work, node, inquiry);
    if (!answer.ok) throw new InquiryFailed(answer.error);
    return answer.value;
  };
  return {
    look: async (questions) => (await ask({ kind: 'tree', day, questions })).answers ?? [],
    holds: async (documents) => {
      const { held = [] } = await ask({ kind: 'holds', documents });
      return held.map(({ id }) => id);
    },
  };
}

async function inquire(
  work: PeerInquiryWork,
  node: string,
  inquiry: Inquiry,
): Promise<Result<InquiryAnswer, Fault>> {
  const peer = work.directory.node(node);
  if (peer?.state !== 'active')
    return fail(transferFaults.make('TRANSFER_PEER_ABSENT', { values: { node } }));
  const url = new URL(`${peer.endpoint}${inquiryPath}`);
  const body = Buffer.from(JSON.stringify(inquiry));
  const created = Math.floor(work.now() / 1000);
  const nonce = randomUUID();
  const signed = signRequest(
    work.key(),
    { method: 'POST', targetUri: url.href, contentType: inquiryType, receiver: node, body },
    { created, expires: created + work.tolerance, nonce },
  );
  const answer = await post({
    url,
    headers: { ...signed, 'content-length': body.length },
    body,
    agent: url.protocol === 'https:' ? new HttpsAgent({ minVersion: 'TLSv1.2' }) : new HttpAgent(),
    lookup,
    timeoutMs: work.timeoutMs,
    bodyMs: work.timeoutMs,
    keepBytes: ANSWER_MOST,
    keepHeaders: [answerHeader],
    signal: work.signal,
  });
  const refused = (status: number, code: string): Result<never, Fault> =>
    fail(transferFaults.make('TRANSFER_REFUSED', { values: { node, status, code } }));
  if ('error' in answer) return refused(0, answer.error.code ?? answer.error.constructor.name);
  if (answer.status !== 200) {
    const code = /"code" ?: ?"([A-Z0-9_]{3,60})"/.exec(answer.head.toString('utf8'))?.[1] ?? 'HTTP';
    return refused(answer.status, code);
  }
  const given = { body: answer.head, signature: answer.headers?.[answerHeader] };
  const expected = { node, self: work.directory.self(), nonce };
  return verifiedBody(given, peer.keys, expected, readInquiryAnswer);
}

/** Bytes of an answer that are read. */
const ANSWER_MOST = 32 * 1024 * 1024;
