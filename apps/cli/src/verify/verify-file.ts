import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  checkpointType,
  claimsOf,
  cosignatureType,
  ExportReader,
  exportType,
  proofType,
  sha256,
  verifyCheckpoint,
  verifyCosignature,
  verifyDocument,
  verifyProof,
  verifyReceipt,
  type PublicKeyLike,
} from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { readKeys } from '../keys/verify-receipt.js';
import { isRecord, reasonOf } from '../send/post-interchange.js';
import { print, printFaults } from '../terminal/print.js';
import { readInput } from '../terminal/read-input.js';
import { statementLines, type Statement } from './statement.js';
import { ofCheckpoint, ofCosignature, ofDocument, ofExport, ofProof, ofReceipt } from './statements.js';

export interface VerifyOptions {
  /** Files with JWK sets, or addresses of nodes: of the node that made what is verified. */
  readonly keys: readonly string[];
  /** The same of the nodes whose co-signatures should count. */
  readonly peers?: readonly string[];
  /** A file with the bytes that a receipt or a proof is about. */
  readonly content?: string;
  readonly json?: boolean;
}

/** Bytes of what is read whole: a document and its proof. An export is read line by line, whatever its size. */
const wholeLimit = 96 * 1024 * 1024;
/** Faults of an export that are shown. */
const faultsShown = 100;

interface Given {
  readonly keys: readonly PublicKeyLike[];
  readonly peers: readonly PublicKeyLike[];
  readonly content: Buffer | undefined;
}

/** Verifies a file, whatever of ours it is, with nothing but public keys; says what it shows and what it does not. */
export async function verifyFile(file: string, options: VerifyOptions): Promise<ExitCode> {
  const given = await gather(options);
  const outcome = given.ok ? await verified(file, given.value) : { faults: [given.error] };
  const { statement, faults } = outcome;
  if (options.json) {
    const told = faults.map(({ code, text }) => ({ code, text }));
    print(JSON.stringify({ verified: faults.length === 0, ...statement, faults: told }));
  } else if (faults.length === 0 && statement) statementLines(statement).forEach(print);
  else printFaults(faults);
  return faults.length === 0 ? exitCodes.done : exitCodes.refused;
}

async function gather({ keys, peers = [], content }: VerifyOptions): Promise<Result<Given, Fault>> {
  const own = await allKeys(keys);
  if (!own.ok) return own;
  const others = await allKeys(peers);
  if (!others.ok) return others;
  const bytes = content === undefined ? undefined : await readInput(content, wholeLimit);
  if (bytes?.ok === false) return bytes;
  return ok({ keys: own.value, peers: others.value, content: bytes?.value });
}

async function allKeys(sources: readonly string[]): Promise<Result<PublicKeyLike[], Fault>> {
  const keys: PublicKeyLike[] = [];
  for (const source of sources) {
    const read = await readKeys(source);
    if (!read.ok) return read;
    keys.push(...read.value);
  }
  return ok(keys);
}

interface Outcome {
  readonly statement?: Statement;
  readonly faults: readonly Fault[];
}

async function verified(file: string, given: Given): Promise<Outcome> {
  try {
    const first = file === '-' ? '' : await firstLine(file);
    if (typeOf(first) === exportType) return await verifyExport(file, given);
  } catch (error) {
    const values = { file, reason: reasonOf(error) };
    return { faults: [cliFaults.make('CLI_FILE_UNREADABLE', { values })] };
  }
  const bytes = await readInput(file, wholeLimit);
  if (!bytes.ok) return { faults: [bytes.error] };
  const statement = verifyText(file, bytes.value.toString('utf8').trim(), given);
  return statement.ok ? { statement: statement.value, faults: [] } : { faults: [statement.error] };
}

/** What it is, its own beginning says. */
function verifyText(file: string, text: string, given: Given): Result<Statement, Fault> {
  const { keys, peers, content } = given;
  if (text.startsWith('{')) {
    const value = parsed(text);
    if (isRecord(value) && value['type'] === proofType)
      return then(verifyProof(value, keys, { content, peers }), ofProof);
    const proof = isRecord(value) ? value['proof'] : undefined;
    if (typeof proof === 'string') return then(verifyDocument(proof, keys), ofDocument);
  }
  if (text.includes('~')) return then(verifyDocument(text, keys), ofDocument);
  const type = jwsType(text);
  if (type === checkpointType) return then(verifyCheckpoint(text, keys), ofCheckpoint);
  if (type === cosignatureType) return then(verifyCosignature(text, [...keys, ...peers]), ofCosignature);
  if (type === undefined) return fail(cliFaults.make('CLI_EVIDENCE_UNKNOWN', { values: { file } }));
  return verifiedReceipt(file, text, given);
}

function verifiedReceipt(file: string, text: string, { keys, content }: Given): Result<Statement, Fault> {
  const claims = verifyReceipt(text, keys);
  if (!claims.ok) return claims;
  if (content && sha256(content).toString('hex') !== claims.value['sha256'])
    return fail(cliFaults.make('CLI_CONTENT_DIFFERS', { values: { file } }));
  return ok(ofReceipt(claims.value, content !== undefined));
}

const then = <T>(result: Result<T, Fault>, state: (value: T) => Statement): Result<Statement, Fault> =>
  result.ok ? ok(state(result.value)) : result;

async function verifyExport(file: string, { keys, peers }: Given): Promise<Outcome> {
  const reader = new ExportReader(keys, peers);
  const faults: Fault[] = [];
  for await (const line of linesOf(file)) {
    faults.push(...reader.next(line));
    if (faults.length > faultsShown) break;
  }
  const { summary, faults: last } = reader.finish();
  if (faults.length <= faultsShown) faults.push(...last);
  return { ...(summary ? { statement: ofExport(summary) } : {}), faults };
}

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });

async function firstLine(file: string): Promise<string> {
  const stream = createReadStream(file, { encoding: 'utf8', end: 8_191 });
  let head = '';
  for await (const part of stream) head += String(part);
  return head.split('\n', 1)[0] ?? '';
}

function typeOf(text: string): unknown {
  const value = parsed(text);
  return isRecord(value) ? value['type'] : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `typ` of the header, when it is a JWS at all. */
function jwsType(text: string): string | undefined {
  const [header = ''] = text.split('.');
  const value = claimsOf(`.${header}.`)?.['typ'];
  return typeof value === 'string' ? value : undefined;
}
