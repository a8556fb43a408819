export interface StreamedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

/** A reader of server-sent events, as far as the specs need one; `ended` resolves when the other side ends it. */
export class EventStream {
  readonly events: StreamedEvent[] = [];
  comments = 0;
  readonly ended: Promise<void>;

  private constructor(
    private readonly control: AbortController,
    body: ReadableStream<Uint8Array>,
  ) {
    this.ended = this.read(body).catch(() => undefined);
  }

  /** @throws with the answer when it is no stream */
  static async open(url: string, key: string, lastEventId?: string): Promise<EventStream> {
    const control = new AbortController();
    const response = await fetch(url, {
      headers: {
        authorization: `Bearer ${key}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
      signal: control.signal,
    });
    if (response.status !== 200 || !response.body)
      throw new Error(`${response.status}: ${await response.text()}`);
    return new EventStream(control, response.body);
  }

  close(): void {
    this.control.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.comments++;
    const field = (name: string): string =>
      block
        .split('\n')
        .filter((line) => line.startsWith(`${name}: `))
        .map((line) => line.slice(name.length + 2))
        .join('\n');
    const data = field('data');
    if (data !== '') this.events.push({ id: field('id'), type: field('event') || 'message', data });
  }
}
