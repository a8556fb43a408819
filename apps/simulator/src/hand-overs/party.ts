import { TongguanClient, type CloudEvent } from '#client';

/** What a hand-over promises and did not keep. */
export class HandOverBroken extends Error {}

/** A party at its own node: it sends, and reads its one mailbox. */
export class Party {
  private readonly hub: TongguanClient;
  private readonly seen: CloudEvent[] = [];
  private cursor = 'start';
  private feed: string | undefined;

  constructor(
    readonly code: string,
    url: string,
    key: string,
    /** Until something that was promised must have come. */
    private readonly patienceMs = 30_000,
  ) {
    this.hub = new TongguanClient({ url, key });
  }

  /** @returns the ids of the documents that were made of it */
  async send(message: Buffer): Promise<string[]> {
    const sent = await this.hub.send(message, { wait: 20 });
    if (!sent.ok) throw new HandOverBroken(`${this.code}: ${sent.error.code} ${sent.error.detail ?? ''}`);
    const { interchange } = sent.value;
    if (interchange?.state !== 'normalised')
      throw new HandOverBroken(`${this.code}: ${JSON.stringify(interchange ?? 'no outcome')}`);
    return interchange.documents.map(({ id }) => id);
  }

  /** The first event in the mailbox that is wanted, whenever it came. */
  async received(what: string, wanted: (event: CloudEvent) => boolean): Promise<CloudEvent> {
    const until = Date.now() + this.patienceMs;
    for (;;) {
      const found = this.seen.find(wanted);
      if (found) return found;
      if (Date.now() > until) throw new HandOverBroken(`${this.code} has not received ${what}`);
      await this.readOn();
    }
  }

  /** Everything in the mailbox now, in order. */
  async mailbox(): Promise<readonly CloudEvent[]> {
    await this.readOn(0);
    return this.seen;
  }

  /** @param wait seconds for one more event; 0: all that are there */
  private async readOn(wait = 2): Promise<void> {
    const signal = AbortSignal.timeout(wait * 1000 + 5_000);
    // Of a page, the last event alone has a cursor that goes on behind it.
    const page = { after: this.cursor, wait, signal, limit: wait === 0 ? 100 : 1 };
    for await (const next of this.hub.events(await this.feedId(), page)) {
      if (!next.ok) throw new HandOverBroken(`${this.code}: ${next.error.code}`);
      const { event, cursor } = next.value;
      this.cursor = cursor;
      if (!this.seen.some(({ id }) => id === event.id)) this.seen.push(event);
      if (wait > 0) return;
    }
  }

  private async feedId(): Promise<string> {
    if (this.feed !== undefined) return this.feed;
    const own = await this.hub.destinations.list({ limit: 50 });
    if (!own.ok) throw new HandOverBroken(`${this.code}: ${own.error.code}`);
    const mailbox = own.value.items.find((one) => one['kind'] === 'mailbox');
    this.feed = String(mailbox?.['id']);
    return this.feed;
  }
}
