import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { previewReplay, ReadingLog, Rulebook } from '#exchange';
import { isUuid, uuidv7 } from '#kernel';
import {
  createReplay,
  enterReplay,
  listReplays,
  replayById,
  runningReplays,
  SetupSnapshot,
  type ReplayCriteria,
  type ReplayState,
  type ReplayView,
  type Sql,
} from '#store';
import { asked } from '../admin/administered-request.js';
import type { Requests } from '../admin/requests.js';
import { callerOf, type Caller } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { ProblemException } from '../http/problem.js';
import { SQL } from '../node/tokens.js';
import { LaneBell } from '../workers/lane-bell.js';
import { decodeCursor, encodeCursor, notFound, pageSize } from './cursor.js';
import { recordReading } from './reading.js';
import { showReplay } from './views.js';

const PAGE = { standard: 50, most: 200 };
const PREVIEW = { standard: 20, most: 100 };
/** Replays of a participant that are not finished, at most. */
const REPLAYS_MOST = 10;

interface ListQuery {
  readonly destination?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

/** Deliveries made again on request: of a destination's owner, or of the administrator. */
@Controller('v1/replays')
export class ReplaysController {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    private readonly snapshot: SetupSnapshot,
    private readonly rulebook: Rulebook,
    private readonly bell: LaneBell,
    private readonly readings: ReadingLog,
  ) {}

  @Post()
  async create(@Req() request: FastifyRequest) {
    const { wanted, actor } = asked(request, 'replay-create');
    const caller = callerOf(request);
    this.own(caller, wanted.destination);
    if ((await runningReplays(this.sql, ownerOnly(caller))) >= REPLAYS_MOST)
      throw new ProblemException([
        gatewayFaults.make('GATEWAY_REPLAYS_TOO_MANY', { values: { limit: REPLAYS_MOST } }),
      ]);
    const now = Date.now();
    const replay = await createReplay(this.sql, {
      ...criteriaOf(wanted),
      id: uuidv7(now),
      askedBy: caller.participantId,
      keyId: caller.keyId,
      ...(actor.reason === undefined ? {} : { reason: actor.reason }),
      mapping: wanted.mapping,
      ...(wanted.ratePerSecond === undefined ? {} : { perSecond: wanted.ratePerSecond }),
      now,
    });
    if (replay.state === 'running') this.bell.replay(replay.id);
    return showReplay(replay);
  }

  /** What it would send, in its order; nothing is changed by looking. */
  @Post('preview')
  @HttpCode(200)
  async preview(@Req() request: FastifyRequest, @Query() query: ListQuery) {
    const { wanted } = asked(request, 'replay-create');
    const caller = callerOf(request);
    this.own(caller, wanted.destination);
    const limit = pageSize(query.limit, PREVIEW.standard, PREVIEW.most);
    const after = Number(decodeCursor('preview', query.cursor) ?? 0);
    const rules = await this.rulebook.current();
    const page = { after, limit };
    const items = await previewReplay(this.sql, rules, criteriaOf(wanted), wanted.mapping, page, Date.now());
    const documentIds = items.filter(({ event }) => event !== undefined).map(({ documentId }) => documentId);
    if (documentIds.length > 0)
      await recordReading(this.readings, caller, { what: 'documents', documentIds });
    const last = items.at(-1);
    return {
      items: items.map(({ documentId, outcome, event }) => ({
        document: documentId,
        outcome,
        ...(event === undefined ? {} : { event: JSON.parse(event) as unknown }),
      })),
      ...(items.length === limit && last ? { next: encodeCursor('preview', last.seq) } : {}),
    };
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: ListQuery) {
    const caller = callerOf(request);
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const before = decodeCursor('replays', query.cursor);
    const participantId = ownerOnly(caller);
    if (query.destination !== undefined && !isUuid(query.destination)) return { items: [] };
    const replays = await listReplays(this.sql, {
      ...(participantId === undefined ? {} : { participantId }),
      ...(query.destination === undefined ? {} : { destinationId: query.destination }),
      ...(before === undefined ? {} : { before }),
      limit,
    });
    const last = replays.at(-1);
    return {
      items: replays.map(showReplay),
      ...(replays.length === limit && last ? { next: encodeCursor('replays', last.id) } : {}),
    };
  }

  @Get(':id')
  async get(@Req() request: FastifyRequest, @Param('id') id: string) {
    return showReplay(await this.find(callerOf(request), id));
  }

  /** What is owed already goes out; nothing more is owed until it is resumed. */
  @Post(':id/pause')
  @HttpCode(200)
  pause(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.enter(request, id, ['running'], 'paused');
  }

  @Post(':id/resume')
  @HttpCode(200)
  async resume(@Req() request: FastifyRequest, @Param('id') id: string) {
    const shown = await this.enter(request, id, ['paused'], 'running');
    this.bell.replay(id);
    return shown;
  }

  /** For good: nothing more is owed; what is owed already goes out. */
  @Post(':id/cancel')
  @HttpCode(200)
  cancel(@Req() request: FastifyRequest, @Param('id') id: string) {
    return this.enter(request, id, ['running', 'paused'], 'cancelled');
  }

  private async enter(request: FastifyRequest, id: string, from: readonly ReplayState[], to: ReplayState) {
    const { state } = await this.find(callerOf(request), id);
    const entered = await enterReplay(this.sql, id, from, to);
    if (entered) return showReplay(entered);
    const values = { state, allowed: from.join(', ') };
    throw new ProblemException([gatewayFaults.make('GATEWAY_STATE_FORBIDS', { values })]);
  }

  private async find(caller: Caller, id: string): Promise<ReplayView> {
    const replay = isUuid(id) ? await replayById(this.sql, id) : undefined;
    if (!replay) throw notFound(`replay ${id}`);
    this.own(caller, replay.destinationId, `replay ${id}`);
    return replay;
  }

  private own(caller: Caller, destinationId: string, what = `destination ${destinationId}`): void {
    const destination = this.snapshot.current().destinations.get(destinationId);
    const own = caller.role === 'administrator' || destination?.participantId === caller.participantId;
    if (!destination || !own) throw notFound(what);
  }
}

const ownerOnly = ({ role, participantId }: Caller): string | undefined =>
  role === 'administrator' ? undefined : participantId;

function criteriaOf(wanted: Omit<Requests['replay-create'], 'reason'>): ReplayCriteria {
  const { destination, states, cause, documentType, documents, from, to } = wanted;
  return {
    destinationId: destination,
    states,
    ...(cause === undefined ? {} : { cause }),
    ...(documentType === undefined ? {} : { documentType }),
    ...(documents === undefined ? {} : { documentIds: documents }),
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
  };
}
