import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../support/administration.js';
import type { Answer } from '../support/client.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';

let database: TestDatabase;
let hub: RunningHub;
let sender: Party;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  sender = await new Administration(hub).party('sender');
});
afterAll(async () => {
  await endHubs();
  await database.drop();
});

/** The answer to a message that is settled, whatever came of it. */
async function answerTo(message: Buffer | string): Promise<Answer> {
  const sent = (await sender.client.send(Buffer.from(message))).expect(202);
  await sender.client.settle(Buffer.from(message));
  return sender.client.get(`/v1/interchanges/${sent.string('/id')}/acknowledgement`);
}

describe('the answer in the form of the sender’s own system', () => {
  it('is CONTRL for EDIFACT: taken, or not with what is wrong, naming the reference', async () => {
    const report = boxReport(2).toString('utf8');
    const reference = /UNB\+(?:[^+']*\+){4}([^+']+)/.exec(report)?.[1] ?? '';
    const taken = (await answerTo(report)).expect(200);
    expect(taken.headers.get('content-type')).toBe('application/edifact');
    expect(taken.text).toContain('CONTRL');
    expect(taken.text).toMatch(new RegExp(`UCI\\+${reference}\\+.*\\+[78]'`));
    const cut = report.slice(0, report.indexOf('UNZ+'));
    const refused = (await answerTo(cut)).expect(200);
    expect(refused.text).toMatch(/UCI\+.*\+4(\+|')/);
  });

  it('is the answer of the electronic port for a declaration, the same each time', async () => {
    const message = declaration({ reference: 'LN2025ANSWER' });
    const answer = (await answerTo(message)).expect(200);
    expect(answer.text).toContain('<ResponseCode>0</ResponseCode>');
    expect(answer.text).toContain('<ClientSeqNo>LN2025ANSWER</ClientSeqNo>');
    expect((await answerTo(message)).text).toBe(answer.text);
    const broken = (await answerTo('<DecMessage><DecHead></DecMessage>')).expect(200);
    expect(broken.text).toContain('<ResponseCode>1</ResponseCode>');
  });

  it('is nobody else’s, and none where no adapter knows the message', async () => {
    const message = declaration();
    const { text } = await answerTo(message);
    expect(text).not.toBe('');
    const id = (await sender.client.send(message)).string('/id');
    const stranger = await new Administration(hub).party('stranger');
    expect((await stranger.client.get(`/v1/interchanges/${id}/acknowledgement`)).status).toBe(404);
    expect((await answerTo('poem')).status).toBe(404);
  });
});
