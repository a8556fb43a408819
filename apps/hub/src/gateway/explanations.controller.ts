import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange, ReadingLog, Rulebook, simulateRouting, whyNot } from '#exchange';
import { isUuid } from '#kernel';
import { documentById } from '#store';
import { callerOf } from '../http/caller.js';
import { badParameter, notFound } from './cursor.js';
import { recordReading } from './reading.js';

const DAY_MS = 86_400_000;
const DAYS = { standard: 30, most: 90 };

interface ExplanationQuery {
  readonly key?: string;
  readonly days?: string;
}

/** Why a document goes where it goes, and why it does not. */
@Controller('v1')
export class ExplanationsController {
  constructor(
    private readonly exchange: Exchange,
    private readonly rulebook: Rulebook,
    private readonly readings: ReadingLog,
  ) {}

  /** What the rules and rights of today would decide, term by term. For the sender and the administrator. */
  @Get('documents/:id/explanation')
  async explain(@Req() request: FastifyRequest, @Param('id') id: string) {
    const caller = callerOf(request);
    const view = isUuid(id) ? await documentById(this.exchange.sql, id) : undefined;
    const own = caller.role === 'administrator' || view?.document.senderId === caller.participantId;
    if (!view || !own) throw notFound(`document ${id}`);
    await recordReading(this.readings, caller, { what: 'decisions', subjectId: id });
    const rules = await this.rulebook.current();
    return { candidates: simulateRouting(view, rules, Date.now()) };
  }

  /**
   * For a participant that expected something: what the routes and subscriptions of its own decide about the documents
   * with a key, of those with whom it has or had an agreement. Where it has no right it is told why, and not whether its
   * condition fits: that would tell what a document holds.
   */
  @Get('explanations')
  async expected(@Req() request: FastifyRequest, @Query() query: ExplanationQuery) {
    const { participantId } = callerOf(request);
    const { key } = query;
    if (key === undefined || !/^[a-z][a-z-]*:./.test(key))
      throw badParameter('key', 'kind:value, such as bill:DLCB2511230001');
    const days = query.days === undefined ? DAYS.standard : Number(query.days);
    if (!Number.isInteger(days) || days < 1 || days > DAYS.most)
      throw badParameter('days', `1 to ${DAYS.most}`);
    const rules = await this.rulebook.current();
    const now = Date.now();
    const { sql } = this.exchange;
    const found = await whyNot(sql, rules, participantId, key, now - days * DAY_MS, now);
    const documentIds = found.map(({ view }) => view.document.id);
    if (documentIds.length > 0)
      await recordReading(this.readings, callerOf(request), { what: 'decisions', documentIds });
    return {
      items: found.map(({ view: { document }, decisions }) => ({
        document: document.id,
        type: document.type,
        sender: rules.codeOf(document.senderId),
        receivedAt: new Date(document.receivedAt).toISOString(),
        candidates: decisions,
      })),
    };
  }
}
