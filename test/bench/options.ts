import { parseArgs } from 'node:util';

export const help = `npm run bench -- [hub|adapters|routes|evidence|dead] [options]

Sends declarations of 2 KB into a hub on this machine and measures until the last one reached its webhook sink. Beside
it runs a bare hand-written pipeline with the same load, the same sinks and the same durability: the limit. The runs
alternate, each on a fresh data folder, so that the ratio is fair.

  --messages N      messages of the measured phase (12000)
  --seconds S       end the measured phase after S seconds at the latest
  --connections N   keep-alive connections, each with one request under way (64)
  --rate R          send R messages a second instead of as fast as answers come
  --rounds N        how often limit and hub run, one after the other (2)
  --only NAME       limit or hub alone
  --paced S         seconds at half the rate found, for the time of a message when nothing waits (4; 0: none)
  --json            print one JSON object and nothing else

adapters: how fast each syntax is read, and made documents of, beside a bare reader of it. Takes --rounds and --json.
routes: what deciding costs with 10 to 10,000 routes. Takes --rounds and --json.
dead: whether ten dead destinations and a slow one move the p99 of the others. Takes --rate (100), --seconds (30),
  --connections, --rounds and --json.
evidence: what the chain of evidence costs: the hub with and without it in turn. Takes what the hub takes.

Against a hub that already runs (no limit, no ratio):
  --url URL         base address of the hub, or the whole address to POST to
  --header 'N: v'   a header of every request, repeatable: 'Authorization: Bearer tg_…'
  --seed N          numbers of the declarations (by default another one each run, so that none is a repetition)
  --sink-ports A,B,C  listen on these ports of 127.0.0.1 for webhooks and report deliveries too. Point destinations of
                    the hub at http://127.0.0.1:A/ and so on, with routes for the type Declaration from the sender that
                    owns the key; every accepted declaration must reach one of the ports. Signatures are not checked.
`;

export interface BenchOptions {
  readonly command: string;
  readonly messages: number;
  readonly seconds: number | undefined;
  readonly connections: number;
  readonly rate: number | undefined;
  readonly rounds: number;
  readonly only: 'limit' | 'hub' | undefined;
  readonly pacedSeconds: number;
  readonly json: boolean;
  readonly help: boolean;
  readonly url: string | undefined;
  readonly headers: readonly string[];
  readonly seed: number | undefined;
  readonly sinkPorts: readonly number[];
}

/** @throws with a text for the person at the keyboard */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      messages: { type: 'string' },
      seconds: { type: 'string' },
      connections: { type: 'string' },
      rate: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string' },
      paced: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      url: { type: 'string' },
      header: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string' },
      'sink-ports': { type: 'string' },
    },
  });
  const only = values.only;
  if (only !== undefined && only !== 'limit' && only !== 'hub') throw new Error('--only limit or --only hub');
  const seconds = number('seconds', values.seconds, 0.1);
  return {
    command: positionals[0] ?? 'hub',
    messages: whole('messages', values.messages) ?? (seconds === undefined ? 12_000 : 1_000_000),
    seconds,
    connections: whole('connections', values.connections) ?? 64,
    rate: number('rate', values.rate, 0.1),
    rounds: whole('rounds', values.rounds) ?? 2,
    only,
    pacedSeconds: number('paced', values.paced, 0) ?? 4,
    json: values.json,
    help: values.help,
    url: values.url,
    headers: values.header.map(header),
    seed: whole('seed', values.seed),
    sinkPorts: (values['sink-ports'] ?? '').split(',').filter(Boolean).map(port),
  };
}

function number(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value >= least)) throw new Error(`--${name} takes a number of ${least} or more, not ${text}`);
  return value;
}

function whole(name: string, text: string | undefined): number | undefined {
  const value = number(name, text, 1);
  if (value !== undefined && !Number.isInteger(value)) throw new Error(`--${name} takes a whole number`);
  return value;
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new Error(`--sink-ports: ${text} is no port`);
  return value;
}

function header(text: string): string {
  if (!/^[\w-]+: ?\S.*$/.test(text)) throw new Error(`--header takes 'Name: value', not ${text}`);
  return text;
}
