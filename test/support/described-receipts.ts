import type { Answer, Client } from './client.js';
import { boxReport } from './messages.js';

type Described = (operation: string, answer: Answer) => Answer;

/** Every operation about receipts, answered as described, by a participant that has a mailbox `receipts` then. */
export async function askForReceipts(client: Client, described: Described): Promise<void> {
  const as = async (
    operation: string,
    method: string,
    path: string,
    body?: object,
    headers = {},
  ): Promise<Answer> =>
    described(
      operation,
      await client.request(`/v1/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const preference = 'receipts/preference';
  (await as('getReceiptPreference', 'GET', preference)).expect(200);
  (await as('deleteReceiptPreference', 'DELETE', preference)).expect(404);
  (await as('setReceiptPreference', 'PUT', preference, {})).expect(422);
  (await as('setReceiptPreference', 'PUT', preference, { destination: 'nowhere' })).expect(422);
  const mailbox = { code: 'receipts', kind: 'mailbox' };
  (await as('createOwnDestination', 'POST', 'destinations', mailbox)).expect(201);
  (await as('setReceiptPreference', 'PUT', preference, { destination: 'receipts' })).expect(200);
  (await as('getReceiptPreference', 'GET', preference)).expect(200);
  const stale = { 'if-match': '"9"' };
  (await as('setReceiptPreference', 'PUT', preference, { destination: 'receipts' }, stale)).expect(412);
  (await as('deleteReceiptPreference', 'DELETE', preference)).expect(200);
  const sent = described('sendInterchange', (await client.settle(boxReport(1))).expect(200));
  const path = `interchanges/${sent.string('/id')}`;
  (await as('getReceipts', 'GET', `${path}/receipts`)).expect(200);
  (await as('getReceipts', 'GET', 'interchanges/none/receipts')).expect(404);
  for (const form of ['contrl', 'aperak', 'problem'])
    (await as('getAcknowledgement', 'GET', `${path}/acknowledgement?form=${form}`)).expect(200);
  (await as('getAcknowledgement', 'GET', `${path}/acknowledgement?form=poem`)).expect(400);
}
