import { randomBytes } from 'node:crypto';
import type { JsonObject } from '#kernel';
import { custodyReceipt, type Custody } from './custody.js';
import { isSecure } from './peer-channel.js';
import { declaration, Receiver } from './testing/receiver.js';
import { Sender } from './testing/sender.js';

it.each([
  ['https://port.yingkou.example', true],
  ['https://10.1.2.3:8443/base', true],
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080', true],
  ['http://localhost:8080', true],
  ['http://port.yingkou.example', false],
  ['http://10.1.2.3', false],
  ['http://127.0.0.1.example', false],
  ['yingkou', false],
])('%s may be sent documents: %s', (endpoint, expected) => expect(isSecure(endpoint)).toBe(expected));

describe('what is owed to another node', () => {
  let receiver: Receiver;
  let sender: Sender;
  beforeEach(async () => {
    receiver = await Receiver.open();
    sender = await Sender.to(receiver);
  });
  afterEach(async () => {
    await sender.close();
    await receiver.close();
  });
  const proofs = (): Promise<{ proof: string }[]> =>
    sender.sql.query('SELECT proof FROM document_proof ORDER BY document_id');

  it('is delivered when it is signed for', async () => {
    const events = [sender.document(), sender.document()];
    expect((await sender.send(events))[1]).toEqual(['delivered', 'delivered']);
    expect(await receiver.count('document')).toBe(2);
  });

  it('is not counted as delivered by a receipt for something else', async () => {
    const custody = { node: 'yingkou', from: 'dalian', origin: 'dalian', since: receiver.now };
    const event = sender.document();
    const about = (given: Partial<Custody>): void => {
      sender.altered = (answer) => ({
        ...answer,
        receipts: answer.receipts.map(({ id }) => {
          const said = { ...custody, documentId: id, proof: proof?.proof ?? '', ...given };
          return { id, receipt: custodyReceipt(receiver.keys.yingkou, said) };
        }),
      });
    };
    sender.deaf = true;
    await sender.send([event]);
    sender.deaf = false;
    const [proof] = await proofs();
    for (const lie of [{ proof: receiver.document().proof }, { origin: 'liaoning' }, { from: 'liaoning' }]) {
      about(lie);
      expect((await sender.send([event]))[1]).toEqual(['retry TRANSFER_RECEIPT_MISSING']);
    }
    about({});
    expect((await sender.send([event]))[1]).toEqual(['delivered']);
  });

  it('waits while the key of this node is in no directory, and nothing is signed with it', async () => {
    const event = sender.document();
    for (const gone of [
      () => sender.directory.put('dalian', [], { state: 'revoked' }),
      () => sender.directory.put('dalian', [receiver.keys.stranger]),
      () => sender.directory.known.delete('dalian'),
    ]) {
      gone();
      const [outcome] = await sender.send([event]);
      expect([outcome.kind, outcome.error?.code]).toEqual(['retry', 'TRANSFER_SELF_ABSENT']);
    }
    expect(await proofs()).toEqual([]);
    sender.directory.news = () => sender.directory.put('dalian', [receiver.keys.dalian]);
    expect((await sender.send([event]))[1]).toEqual(['delivered']);
  });

  it('and was signed with a key that was revoked since is signed anew, in its order', async () => {
    const [first, second] = [sender.document(), sender.document()];
    receiver.directory.put('dalian', []);
    await sender.send([first]);
    const [old] = await proofs();
    sender.rejoin(receiver.keys.stranger);
    expect((await sender.send([first, second]))[1]).toEqual([
      'retry TRANSFER_KEY_RETIRED',
      'retry TRANSFER_BEHIND',
    ]);
    expect(await proofs()).not.toContainEqual(old);
    expect((await sender.send([first, second]))[1]).toEqual(['delivered', 'delivered']);
  });

  it('and got there before its key was revoked is signed for as it is, though its answer was lost', async () => {
    const event = sender.document();
    sender.deaf = true;
    await sender.send([event]);
    sender.deaf = false;
    const before = await proofs();
    sender.rejoin(receiver.keys.stranger);
    expect((await sender.send([event]))[1]).toEqual(['delivered']);
    expect(await proofs()).toEqual(before);
  });

  it('and another node has signed for keeps its proof, and ends where that counts no more', async () => {
    const event = sender.document();
    receiver.directory.put('dalian', []);
    await sender.send([event]);
    const before = await proofs();
    await sender.sql.execute(`INSERT INTO custody_receipt VALUES ($1, 'liaoning', 'a.b.c', now())`, [
      event.id,
    ]);
    sender.rejoin(receiver.keys.stranger);
    expect((await sender.send([event]))[1]).toEqual(['dead-letter TRANSFER_KEY_RETIRED']);
    expect(await proofs()).toEqual(before);
  });

  it('goes in halves where it is too large at once, and what is too large alone ends', async () => {
    const huge = randomBytes(40_000).toString('hex');
    const body = (remarks: string): JsonObject => ({ ...declaration(), remarks });
    const events = [
      ...Array.from({ length: 9 }, () => sender.document()),
      sender.document('LN9', body(huge)),
    ];
    events.push(sender.document('LN9'));
    sender.mostBytes = 6_000;
    const [outcome, ends] = await sender.send(events);
    expect([outcome.kind, outcome.status]).toEqual(['delivered', 200]);
    expect(ends).toEqual([
      ...Array.from({ length: 9 }, () => 'delivered'),
      'dead-letter TRANSFER_TOO_LARGE',
      'delivered',
    ]);
    expect(await receiver.count('document')).toBe(10);
    expect(sender.answered.filter((status) => status === 413).length).toBeGreaterThan(2);
  });
});
