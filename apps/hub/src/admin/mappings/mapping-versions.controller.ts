import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { adapterFaults, type Adapter } from '#adapters';
import { asCodes, asMapping } from '#exchange';
import type { JsonObject } from '#kernel';
import { countChanges, diffMappings } from '#mapping';
import { labelOf, type MappingVersion } from '#store';
import { RequireRole } from '../../http/caller.js';
import { languageOf } from '../../http/language.js';
import { asked, refuse, versionWanted } from '../administered-request.js';
import { AnswerHeaders } from '../answers.js';
import { adminFaults } from '../faults.js';
import { shapeFaults } from './definition-schema.js';
import { MappingDesk, shippedContent, type MappingContent } from './mapping-desk.js';
import { showContent, showShipped } from './mapping-views.js';

/** The versions of one mapping: drafts are written here, compared and published. */
@Controller('v1/admin/mappings/:adapter/versions')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class MappingVersionsController {
  constructor(private readonly desk: MappingDesk) {}

  /** A draft may be faulty: what is wrong with it is in the answer. */
  @Post()
  async create(@Param('adapter') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { wanted, actor } = asked(request, 'mapping-draft');
    if (adapter.direct)
      refuse([adapterFaults.make('ADAPTER_SHARED_NO_MAPPING', { values: { adapter: id } })]);
    const from = await this.desk.content(adapter, wanted.from);
    const { definition = from.definition, codes = from.codes, note } = wanted;
    refuse(shapeFaults(definition, codes));
    const row = await this.desk.admin.act(actor, async (setup) => {
      const basedOn = await this.desk.inForce(adapter, setup);
      const mapping = { adapterId: id, definition, codes, basedOn, ...(note === undefined ? {} : { note }) };
      return setup.mappings.create(mapping);
    });
    return this.shown(adapter, contentOf(row), request);
  }

  @Get(':version')
  async get(
    @Param('adapter') id: string,
    @Param('version') version: string,
    @Req() request: FastifyRequest,
  ): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    return this.shown(adapter, await this.desk.content(adapter, version), request);
  }

  @Patch(':version')
  async change(
    @Param('adapter') id: string,
    @Param('version') version: string,
    @Req() request: FastifyRequest,
  ): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { wanted, actor } = asked(request, 'mapping-change');
    const expected = versionWanted(request, true);
    const now = await this.desk.version(adapter, version);
    refuse(shapeFaults(wanted.definition ?? now.definition, wanted.codes ?? now.codes));
    const row = await this.desk.admin.act(actor, (setup) => setup.mappings.change(now.id, expected, wanted));
    return this.shown(adapter, contentOf(row), request);
  }

  @Delete(':version')
  @HttpCode(200)
  async discard(
    @Param('adapter') id: string,
    @Param('version') version: string,
    @Req() request: FastifyRequest,
  ): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { actor } = asked(request, 'act', 'needed');
    const { id: row } = await this.desk.version(adapter, version);
    const expected = versionWanted(request, false);
    return this.described(await this.desk.admin.act(actor, (setup) => setup.mappings.discard(row, expected)));
  }

  /**
   * By another person than those who wrote it, and of the version that this person saw: `If-Match` is needed. Refused
   * where it does not compile, an example fails, or something else came into force since it was begun.
   */
  @Post(':version/publish')
  @HttpCode(200)
  async publish(
    @Param('adapter') id: string,
    @Param('version') version: string,
    @Req() request: FastifyRequest,
  ): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { actor } = asked(request, 'act', 'needed');
    const expected = versionWanted(request, true);
    const draft = await this.desk.version(adapter, version);
    if (draft.state === 'draft') refuse(this.desk.faults(adapter, contentOf(draft)));
    const { publishAlone } = this.desk.parts;
    const row = await this.desk.admin.act(actor, (setup) => {
      // What was checked is what is published, whoever writes at it meanwhile.
      const seen = expected ?? draft.version;
      return setup.mappings.publish(draft.id, seen, publishAlone, ({ basedOn }, inForce) => {
        const now = inForce ? labelOf(inForce) : adapter.mapping.version;
        if (basedOn === now) return undefined;
        return adminFaults.make('ADMIN_MAPPING_BASE_MOVED', { values: { based: basedOn, now } });
      });
    });
    return this.described(row);
  }

  /** What is different, in sentences: from `against`, or from what is in force. */
  @Get(':version/diff')
  async diff(
    @Param('adapter') id: string,
    @Param('version') version: string,
    @Query('against') against?: string,
  ): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const after = await this.desk.content(adapter, version);
    const before = await this.desk.content(adapter, against ?? 'published');
    const changes = diffMappings(sourceOf(before), sourceOf(after));
    return {
      before: before.label,
      after: after.label,
      counts: { ...countChanges(changes) },
      changes: changes.map(({ text, members, ...change }) => ({
        ...change,
        ...(members ? { members: members.map((member) => ({ ...member })) } : {}),
        text: { ...text },
      })),
    };
  }

  private shown(adapter: Adapter, content: MappingContent, request: FastifyRequest): JsonObject {
    const language = languageOf(request.headers['accept-language']);
    const described = content.row ? this.described(content.row) : showShipped(adapter);
    const faults = content.row ? this.desk.faults(adapter, content) : [];
    return showContent(described, content.row ? content : shippedContent(adapter), faults, language);
  }

  private readonly described = (row: MappingVersion): JsonObject =>
    this.desk.admin.view.mappings.describe(row);
}

const contentOf = (row: MappingVersion): MappingContent => ({
  label: labelOf(row),
  definition: row.definition,
  codes: row.codes,
  row,
});

const sourceOf = ({ definition, codes }: MappingContent) => ({
  definition: asMapping(definition),
  codes: asCodes(codes),
});
