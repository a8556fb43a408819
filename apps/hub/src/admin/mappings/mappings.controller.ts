import { Controller, Get, HttpCode, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fail, ok, type JsonObject } from '#kernel';
import { labelOf } from '#store';
import { RequireRole } from '../../http/caller.js';
import { languageOf } from '../../http/language.js';
import { ProblemException } from '../../http/problem.js';
import { asked } from '../administered-request.js';
import { AnswerHeaders, listed, pageOf, type PageQuery } from '../answers.js';
import { adminFaults } from '../faults.js';
import { MappingDesk } from './mapping-desk.js';
import { showMapping, showShipped } from './mapping-views.js';

/** What each adapter reads and writes by, which versions of it there were, and the way back to one of them. */
@Controller('v1/admin/mappings')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class MappingsController {
  constructor(private readonly desk: MappingDesk) {}

  @Get()
  async list(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { parts, admin } = this.desk;
    const drafts = await admin.view.mappings.drafts();
    const { adapters, unusable } = parts.normalisers.of(parts.setup());
    const language = languageOf(request.headers['accept-language']);
    return {
      items: this.desk.adapters.map((adapter) => {
        const inForce = adapters.find(({ id }) => id === adapter.id)?.mapping.version ?? '';
        const bad = unusable.find((one) => one.adapter === adapter.id);
        return showMapping(adapter, inForce, drafts.get(adapter.id) ?? 0, bad, language);
      }),
    };
  }

  @Get(':adapter')
  async get(@Param('adapter') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { parts, admin } = this.desk;
    const drafts = await admin.view.mappings.drafts();
    const bad = parts.normalisers.of(parts.setup()).unusable.find((one) => one.adapter === id);
    const language = languageOf(request.headers['accept-language']);
    return showMapping(adapter, await this.desk.inForce(adapter), drafts.get(id) ?? 0, bad, language);
  }

  /** Newest first; the shipped one comes last. */
  @Get(':adapter/versions')
  async history(@Param('adapter') id: string, @Query() query: PageQuery): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { mappings } = this.desk.admin.view;
    const page = listed('mappings', await mappings.history(id, pageOf('mappings', query)), (row) =>
      mappings.describe(row),
    );
    if (page.next !== undefined) return page;
    return { items: [...(Array.isArray(page.items) ? page.items : []), showShipped(adapter)] };
  }

  /**
   * What was reviewed once may be brought back by one person: an incident does not wait for a second. Going back to
   * the shipped one takes what is published out of force.
   */
  @Post(':adapter/rollback')
  @HttpCode(200)
  async rollback(@Param('adapter') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { wanted, actor } = asked(request, 'mapping-rollback', 'needed');
    const target = await this.desk.content(adapter, wanted.to);
    const { mappings } = this.desk.admin.view;
    const { row } = target;
    if (row && row.state !== 'published') {
      // What the build cannot use any more is not brought back.
      const faults = this.desk.faults(adapter, target);
      if (faults.length > 0) throw new ProblemException(faults);
    }
    return this.desk.admin.act(actor, async (setup) => {
      const inForce = await this.desk.inForce(adapter, setup);
      if (inForce === target.label)
        return fail(adminFaults.make('ADMIN_MAPPING_IN_FORCE', { values: { label: inForce } }));
      if (!row) {
        const retired = await setup.mappings.retire(id);
        return retired.ok ? ok(showShipped(adapter)) : retired;
      }
      if (row.state !== 'retired') {
        const values = { label: labelOf(row), state: row.state };
        return fail(adminFaults.make('ADMIN_MAPPING_NEVER_PUBLISHED', { values }));
      }
      const restored = await setup.mappings.restore(row);
      return restored.ok ? ok(mappings.describe(restored.value)) : restored;
    });
  }
}
