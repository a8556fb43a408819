import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerReference, Exchange, ReadingLog, Rulebook, type Accepted, type Submission } from '#exchange';
import { acknowledgementForms } from '#adapters';
import { isUuid } from '#kernel';
import { interchangeBody, interchangeById, listInterchanges, type InterchangeView } from '#store';
import { callerOf } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { languageOf } from '../http/language.js';
import { problemDetails, ProblemException } from '../http/problem.js';
import { badParameter, decodeCursor, encodeCursor, instant, notFound, pageSize } from './cursor.js';
import { preferredWait } from './prefer.js';
import { recordReading } from './reading.js';
import { showInterchange } from './views.js';

const PAGE = { standard: 50, most: 200 };
/** Forms that the answer to a message may be asked for in. */
const FORMS = [...acknowledgementForms, 'problem'] as const;

interface ListQuery {
  readonly state?: string;
  readonly adapter?: string;
  readonly sender?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

/** The door: what a participant sends, and what became of it. */
@Controller('v1/interchanges')
export class InterchangesController {
  constructor(
    private readonly exchange: Exchange,
    private readonly readings: ReadingLog,
    private readonly rulebook: Rulebook,
  ) {}

  @Post()
  @HttpCode(202)
  async accept(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const accepted = await this.exchange.accept(
      submissionOf(request, caller.participantId, caller.participantCode),
    );
    if (!accepted.ok) throw new ProblemException([accepted.error]);
    const { value } = accepted;
    const wait = preferredWait(request.headers.prefer);
    const settled = wait > 0 ? await this.exchange.outcome(value.id, wait * 1000) : undefined;
    const headers = {
      location: `/v1/interchanges/${value.id}`,
      ...(value.repeated ? { 'idempotent-replayed': 'true' } : {}),
      ...(wait > 0 ? { 'preference-applied': `wait=${wait}` } : {}),
      'x-request-id': request.id,
    };
    if (settled && settled.state !== 'pending') {
      this.answerOutcome(request, reply, settled, headers);
      return;
    }
    void reply
      .code(202)
      .headers(headers)
      .type('application/json; charset=utf-8')
      .send(acknowledgement(value));
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: ListQuery) {
    const caller = callerOf(request);
    const before = decodeCursor('interchanges', query.cursor);
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const participantId =
      caller.role === 'administrator' ? this.exchange.participantId(query.sender) : caller.participantId;
    if (query.sender !== undefined && participantId === undefined) return { items: [] };
    const from = instant('from', query.from);
    const to = instant('to', query.to);
    const views = await listInterchanges(this.exchange.sql, {
      ...(participantId === undefined ? {} : { participantId }),
      ...(query.state === undefined ? {} : { state: query.state }),
      ...(query.adapter === undefined ? {} : { adapterId: query.adapter }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(before === undefined ? {} : { before }),
      limit,
    });
    const language = languageOf(request.headers['accept-language']);
    const last = views.at(-1);
    return {
      items: views.map((view) => this.show(view, language)),
      ...(views.length === limit && last ? { next: encodeCursor('interchanges', last.id) } : {}),
    };
  }

  @Get(':id')
  async get(@Req() request: FastifyRequest, @Param('id') id: string) {
    const view = isUuid(id) ? await interchangeById(this.exchange.sql, id) : undefined;
    if (!view || !mayRead(request, view.participantId)) throw notFound(`interchange ${id}`);
    return this.show(view, languageOf(request.headers['accept-language']));
  }

  @Get(':id/raw')
  async raw(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = isUuid(id) ? await interchangeBody(this.exchange.sql, id) : undefined;
    if (!found || !mayRead(request, found.participantId)) throw notFound(`interchange ${id}`);
    await recordReading(this.readings, callerOf(request), { what: 'interchange-body', subjectId: id });
    void reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${id}.bin"`,
        'x-content-type-options': 'nosniff',
        ...(found.contentType === undefined
          ? {}
          : { 'x-original-content-type': printable(found.contentType) }),
      })
      .send(found.body);
  }

