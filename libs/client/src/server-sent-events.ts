/** One event of a stream. */
export interface ServerSentEvent {
  /** The last id that was set, whether by this event or before. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

/** Characters of one event at most: a document in a message of 10 MiB, and room to spare. */
const eventLimit = 32 * 1024 * 1024;

/** Reads server-sent events (WHATWG HTML §9.2.6) as they come, in whatever pieces. */
export class ServerSentEvents {
  /** Milliseconds that the server wants a reader to wait before it comes back. */
  retryMs: number | undefined;
  private lastId = '';
  private type = '';
  private data: string[] = [];
  private pieces: string[] = [];
  private size = 0;

  /** @returns the events that are complete; undefined when one is over the limit, and nothing more can be read */
  push(chunk: string): readonly ServerSentEvent[] | undefined {
    const events: ServerSentEvent[] = [];
    this.size += chunk.length;
    this.pieces.push(chunk);
    if (/[\r\n]/.test(chunk)) {
      const text = this.pieces.join('');
      // A carriage return at the end may be half of a line's end.
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
      const lines = whole.split(/\r\n|\n|\r/);
      const rest = (lines.pop() ?? '') + text.slice(whole.length);
      this.pieces = rest === '' ? [] : [rest];
      for (const line of lines) {
        const event = this.line(line);
        if (event) events.push(event);
      }
      this.size = rest.length + this.data.reduce((sum, one) => sum + one.length, 0);
    }
    return this.size > eventLimit ? undefined : events;
  }

  private line(line: string): ServerSentEvent | undefined {
    if (line === '') return this.complete();
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/su.exec(line) ?? [];
    if (name === 'data') this.data.push(value);
    else if (name === 'event') this.type = value;
    else if (name === 'id' && !value.includes('\0')) this.lastId = value;
    else if (name === 'retry' && /^\d{1,9}$/.test(value)) this.retryMs = Number(value);
    return undefined;
  }

  private complete(): ServerSentEvent | undefined {
    const { type, data } = this;
    this.type = '';
    this.data = [];
    return data.length === 0
      ? undefined
      : { id: this.lastId, type: type || 'message', data: data.join('\n') };
  }
}
