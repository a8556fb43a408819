import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { PublicKeyLike } from '#evidence';
import {
  auditChain,
  auditLimits,
  Exchange,
  exportEvidence,
  grantFor,
  prove,
  ReadingLog,
  receiptOf,
  Rulebook,
} from '#exchange';
import { isUuid, type JsonObject } from '#kernel';
import {
  checkpointsAfter,
  cosignaturesFrom,
  currentCheckpoint,
  documentById,
  interchangeById,
  publicNodeKeys,
  type DocumentView,
  type Retention,
  type Sql,
} from '#store';
import { callerOf, Open, RequireRole, type Caller } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { languageOf } from '../http/language.js';
import { ProblemException } from '../http/problem.js';
import { PEER_KEYS, RETENTION, SQL, type PeerKeys } from '../node/tokens.js';
import { badParameter, instant, notFound, pageSize } from './cursor.js';
import { recordReading } from './reading.js';
import { showAudit } from './evidence-views.js';

const PAGE = { standard: 100, most: 1000 };
/** Days of one export. */
const EXPORT_DAYS = 31;
/** Exports under way in this process. */
const EXPORTS_MOST = 4;
const DAY_MS = 86_400_000;

interface RangeQuery {
  readonly from?: string;
  readonly to?: string;
  readonly sender?: string;
}

/** What this node can prove of what it has written, and to whom. */
@Controller('v1')
export class EvidenceController {
  private exports = 0;
  private auditing = false;

  constructor(
    @Inject(SQL) private readonly sql: Sql,
    private readonly exchange: Exchange,
    private readonly rulebook: Rulebook,
    private readonly readings: ReadingLog,
    @Inject(PEER_KEYS) private readonly peerKeys: PeerKeys,
    @Inject(RETENTION) private readonly keep: Retention,
  ) {}

  /** The newest signed head of the chain, with what other nodes have signed of it. */
  @Open()
  @Get('checkpoints/latest')
  async latest() {
    const newest = await currentCheckpoint(this.sql);
    if (!newest) throw notFound('a checkpoint');
    const cosigned = await cosignaturesFrom(this.sql, newest.height, 20);
    return {
      node: this.exchange.signer.nodeCode,
      ...newest,
      cosignatures: cosigned.map(({ nodeCode, signature }) => ({ node: nodeCode, signature })),
    };
  }

  /** Signed heads in order: each holds the hash of the one before, so whoever has one can see that nothing was rewritten. */
  @Open()
  @Get('checkpoints')
  async list(@Query('above') above?: string, @Query('limit') limit?: string) {
    const height = above === undefined ? 0 : Number(above);
    if (!Number.isSafeInteger(height) || height < 0) throw badParameter('above', 'a height');
    const items = await checkpointsAfter(this.sql, height, pageSize(limit, PAGE.standard, PAGE.most));
    return { items };
  }

  /** That a document is in the chain, with the document: for its sender, and whoever may have all of it. */
  @Get('documents/:id/evidence')
  async ofDocument(@Req() request: FastifyRequest, @Param('id') id: string) {
    const caller = callerOf(request);
    const view = isUuid(id) ? await documentById(this.sql, id) : undefined;
    if (!view || !(await this.mayProve(caller, view))) throw notFound(`document ${id}`);
    return this.proven(caller, 'document', id, true);
  }

  /** That a message is in the chain; its bytes are those of `raw`. */
  @Get('interchanges/:id/evidence')
  async ofInterchange(@Req() request: FastifyRequest, @Param('id') id: string) {
    const caller = callerOf(request);
    const view = isUuid(id) ? await interchangeById(this.sql, id) : undefined;
    if (!view || !isOwn(caller, view.participantId)) throw notFound(`interchange ${id}`);
    return this.proven(caller, 'interchange', id, false);
  }