  /**
   * The answer that the sender's own system reads: CONTRL or APERAK for EDIFACT, the answer of the electronic port for
   * its XML, a problem for programs. The same each time it is asked for: it is dated with when the message was settled.
   */
  @Get(':id/acknowledgement')
  async acknowledgement(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('form') wanted: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = FORMS.find((one) => one === wanted);
    if (wanted !== undefined && !form) throw badParameter('form', FORMS.join(', '));
    const view = isUuid(id) ? await interchangeById(this.exchange.sql, id) : undefined;
    if (!view || !mayRead(request, view.participantId)) throw notFound(`interchange ${id}`);
    if (view.state === 'pending') {
      const values = { state: view.state, allowed: 'normalised, rejected, held, duplicate' };
      throw new ProblemException([gatewayFaults.make('GATEWAY_STATE_FORBIDS', { values })]);
    }
    if (form === 'problem') {
      this.answerProblem(request, reply, view);
      return;
    }
    const stored = await interchangeBody(this.exchange.sql, id);
    const { mappings } = await this.rulebook.current();
    const adapterId = view.adapterId ?? '';
    const answer =
      stored &&
      mappings.normaliser.answer(
        adapterId,
        {
          interchange: stored.body,
          faults: view.faults,
          now: view.finishedAt ?? view.receivedAt,
          reference: answerReference(id),
        },
        form ?? mappings.normaliser.answerForms(adapterId)[0],
      );
    if (!answer) throw notFound(`an answer in the form of ${form ?? view.adapterId ?? 'a known adapter'}`);
    void reply
      .headers({ 'content-type': answer.mediaType, 'x-content-type-options': 'nosniff' })
      .send(Buffer.from(answer.bytes));
  }

  private show(view: InterchangeView, language: 'zh' | 'en') {
    return showInterchange(view, this.exchange.codeOf(view.participantId), language, this.exchange.signer);
  }

  /** The answer for a program: the problem of what was not taken, else the message as it stands. */
  private answerProblem(request: FastifyRequest, reply: FastifyReply, view: InterchangeView): void {
    const language = languageOf(request.headers['accept-language']);
    const shown = this.show(view, language);
    if (view.faults.some(({ severity }) => severity === 'error')) {
      const { faults: _faults, ...interchange } = shown;
      const problem = new ProblemException(view.faults, { interchange });
      const asked = { url: `/v1/interchanges/${view.id}`, traceId: request.id, language };
      void reply.type('application/problem+json; charset=utf-8').send(problemDetails(problem, asked));
      return;
    }
    void reply.type('application/json; charset=utf-8').send(shown);
  }

  private answerOutcome(
    request: FastifyRequest,
    reply: FastifyReply,
    view: InterchangeView,
    headers: Record<string, string>,
  ): void {
    const shown = this.show(view, languageOf(request.headers['accept-language']));
    if (view.state === 'rejected') {
      const { faults: _faults, ...interchange } = shown;
      throw new ProblemException(view.faults, { interchange }, headers);
    }
    void reply
      .code(view.state === 'held' ? 202 : 200)
      .headers(headers)
      .send(shown);
  }
}

const mayRead = (request: FastifyRequest, participantId: string): boolean => {
  const caller = callerOf(request);
  return caller.role === 'administrator' || caller.participantId === participantId;
};

function acknowledgement(accepted: Accepted): string {
  return JSON.stringify({
    id: accepted.id,
    sha256: accepted.sha256,
    receivedAt: accepted.receivedAt,
    status: `/v1/interchanges/${accepted.id}`,
    receipt: accepted.receipt,
  });
}

/** Longest value of a header that is kept. */
const HEADER_MOST = 200;
const VISIBLE = /^[\x21-\x7e]{1,200}$/;

function submissionOf(request: FastifyRequest, participantId: string, participantCode: string): Submission {
  const { body } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new ProblemException([gatewayFaults.make('GATEWAY_BODY_EMPTY')]);
  }
  const type = request.headers['content-type'];
  // A urlencoded type is what common clients say of any bytes they are told to send: only a real form is refused.
  if (type !== undefined && /^multipart\/form-data/i.test(type)) {
    throw new ProblemException([gatewayFaults.make('GATEWAY_TYPE_UNSUPPORTED', { values: { type } })]);
  }
  const idempotencyKey = single(request, 'idempotency-key');
  const adapterHint = single(request, 'x-adapter');
  return {
    participantId,
    participantCode,
    channel: 'http',
    body,
    ...(type === undefined ? {} : { contentType: printable(type) }),
    ...(adapterHint === undefined ? {} : { adapterHint }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
}

function single(request: FastifyRequest, header: string): string | undefined {
  const value = request.headers[header];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && VISIBLE.test(value)) return value;
  throw new ProblemException([
    gatewayFaults.make('GATEWAY_HEADER_INVALID', {
      values: { header, reason: `1 to ${HEADER_MOST} visible ASCII characters` },
    }),
  ]);
}

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, HEADER_MOST);
