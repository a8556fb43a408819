import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  Exchange,
  explainDecisions,
  grantFor,
  lineageOf,
  Normalisers,
  projected,
  ReadingLog,
  Rulebook,
} from '#exchange';
import { isUuid, type Fault } from '#kernel';
import { decisionsOf, deliveriesOf, documentById, listDocuments, type DocumentView } from '#store';
import { callerOf, type Caller } from '../http/caller.js';
import { languageOf } from '../http/language.js';
import { problemEntry, ProblemException } from '../http/problem.js';
import { decodeCursor, encodeCursor, instant, notFound, pageSize } from './cursor.js';
import { recordReading, type Read } from './reading.js';
import { showDelivery, showDocument } from './views.js';

const PAGE = { standard: 50, most: 200 };

interface ListQuery {
  readonly type?: string;
  readonly key?: string;
  readonly sender?: string;
  readonly interchange?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

/** Normalised documents: those of the caller, those it was given, and for an administrator all. */
@Controller('v1/documents')
export class DocumentsController {
  constructor(
    private readonly exchange: Exchange,
    private readonly normalisers: Normalisers,
    private readonly readings: ReadingLog,
    private readonly rulebook: Rulebook,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: ListQuery) {
    const caller = callerOf(request);
    const before = decodeCursor('documents', query.cursor);
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const senderId =
      caller.role === 'administrator' ? this.exchange.participantId(query.sender) : caller.participantId;
    if (query.sender !== undefined && senderId === undefined) return { items: [] };
    if (query.interchange !== undefined && !isUuid(query.interchange)) return { items: [] };
    const from = instant('from', query.from);
    const to = instant('to', query.to);
    const views = await listDocuments(this.exchange.sql, {
      ...(senderId === undefined ? {} : { senderId }),
      ...(query.type === undefined ? {} : { type: query.type }),
      ...(query.key === undefined ? {} : { key: query.key }),
      ...(query.interchange === undefined ? {} : { interchangeId: query.interchange }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(before === undefined ? {} : { before }),
      limit,
    });
    const last = views.at(-1);
    if (last) {
      const documentIds = views.map(({ document }) => document.id);
      await recordReading(this.readings, caller, { what: 'documents', documentIds });
    }
    return {
      items: views.map((view) => this.show(view, view.body)),
      ...(views.length === limit && last ? { next: encodeCursor('documents', last.document.id) } : {}),
    };
  }

  @Get(':id')
  async get(@Req() request: FastifyRequest, @Param('id') id: string) {
    const view = await this.find(id);
    const caller = callerOf(request);
    const own = isOwn(caller, view);
    const grant = own
      ? undefined
      : await grantFor(
          this.exchange.sql,
          view,
          caller.participantId,
          await this.rulebook.current(),
          Date.now(),
        );
    if (!own && !grant) throw notFound(`document ${id}`);
    await recordReading(this.readings, caller, { what: 'document', subjectId: id });
    if (!grant) return this.show(view, view.body);
    return this.show(view, projected({ ...view, ...grant }));
  }

  /** For every candidate why it gets the document or not, as it was decided, with every term of its conditions. For the sender and the administrator. */
  @Get(':id/decisions')
  async decisions(@Req() request: FastifyRequest, @Param('id') id: string) {
    const view = await this.find(id);
    if (!isOwn(callerOf(request), view)) throw notFound(`document ${id}`);
    await this.record(request, 'decisions', id);
    const rows = await decisionsOf(this.exchange.sql, id);
    const rules = await this.rulebook.current();
    const language = languageOf(request.headers['accept-language']);
    const told = (faults: readonly Fault[] = []) =>
      faults.length === 0 ? {} : { warnings: faults.map((fault) => problemEntry(fault, language)) };
    return {
      items: rows.map(({ decidedAt, decisions }) => {
        const { candidates, warnings } = explainDecisions(view, rules, decidedAt, decisions);
        return {
          decidedAt: new Date(decidedAt).toISOString(),
          candidates: candidates.map(({ warnings: own, ...one }) => ({ ...one, ...told(own) })),
          ...told(warnings),
        };
      }),
    };
  }

  /** For every field the path, the bytes and the rule that it came from. For the sender and the administrator. */
  @Get(':id/lineage')
  async lineage(@Req() request: FastifyRequest, @Param('id') id: string) {
    const view = await this.find(id);
    if (!isOwn(callerOf(request), view)) throw notFound(`document ${id}`);
    const lineage = await lineageOf(this.exchange.sql, this.normalisers, view);
    if (!lineage) throw notFound(`the interchange of document ${id}`);
    if (!lineage.ok) throw new ProblemException([lineage.error]);
    await this.record(request, 'lineage', id);
    return { interchange: view.document.interchangeId, ...lineage.value };
  }

  /** Where the document went: all of it for the sender and the administrator, its own part for a receiver. */
  @Get(':id/deliveries')
  async deliveries(@Req() request: FastifyRequest, @Param('id') id: string) {
    const view = await this.find(id);
    const caller = callerOf(request);
    const all = await deliveriesOf(this.exchange.sql, [id]);
    const visible = isOwn(caller, view)
      ? all
      : all.filter((one) => one.participantId === caller.participantId);
    if (visible.length === 0 && !isOwn(caller, view)) throw notFound(`document ${id}`);
    const language = languageOf(request.headers['accept-language']);
    return {
      items: visible.map((one) => ({
        participant: this.exchange.codeOf(one.participantId),
        ...showDelivery(one, language),
      })),
    };
  }

  private record(request: FastifyRequest, what: Read['what'], subjectId: string): Promise<void> {
    return recordReading(this.readings, callerOf(request), { what, subjectId });
  }

  private async find(id: string): Promise<DocumentView> {
    const view = isUuid(id) ? await documentById(this.exchange.sql, id) : undefined;
    if (!view) throw notFound(`document ${id}`);
    return view;
  }

  private show(view: DocumentView, body: string) {
    return showDocument(view, this.exchange.codeOf(view.document.senderId), body);
  }
}

const isOwn = (caller: Caller, view: DocumentView): boolean =>
  caller.role === 'administrator' || caller.participantId === view.document.senderId;
