import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange, ReadingLog, Rulebook, simulateRouting } from '#exchange';
import type { Fault } from '#kernel';
import type { Route } from '#routing';
import { documentById } from '#store';
import { AdminDesk } from '../admin/admin-desk.js';
import { asked, refuse } from '../admin/administered-request.js';
import type { Requests } from '../admin/requests.js';
import { callerOf, RequireRole } from '../http/caller.js';
import { notFound } from './cursor.js';
import { recordReading } from './reading.js';

/** Routes tried on a stored document before they are made. */
@Controller('v1/admin/routes/simulate')
@RequireRole('administrator')
export class SimulationsController {
  constructor(
    private readonly desk: AdminDesk,
    private readonly exchange: Exchange,
    private readonly rulebook: Rulebook,
    private readonly readings: ReadingLog,
  ) {}

  @Post()
  @HttpCode(200)
  async simulate(@Req() request: FastifyRequest) {
    const { wanted } = asked(request, 'route-simulate');
    const view = await documentById(this.exchange.sql, wanted.document);
    if (!view) throw notFound(`document ${wanted.document}`);
    const draft = wanted.route && (await this.draftOf(wanted.route));
    const subjectId = wanted.document;
    await recordReading(this.readings, callerOf(request), { what: 'decisions', subjectId });
    const rules = await this.rulebook.current();
    return { candidates: simulateRouting(view, rules, Date.now(), draft) };
  }

  private async draftOf(route: NonNullable<Requests['route-simulate']['route']>): Promise<Route> {
    const { destination, ...plain } = route;
    const faults: Fault[] = [
      ...this.desk.typeFaults(plain.documentType),
      ...this.desk.conditionFaults(plain.condition),
    ];
    const destinationId = await this.desk.idOf('destination', destination, '/destination', faults);
    refuse(faults.map((fault) => ({ ...fault, place: { pointer: `/route${fault.place?.pointer ?? ''}` } })));
    const target = await this.desk.view.destinations.find(destinationId);
    const known = await this.desk.view.routes.find(plain.code);
    return {
      ...plain,
      id: known.ok ? known.value.id : 'draft',
      version: known.ok ? known.value.version + 1 : 1,
      destinationId,
      consumerId: target.ok ? target.value.participantId : '',
    };
  }
}
