import { gzipSync } from 'node:zlib';
import { generateNodeKey, presentDocument, signRequest, verifyReceipt } from '#evidence';
import { uuidv7, type Fault, type Result } from '#kernel';
import { declaration, Receiver, type Proven } from './testing/receiver.js';
import { transferLimits } from './limits.js';
import { verifiedAnswer } from './peer-request.js';
import { batchType, type TransferAnswer } from './wire.js';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.open();
});
afterEach(() => receiver.close());

const codeOf = (result: Result<unknown, Fault>): string => (result.ok ? 'ok' : result.error.code);
/** Documents that were signed for, then the reasons against the others. */
const outcome = ({ receipts, refused }: TransferAnswer): unknown[] => [
  receipts.map(({ id }) => id),
  refused.map(({ problem }) => problem.code),
];

describe('a batch', () => {
  it('is stored once, document by document, and signed for each time', async () => {
    const documents = [receiver.document(), receiver.document()];
    const request = await receiver.request(receiver.batch(documents));
    const first = await receiver.take(request);
    const again = await receiver.take(request);
    expect([codeOf(first), codeOf(again)]).toEqual(['ok', 'ok']);
    expect(first.ok && again.ok && again.value.body.equals(first.value.body)).toBe(true);
    expect(await receiver.count('document')).toBe(2);
    expect(await receiver.count('interchange')).toBe(1);
    const other = await receiver.offer(
      [documents[0], receiver.document()].filter((one) => one !== undefined),
    );
    expect(other.receipts).toHaveLength(2);
    expect(await receiver.count('document')).toBe(3);
  });

  it('is answered with receipts of custody, signed for this very request', async () => {
    const document = receiver.document();
    const request = await receiver.request(receiver.batch([document]));
    const taken = await receiver.take(request);
    if (!taken.ok) throw new Error(taken.error.code);
    const expected = { node: 'yingkou', self: 'dalian', nonce: request.nonce };
    const keys = [receiver.keys.yingkou.publicJwk];
    const answer = verifiedAnswer(taken.value, keys, expected);
    if (!answer.ok) throw new Error(answer.error.code);
    const claims = verifyReceipt(answer.value.receipts[0]?.receipt ?? '', keys);
    expect(claims).toMatchObject({
      ok: true,
      value: { iss: 'yingkou', sub: document.id, kind: 'custody', from: 'dalian', origin: 'dalian' },
    });
    for (const [given, of] of [
      [taken.value, { ...expected, nonce: 'another' }],
      [taken.value, { ...expected, self: 'liaoning' }],
      [{ ...taken.value, body: Buffer.from('{"receipts":[],"refused":[]}') }, expected],
      [{ ...taken.value, signature: undefined }, expected],
    ] as const)
      expect(codeOf(verifiedAnswer(given, keys, of))).toBe('TRANSFER_ANSWER_INVALID');
    expect(codeOf(verifiedAnswer(taken.value, [receiver.keys.stranger.publicJwk], expected))).toBe(
      'TRANSFER_ANSWER_INVALID',
    );
  });

  it('is refused whole when it is not from whom, for whom and when it should be', async () => {
    const document = receiver.document();
    const batch = receiver.batch([document]);
    const { dalian, stranger, liaoning } = receiver.keys;
    const minutes = 60_000;
    const request = await receiver.request(batch);
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 32), { level: 9 });
    const signed = (body: Buffer) =>
      signRequest(
        dalian,
        {
          ...{ method: 'POST', targetUri: 'https://yingkou.example/v1/transfers', contentType: batchType },
          ...{ receiver: 'yingkou', body },
        },
        { created: receiver.now / 1000, expires: receiver.now / 1000 + 300, nonce: 'n' },
      );
    const packed = (body: Buffer) => ({ headers: { ...signed(body), 'content-encoding': 'gzip' }, body });
    const cases: [string, Parameters<Receiver['take']>[0], string][] = [
      ['a key that nobody has', await receiver.request(batch, stranger), 'TRANSFER_SENDER_UNKNOWN'],
      ['no signature', { headers: {}, body: request.body }, 'TRANSFER_SENDER_UNKNOWN'],
      [
        'a clock behind',
        await receiver.request(batch, dalian, receiver.now - 6 * minutes),
        'EVIDENCE_REQUEST_TIME',
      ],
      [
        'a clock ahead',
        await receiver.request(batch, dalian, receiver.now + 6 * minutes),
        'EVIDENCE_REQUEST_TIME',
      ],
      [
        'another receiver',
        await receiver.request({ ...batch, receiver: 'liaoning' }),
        'TRANSFER_RECEIVER_WRONG',
      ],
      ['another sender', await receiver.request(batch, liaoning), 'TRANSFER_SENDER_MISMATCH'],
      ['another content', { ...request, body: gzipSync('{}') }, 'EVIDENCE_REQUEST_DIGEST'],
      ['a bomb', packed(bomb), 'TRANSFER_TOO_LARGE'],
      ['no gzip', packed(Buffer.from('{}')), 'TRANSFER_MALFORMED'],
      ['no batch', packed(gzipSync('{"sender":"dalian"}')), 'TRANSFER_MALFORMED'],
    ];
    for (const [what, given, code] of cases)
      expect([what, codeOf(await receiver.take(given))]).toEqual([what, code]);
    receiver.directory.put('dalian', [], { state: 'revoked' });
    expect(codeOf(await receiver.take(request))).toBe('TRANSFER_SENDER_UNKNOWN');
    expect(await receiver.count('document')).toBe(0);
  });

  it('of a node whose new key is not known yet is taken once the province was asked', async () => {
    const fresh = generateNodeKey();
    const document = receiver.document({}, declaration(), fresh);
    receiver.directory.news = () => receiver.directory.put('dalian', [fresh, receiver.keys.dalian]);
    const taken = await receiver.take(await receiver.request(receiver.batch([document]), fresh));
    expect(codeOf(taken)).toBe('ok');
    expect(receiver.directory.refreshed).toBe(1);
    expect(await receiver.count('document')).toBe(1);
  });
});

