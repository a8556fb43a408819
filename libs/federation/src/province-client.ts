import { fail, ok, type Fault, type Result } from '#kernel';
import { federationFaults } from './faults.js';
import { readText } from './read-text.js';
import { directoryLimit } from './signed-directory.js';

/** Milliseconds that one request to the province may take. */
const requestTimeout = 10_000;
/** Bytes of a refusal that are read. */
const refusalLimit = 64 * 1024;

/** The interface of the province for nodes. It is never redirected: its address is pinned. */
export class ProvinceClient {
  constructor(
    /** Without a slash at its end. */
    private readonly endpoint: string,
    private readonly ending?: AbortSignal,
  ) {}

  /**
   * The directory; `undefined` when it is still of that version.
   *
   * @param known 0: whatever it is
   */
  async directory(known: number): Promise<Result<string | undefined, Fault>> {
    return this.ask('/v1/directory', { headers: known === 0 ? {} : { 'if-none-match': `"${known}"` } });
  }

  /** @returns the directory that the node is in */
  join(signed: string): Promise<Result<string, Fault>> {
    return this.send('/v1/nodes', signed);
  }

  announce(code: string, signed: string): Promise<Result<string, Fault>> {
    return this.send(`/v1/nodes/${code}/entry`, signed);
  }

  async shared(sha256: string): Promise<Result<string, Fault>> {
    return whole(await this.ask(`/v1/directory/shared/${sha256}`, {}));
  }

  private async send(path: string, signed: string): Promise<Result<string, Fault>> {
    const headers = { 'content-type': 'application/jose', 'accept-language': 'en' };
    return whole(await this.ask(path, { method: 'POST', headers, body: signed }));
  }

  private async ask(path: string, request: RequestInit): Promise<Result<string | undefined, Fault>> {
    try {
      const response = await fetch(`${this.endpoint}${path}`, {
        ...request,
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(requestTimeout), ...(this.ending ? [this.ending] : [])]),
      });
      if (response.status === 304) return ok(undefined);
      const text = await readText(response, response.ok ? directoryLimit : refusalLimit);
      if (response.ok && text !== undefined) return ok(text);
      return fail(refusal(response.status, text ?? ''));
    } catch (error) {
      const values = { endpoint: this.endpoint, reason: reasonOf(error) };
      return fail(federationFaults.make('FEDERATION_PROVINCE_UNREACHABLE', { values }));
    }
  }
}

const whole = (answer: Result<string | undefined, Fault>): Result<string, Fault> =>
  answer.ok ? ok(answer.value ?? '') : answer;

function refusal(status: number, text: string): Fault {
  const problem = parsed(text);
  const [code = '', title = ''] = ['code', 'title'].map((name) =>
    typeof problem === 'object' && problem !== null ? String(Reflect.get(problem, name) ?? '') : '',
  );
  const values = { status, code, reason: title.slice(0, 300) };
  return federationFaults.make('FEDERATION_PROVINCE_REFUSED', { values });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What fetch says is "fetch failed"; why is in its cause. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const cause: unknown = Reflect.get(error, 'cause');
  return String(Reflect.get(typeof cause === 'object' && cause !== null ? cause : error, 'message'));
}