  /** Everything of a range of time that the caller sent, each with its proof, as JSON Lines. */
  @Get('evidence/export')
  async export(@Req() request: FastifyRequest, @Query() query: RangeQuery, @Res() reply: FastifyReply) {
    const caller = callerOf(request);
    const range = rangeOf(query, Date.now());
    const participantId =
      caller.role === 'administrator' ? this.exchange.participantId(query.sender) : caller.participantId;
    if (caller.role === 'administrator' && query.sender !== undefined && participantId === undefined)
      throw notFound(`participant ${query.sender}`);
    if (this.exports >= EXPORTS_MOST)
      throw new ProblemException([
        gatewayFaults.make('GATEWAY_STREAMS_TOO_MANY', { values: { limit: EXPORTS_MOST } }),
      ]);
    this.exports++;
    try {
      await recordReading(this.readings, caller, {
        what: 'export',
        ...(participantId ? { subjectId: participantId } : {}),
      });
      const keys = await publicNodeKeys(this.sql);
      const lines = exportEvidence(
        {
          sql: this.sql,
          nodeCode: this.exchange.signer.nodeCode,
          keys,
          receipt: (record) => this.receipt(record),
          now: Date.now,
        },
        { participantId, ...range },
      );
      const stream = Readable.from(lines);
      stream.once('close', () => this.exports--);
      void reply
        .headers({ 'content-disposition': 'attachment; filename="evidence.jsonl"' })
        .type('application/x-ndjson')
        .send(stream);
    } catch (error) {
      this.exports--;
      throw error;
    }
  }

  /** Compares the chain with the tables, all of it. Of a large node it takes minutes: `tongguan verify --database`. */
  @Post('admin/evidence/verify')
  @HttpCode(200)
  @RequireRole('administrator')
  async verify(@Req() request: FastifyRequest) {
    if (this.auditing)
      throw new ProblemException([
        gatewayFaults.make('GATEWAY_STATE_FORBIDS', { values: { state: 'running', allowed: 'idle' } }),
      ]);
    this.auditing = true;
    try {
      const keys = (await publicNodeKeys(this.sql)).filter(isPublicKey);
      const report = await auditChain(this.sql, [...keys, ...this.peerKeys()], Date.now(), {
        ...auditLimits,
        keep: this.keep,
      });
      return showAudit(report, languageOf(request.headers['accept-language']));
    } finally {
      this.auditing = false;
    }
  }

  private async proven(caller: Caller, kind: 'interchange' | 'document', id: string, withContent: boolean) {
    if (withContent) await recordReading(this.readings, caller, { what: 'evidence', subjectId: id });
    const proof = await prove(this.sql, kind, id, withContent);
    if (!proof.ok) throw new ProblemException([proof.error]);
    return proof.value;
  }

  /** A part of a document cannot be proven by the hash of all of it. */
  private async mayProve(caller: Caller, view: DocumentView): Promise<boolean> {
    if (isOwn(caller, view.document.senderId)) return true;
    const rules = await this.rulebook.current();
    const grant = await grantFor(this.sql, view, caller.participantId, rules, Date.now());
    return grant !== undefined && grant.fields === undefined && grant.personal;
  }

  private receipt(record: JsonObject): string | undefined {
    const { id, sha256, received_at: received, participant_id: sender } = record;
    return typeof id === 'string' && typeof sha256 === 'string' && typeof sender === 'string'
      ? receiptOf(
          this.exchange.signer,
          id,
          Buffer.from(sha256, 'hex'),
          Math.floor(Number(received) / 1000),
          this.exchange.codeOf(sender),
        )
      : undefined;
  }
}

const isOwn = (caller: Caller, participantId: string): boolean =>
  caller.role === 'administrator' || caller.participantId === participantId;

const isPublicKey = (jwk: JsonObject): jwk is JsonObject & PublicKeyLike =>
  ['kty', 'crv', 'x'].every((name) => typeof jwk[name] === 'string');

function rangeOf(query: RangeQuery, now: number): { from: number; to: number } {
  const from = instant('from', query.from);
  const to = instant('to', query.to) ?? now;
  if (from === undefined) throw badParameter('from', 'needed');
  if (!(from < to) || to - from > EXPORT_DAYS * DAY_MS)
    throw badParameter('to', `after from, by ${EXPORT_DAYS} days at most`);
  return { from, to };
}