describe('a document', () => {
  it('is refused alone for what is wrong with it, and its companions are taken', async () => {
    const { liaoning } = receiver.keys;
    const altered = (given: Proven): Proven => {
      const [jwt = '', ...rest] = given.proof.split('~');
      const [head, claims, signature = ''] = jwt.split('.');
      const forged = Buffer.from(claims ?? '', 'base64url')
        .toString()
        .replace('LN0001', 'LN0002');
      const payload = Buffer.from(forged).toString('base64url');
      return { ...given, proof: [[head, payload, signature].join('.'), ...rest].join('~') };
    };
    const swapped = (given: Proven): Proven => {
      const parts = given.proof.split('~');
      const text = Buffer.from(parts[1] ?? '', 'base64url').toString();
      parts[1] = Buffer.from(text.replace(/\d/, '7').replace('LNEPORT01', 'LNEPORT02')).toString('base64url');
      parts[1] += parts[1] === given.proof.split('~')[1] ? 'AA' : '';
      return { ...given, proof: parts.join('~') };
    };
    const good = [receiver.document(), receiver.document()];
    const bad: [Proven, string][] = [
      [altered(receiver.document()), 'TRANSFER_ORIGIN_FORGED'],
      [swapped(receiver.document()), 'TRANSFER_PROOF_INVALID'],
      [receiver.document({}, declaration(), liaoning), 'TRANSFER_ORIGIN_FORGED'],
      [receiver.document({ iss: 'liaoning', sender: 'broker@liaoning' }), 'TRANSFER_HOPS_WRONG'],
      [{ ...receiver.document(), hops: ['liaoning', 'dalian'] }, 'TRANSFER_HOPS_WRONG'],
      [{ ...receiver.document(), hops: ['dalian', 'liaoning'] }, 'TRANSFER_HOPS_WRONG'],
      [{ ...receiver.document(), hops: ['dalian', 'yingkou', 'dalian'] }, 'TRANSFER_LOOP'],
      [receiver.document({ sender: 'customs@liaoning' }), 'TRANSFER_ORIGIN_FORGED'],
      [receiver.document({ exp: Math.floor(receiver.now / 1000) }), 'TRANSFER_EXPIRED'],
      [receiver.document({ type: 'Gossip' }), 'TRANSFER_DOCUMENT_INVALID'],
      [receiver.document({}, { entryNumber: 7 }), 'TRANSFER_DOCUMENT_INVALID'],
      [receiver.document({ id: 'none' }), 'TRANSFER_PROOF_INVALID'],
      [receiver.document({ iss: 'shenyang', sender: 'x1@shenyang' }), 'TRANSFER_HOPS_WRONG'],
    ];
    const documents = [good[0], ...bad.map(([document]) => document), good[1]];
    const answer = await receiver.offer(documents.filter((one) => one !== undefined));
    expect(outcome(answer)).toEqual([good.map(({ id }) => id), bad.map(([, code]) => code)]);
    expect(await receiver.count('document')).toBe(2);
    const [row] = await receiver.sql.query<{ n: number }>(
      'SELECT json_array_length(faults) AS n FROM normalisation',
    );
    expect(row?.n).toBe(bad.length);
  });

  it('is not taken from a node that claims what another has signed', async () => {
    const document = {
      ...receiver.document({}, declaration(), receiver.keys.liaoning),
      hops: ['dalian', 'liaoning'],
    };
    expect(outcome(await receiver.offer([document], { sender: 'liaoning' }))).toEqual([
      [],
      ['TRANSFER_ORIGIN_FORGED'],
    ]);
  });

  it('is passed on by another node with the proof of its origin', async () => {
    const document = { ...receiver.document(), hops: ['dalian', 'liaoning'] };
    expect(outcome(await receiver.offer([document], { sender: 'liaoning' }))).toEqual([[document.id], []]);
    const [kept] = await receiver.sql.query('SELECT origin_node, from_node, hops FROM document_proof');
    expect(kept).toEqual({ origin_node: 'dalian', from_node: 'liaoning', hops: ['dalian', 'liaoning'] });
  });

  it('is taken in part, and what is not shown is no fault', async () => {
    const document = receiver.document();
    const shown = presentDocument(document.proof, { fields: ['/items/*/commodityCode'] });
    const masked = { ...document, proof: shown.ok ? shown.value : '' };
    expect(outcome(await receiver.offer([masked]))).toEqual([[document.id], []]);
    const [row] = await receiver.sql.query('SELECT body FROM document');
    expect(row).toEqual({ body: { items: [{ commodityCode: '8482102000' }] } });
  });

  it('of a node or participant that the directory does not have yet is to be offered again', async () => {
    const stranger = receiver.document({ sender: 'later@dalian' });
    const behind = receiver.document({ sender: 'later@dalian' });
    const elsewhere = {
      ...receiver.document({ iss: 'shenyang', sender: 'x1@shenyang' }),
      hops: ['shenyang', 'dalian'],
    };
    const first = await receiver.offer([stranger, behind, elsewhere]);
    expect(first.refused.map(({ problem }) => [problem.code, problem.disposition])).toEqual([
      ['TRANSFER_NODE_ABSENT', 'retry'],
      ['TRANSFER_NODE_ABSENT', 'retry'],
      ['TRANSFER_NODE_ABSENT', 'retry'],
    ]);
    await receiver.participant('later@dalian', 'dalian');
    expect(outcome(await receiver.offer([stranger, behind]))).toEqual([[stranger.id, behind.id], []]);
  });

  it('does not overtake one about the same thing that could not be taken yet', async () => {
    const early = receiver.document({}, declaration(), receiver.keys.stranger);
    const origin = { iss: 'shenyang', sender: 'x1@shenyang' };
    const waiting = { ...receiver.document(origin), hops: ['shenyang', 'dalian'] };
    receiver.directory.put('shenyang', [receiver.keys.dalian]);
    await receiver.participant('x1@shenyang', 'shenyang');
    const next = { ...receiver.document(origin), hops: ['shenyang', 'dalian'] };
    receiver.directory.known.delete('shenyang');
    receiver.directory.news = () => undefined;
    const answer = await receiver.offer([early, waiting, next]);
    expect(answer.refused.map(({ problem }) => problem.code)).toEqual([
      'TRANSFER_KEY_UNKNOWN',
      'TRANSFER_NODE_ABSENT',
      'TRANSFER_NODE_ABSENT',
    ]);
  });

  it('of a suspended participant is refused until somebody delivers it anew', async () => {
    await receiver.participant('idle@dalian', 'dalian', 'suspended');
    const { refused } = await receiver.offer([receiver.document({ sender: 'idle@dalian' })]);
    expect(refused.map(({ problem }) => [problem.code, problem.disposition])).toEqual([
      ['TRANSFER_SUSPENDED', 'dead-letter'],
    ]);
  });

  it('signed with a key that was retired later still proves its origin, one signed after does not', async () => {
    const { dalian, stranger } = receiver.keys;
    const before = receiver.document();
    receiver.directory.put('dalian', [stranger], {
      retired: [{ jwk: dalian.publicJwk, retiredAt: receiver.now }],
    });
    receiver.now += 60_000;
    const after = receiver.document();
    const taken = await receiver.take(await receiver.request(receiver.batch([before, after]), stranger));
    expect(taken.ok && JSON.parse(taken.value.body.toString())).toMatchObject({
      receipts: [{ id: before.id }],
      refused: [{ id: after.id, problem: { code: 'TRANSFER_KEY_RETIRED' } }],
    });
  });

  it('that claims to be older than the revocation of its key is refused, also by way of another node', async () => {
    const { dalian, stranger } = receiver.keys;
    const held = receiver.document();
    await receiver.offer([held]);
    receiver.now += 60_000;
    receiver.directory.put('dalian', [stranger], {
      retired: [{ jwk: dalian.publicJwk, retiredAt: receiver.now, revoked: true }],
    });
    const iat = Math.floor(receiver.now / 1000) - 30;
    const relayed = (document: Proven) => ({ ...document, hops: ['dalian', 'liaoning'] });
    const answer = await receiver.offer([relayed(receiver.document({ iat })), relayed(held)], {
      sender: 'liaoning',
    });
    // What is here was here before anybody could know the key.
    expect(outcome(answer)).toEqual([[held.id], ['TRANSFER_KEY_RETIRED']]);
    expect(await receiver.count('document')).toBe(1);
  });

  it('whose origin offers it again under a new key is not overtaken by what stands behind it', async () => {
    const { dalian, stranger } = receiver.keys;
    receiver.directory.put('dalian', [stranger], {
      retired: [{ jwk: dalian.publicJwk, retiredAt: receiver.now, revoked: true }],
    });
    const [first, second] = [receiver.document(), receiver.document({}, declaration(), stranger)];
    const taken = await receiver.take(await receiver.request(receiver.batch([first, second]), stranger));
    expect(taken.ok && JSON.parse(taken.value.body.toString())).toMatchObject({
      receipts: [],
      refused: [
        { id: first.id, problem: { code: 'TRANSFER_KEY_RETIRED' } },
        { id: second.id, problem: { code: 'TRANSFER_BEHIND' } },
      ],
    });
  });

  it('of a key that the directory does not have yet is to be offered again, of a key of another node never', async () => {
    const fresh = generateNodeKey();
    const early = { ...receiver.document({}, declaration(), fresh), hops: ['dalian', 'liaoning'] };
    const foreign = receiver.document({}, declaration(), receiver.keys.liaoning);
    const bad = { ...foreign, hops: ['dalian', 'liaoning'] };
    const first = await receiver.offer([early, bad], { sender: 'liaoning' });
    expect(first.refused.map(({ problem }) => [problem.code, problem.disposition])).toEqual([
      ['TRANSFER_KEY_UNKNOWN', 'retry'],
      ['TRANSFER_ORIGIN_FORGED', 'dead-letter'],
    ]);
    receiver.directory.news = () => receiver.directory.put('dalian', [fresh]);
    expect(outcome(await receiver.offer([early], { sender: 'liaoning' }))).toEqual([[early.id], []]);
  });

  it('is good for no longer than any may be, and from no later than now', async () => {
    const seconds = Math.floor(receiver.now / 1000);
    const { tolerance, spanMs } = transferLimits;
    const latest = seconds + tolerance;
    const longest = seconds + spanMs / 1000 + tolerance;
    const good = [receiver.document({ iat: latest }), receiver.document({ exp: longest })];
    const bad = [
      receiver.document({ iat: latest + 1, keys: ['declaration:LN2'], orderKey: 'LN2' }),
      receiver.document({ exp: longest + 1 }),
    ];
    expect(outcome(await receiver.offer([...good, ...bad]))).toEqual([
      good.map(({ id }) => id),
      ['TRANSFER_PROOF_EARLY', 'TRANSFER_PROOF_INVALID'],
    ]);
  });

  it('of other content under an id that is taken is refused, and gets no receipt for what is here', async () => {
    const first = receiver.document();
    await receiver.offer([first]);
    const other = receiver.document({ id: first.id }, declaration('LN0002'));
    expect(outcome(await receiver.offer([other]))).toEqual([[], ['TRANSFER_PROOF_OTHER']]);
    expect(await receiver.count('document')).toBe(1);
  });

  it('with an id that is taken by another node is refused', async () => {
    const id = uuidv7(receiver.now);
    await receiver.offer([receiver.document({ id })]);
    receiver.directory.put('shenyang', [receiver.keys.stranger]);
    await receiver.participant('x1@shenyang', 'shenyang');
    const same = receiver.document(
      { id, iss: 'shenyang', sender: 'x1@shenyang' },
      declaration(),
      receiver.keys.stranger,
    );
    const answer = await receiver.offer([{ ...same, hops: ['shenyang', 'dalian'] }]);
    expect(outcome(answer)).toEqual([[], ['TRANSFER_ID_TAKEN']]);
  });
});

it('stores a document once although several give it at the same time', async () => {
  const documents = Array.from({ length: 10 }, () => receiver.document());
  const relayed = documents.map((one) => ({ ...one, hops: ['dalian', 'liaoning'] }));
  const answers = await Promise.all([
    receiver.offer(documents),
    receiver.offer(documents),
    receiver.offer(relayed, { sender: 'liaoning' }),
    receiver.offer([...documents].reverse()),
  ]);
  for (const { receipts } of answers) expect(receipts).toHaveLength(10);
  expect(await receiver.count('document')).toBe(10);
  expect(await receiver.count('document_proof')).toBe(10);
});
