import type { Answer, Client } from './client.js';
import { eventually } from './eventually.js';
import type { RunningHub } from './hub.js';
import { declaration } from './messages.js';

/** Asks for everything that a node proves of what it has written; each answer is given to `described`. */
export async function askForEvidence(
  hub: RunningHub,
  client: Client,
  described: (operation: string, answer: Answer) => Answer,
): Promise<void> {
  const settled = (await client.settle(declaration())).expect(200);
  const document = `/v1/documents/${settled.string('/documents/0/id')}/evidence`;
  described('getDocumentEvidence', (await client.get('/v1/documents/none/evidence')).expect(404));
  await eventually('it is sealed', async () => (await client.get(document)).status === 200);
  described('getDocumentEvidence', await client.get(document));
  const interchange = `/v1/interchanges/${settled.string('/id')}/evidence`;
  described('getInterchangeEvidence', (await client.get(interchange)).expect(200));
  described('latestCheckpoint', (await hub.client().get('/v1/checkpoints/latest')).expect(200));
  described('listCheckpoints', (await hub.client().get('/v1/checkpoints?limit=2')).expect(200));
  const from = new Date(Date.now() - 60_000).toISOString();
  described('exportEvidence', (await client.get(`/v1/evidence/export?from=${from}`)).expect(200));
  described('verifyEvidence', (await hub.admin.post('/v1/admin/evidence/verify')).expect(200));
}
