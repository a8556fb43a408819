import { Inject, Injectable } from '@nestjs/common';
import { failingExamples, withMapping, type Adapter } from '#adapters';
import { asCodes, asMapping, exchangeFaults } from '#exchange';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { labelOf, mappingLabel, type MappingVersion, type SetupDesk } from '#store';
import { ProblemException } from '../../http/problem.js';
import { AdminDesk, found } from '../admin-desk.js';
import { shapeFaults } from './definition-schema.js';
import { MAPPING_PARTS, type MappingParts } from './mapping-parts.js';

/** A mapping with its code tables, and what it is called. */
export interface MappingContent {
  readonly label: string;
  readonly definition: JsonObject;
  readonly codes: JsonObject;
  /** Absent for the one that the adapter ships with. */
  readonly row?: MappingVersion;
}

/** Mappings by name, and whether they may be used. */
@Injectable()
export class MappingDesk {
  constructor(
    readonly admin: AdminDesk,
    @Inject(MAPPING_PARTS) readonly parts: MappingParts,
  ) {}

  get adapters(): readonly Adapter[] {
    return this.parts.normalisers.shipped;
  }

  /** @throws ProblemException where this build has no such adapter */
  adapter(id: string): Adapter {
    const adapter = this.adapters.find((one) => one.id === id);
    if (adapter) return adapter;
    const values = { adapter: id.slice(0, 64) };
    throw new ProblemException([exchangeFaults.make('EXCHANGE_MAPPING_STRAY', { values })]);
  }

  /**
   * @param reference `shipped`, `published` (the one in force), a number, a label (`1.0.0+3`) or an id
   * @throws ProblemException where there is no such version
   */
  async content(
    adapter: Adapter,
    reference: string,
    desk: SetupDesk = this.admin.view,
  ): Promise<MappingContent> {
    const shipped = shippedContent(adapter);
    if (reference === 'shipped' || reference === '0' || reference === shipped.label) return shipped;
    const row = await desk.mappings.of(adapter.id, reference);
    if (!row.ok && reference === 'published') return shipped;
    const { definition, codes } = found(row);
    return { label: labelOf(found(row)), definition, codes, row: found(row) };
  }

  async version(adapter: Adapter, reference: string): Promise<MappingVersion> {
    return found(await this.admin.view.mappings.of(adapter.id, reference));
  }

  /** The name of what is in force, as the desk sees it. */
  async inForce(adapter: Adapter, desk: SetupDesk = this.admin.view): Promise<string> {
    return (await this.content(adapter, 'published', desk)).label;
  }

  /** The adapter as it would read with this mapping, or everything that is in the way. */
  usable(adapter: Adapter, content: Omit<MappingContent, 'label'>): Result<Adapter, Fault[]> {
    const { definition, codes, row } = content;
    const shape = shapeFaults(definition, codes);
    if (shape.length > 0) return fail(shape);
    const label = mappingLabel(String(definition.version), row?.number ?? 0);
    const other = withMapping(adapter, asMapping(definition), asCodes(codes), label);
    return other.ok ? ok(other.value) : fail(other.error.map(inDefinition));
  }

  /** Everything that is in the way of publishing it: what does not compile, and examples that fail. */
  faults(adapter: Adapter, content: Omit<MappingContent, 'label'>): Fault[] {
    const usable = this.usable(adapter, content);
    return usable.ok ? failingExamples(usable.value).map(inDefinition) : usable.error;
  }
}

/** The mapping that the adapter came with. */
export const shippedContent = ({ mapping, codes }: Adapter): MappingContent => ({
  label: mapping.version,
  definition: plain(mapping),
  codes: plain(codes),
});

/** Data of the program as JSON. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

/** A place in the mapping is one in the member `definition` of the request. */
const inDefinition = (fault: Fault): Fault => ({
  ...fault,
  place: { ...fault.place, pointer: `/definition${fault.place?.pointer ?? ''}` },
});
