import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import type { CurrentSetup } from './current-setup.js';
import { applyFaults } from './faults.js';

/** Milliseconds that one request may take. */
const requestTimeout = 30_000;
const pageSize = 200;

export interface AdminRequest {
  /** What it is for, for the reader of a fault. */
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly body?: JsonObject;
  readonly version?: number;
  readonly reason?: string;
}

/** The administration API of one node, with one key. */
export class AdminClient {
  constructor(
    /** `http://127.0.0.1:8080` */
    private readonly url: string,
    private readonly key: string,
  ) {}

  async send({
    title,
    method,
    path,
    body,
    version,
    reason,
  }: AdminRequest): Promise<Result<JsonObject, Fault>> {
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(new URL(path, this.url), {
        method,
        headers: {
          authorization: `Bearer ${this.key}`,
          'content-type': 'application/json',
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...(reason === undefined ? {} : { 'x-reason': encodeURIComponent(reason) }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(requestTimeout),
      });
      answer = await response.json();
    } catch (error) {
      const values = { url: this.url, reason: reasonOf(error) };
      return fail(applyFaults.make('SETUP_NODE_UNREACHABLE', { values }));
    }
    if (response.ok && isObject(answer)) return ok(answer);
    return fail(refusal(title, response.status, answer));
  }

  /** Everything of the set-up, page by page. */
  async current(): Promise<Result<CurrentSetup, Fault>> {
    const [participants, keys, destinations, agreements, routes] = await Promise.all([
      this.all<CurrentSetup['participants'][number]>('participants'),
      this.all<CurrentSetup['keys'][number]>('keys'),
      this.all<CurrentSetup['destinations'][number]>('destinations'),
      this.all<CurrentSetup['agreements'][number]>('agreements'),
      this.all<CurrentSetup['routes'][number]>('routes'),
    ]);
    if (!participants.ok) return participants;
    if (!keys.ok) return keys;
    if (!destinations.ok) return destinations;
    if (!agreements.ok) return agreements;
    if (!routes.ok) return routes;
    return ok({
      participants: participants.value,
      keys: keys.value,
      destinations: destinations.value,
      agreements: agreements.value,
      routes: routes.value,
    });
  }

  private async all<T>(list: string): Promise<Result<T[], Fault>> {
    const items: T[] = [];
    let cursor = '';
    do {
      const path = `/v1/admin/${list}?limit=${pageSize}${cursor}`;
      const page = await this.send({ title: `list ${list}`, method: 'GET', path });
      if (!page.ok) return page;
      items.push(...(page.value['items'] as unknown as T[]));
      const next = page.value['next'];
      cursor = typeof next === 'string' ? `&cursor=${encodeURIComponent(next)}` : '';
    } while (cursor !== '');
    return ok(items);
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What fetch says is "fetch failed"; why is in its cause. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const cause: unknown = Reflect.get(error, 'cause');
  return String(Reflect.get(typeof cause === 'object' && cause !== null ? cause : error, 'message'));
}

function refusal(what: string, status: number, answer: unknown): Fault {
  const problem = isObject(answer) ? answer : {};
  const errors = Array.isArray(problem['errors']) ? problem['errors'].filter(isObject) : [];
  const reason = errors
    .map((one) => [one['pointer'], one['message']].filter((part) => part !== undefined).join(' '))
    .join('; ');
  const values = { what, status, code: String(problem['code'] ?? ''), reason };
  return applyFaults.make('SETUP_NODE_REFUSED', { values });
}
