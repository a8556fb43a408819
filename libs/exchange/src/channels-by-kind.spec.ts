import type { SetupDestination } from '#store';
import { ChannelsByKind } from './channels-by-kind.js';
import type { Channel, ChannelOutcome, OutboundEvent } from './channel/channel.js';

const destination = (kind: SetupDestination['kind']): SetupDestination => ({
  id: '01a20989-d991-7000-b8d4-403b9caf8ac9',
  participantId: '01a20989-d991-7000-b8d4-403b9caf8ac8',
  code: 'inbox',
  kind,
  state: 'active',
  config: {},
  secrets: [],
  version: 1,
});

const event: OutboundEvent = { id: 'a', body: '{}', time: 0 };
const { signal } = new AbortController();

class Recorded implements Channel<SetupDestination> {
  readonly sent: string[] = [];
  closed = false;

  send(to: SetupDestination, batch: readonly OutboundEvent[]): Promise<ChannelOutcome> {
    this.sent.push(`${to.kind} ${String(batch.length)}`);
    return Promise.resolve({ kind: 'delivered', ms: 1 });
  }

  close(): void {
    this.closed = true;
  }
}

describe('ChannelsByKind', () => {
  it('sends by the channel of the kind, and closes all', async () => {
    const [webhook, file] = [new Recorded(), new Recorded()];
    const channels = new ChannelsByKind({ webhook, file });
    await channels.send(destination('webhook'), [event], signal);
    await channels.send(destination('file'), [event, event], signal);
    expect([webhook.sent, file.sent]).toEqual([['webhook 1'], ['file 2']]);
    channels.close();
    expect([webhook.closed, file.closed]).toEqual([true, true]);
  });

  it.each(['broker', 'mailbox'] as const)('keeps what is owed to a %s that it cannot reach', async (kind) => {
    const outcome = await new ChannelsByKind({ webhook: new Recorded() }).send(
      destination(kind),
      [event],
      signal,
    );
    expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'EXCHANGE_CHANNEL_ABSENT' } });
  });
});
