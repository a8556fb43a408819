/** A request to the hub as a participant makes it, with the time it took. */
export interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export class HubClient {
  constructor(
    readonly url: string,
    private readonly key: string,
    private readonly language: 'zh' | 'en' = 'zh',
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post(path: string, body: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', path, body, headers);
  }

  private async ask(
    method: string,
    path: string,
    body?: Buffer | string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const began = performance.now();
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'accept-language': this.language, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const text = await answer.text();
    const ms = performance.now() - began;
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    return {
      status: answer.status,
      ms,
      headers: answer.headers,
      body: isObject(parsed) ? parsed : { items: parsed },
    };
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
