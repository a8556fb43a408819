import type { City } from './city.js';
import { Answer } from './client.js';
import type { RunningHub } from './hub.js';

/** Asks why, compares a day and has deliveries made again; each answer is given to `described`. */
export async function askQuestions(
  hub: RunningHub,
  city: City,
  described: (operation: string, answer: Answer) => Answer,
): Promise<void> {
  const { client } = city.customs;
  const { id } = city.customsMailbox;
  const ask = async (operation: string, path: string): Promise<Answer> =>
    described(operation, (await client.get(`/v1/${path}`)).expect(200));
  const document = (await client.get(`/v1/feeds/${id}`)).string('/events/0/id');
  described('explainDocument', await city.agent.client.get(`/v1/documents/${document}/explanation`));
  described('getDocumentReadings', await city.agent.client.get(`/v1/documents/${document}/readings`));
  await ask('explainExpectation', 'explanations?key=bill:NONE');
  described('listReadings', (await hub.admin.get('/v1/admin/readings?limit=2')).expect(200));
  described('simulateRoute', (await hub.admin.post('/v1/admin/routes/simulate', { document })).expect(200));
  await ask('listNotices', 'notices');
  await ask('listDeadLetters', 'dead-letters');
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await ask('sentStatement', `statements/sent?day=${day}`);
  await ask('receivedStatement', `statements/destinations/${id}?day=${day}`);
  await ask('statedDocuments', `statements/destinations/${id}/documents?day=${day}`);
  const compared = { day, documents: [document] };
  described('compareStatement', await client.post(`/v1/statements/destinations/${id}/differences`, compared));
  const wanted = { destination: id, states: ['delivered'], documents: [document], ratePerSecond: 0.1 };
  described('previewReplay', (await client.post('/v1/replays/preview', wanted)).expect(200));
  const replay = described('createReplay', (await client.post('/v1/replays', wanted)).expect(201)).string(
    '/id',
  );
  await ask('listReplays', 'replays');
  await ask('getReplay', `replays/${replay}`);
  described('pauseReplay', await client.post(`/v1/replays/${replay}/pause`));
  described('resumeReplay', await client.post(`/v1/replays/${replay}/resume`));
  described('cancelReplay', await client.post(`/v1/replays/${replay}/cancel`));
  described('streamFeed', (await client.get('/v1/feeds/none/stream')).expect(404));
  const control = new AbortController();
  const stream = await fetch(`${hub.url}/v1/feeds/${id}/stream`, {
    headers: { authorization: `Bearer ${city.customs.key}` },
    signal: control.signal,
  });
  described('streamFeed', new Answer(stream.status, stream.headers, Buffer.alloc(0)).expect(200));
  control.abort();
}
