import { createNormaliser, withMapping, type Adapter, type Normaliser } from '#adapters';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import type { CodeTables, MappingDefinition } from '#mapping';
import { mappingLabel, mappingVersion, numberOfLabel, type Setup, type SetupMapping, type Tx } from '#store';
import { exchangeFaults } from './faults.js';
import type { MappingUsed } from './mappings-used.js';

/** A published mapping that this build cannot use: what its adapter ships with is in force. */
export interface UnusableMapping extends MappingUsed {
  readonly faults: readonly Fault[];
}

/** What messages are read with under one set-up. */
export interface InForce {
  readonly normaliser: Normaliser;
  /** Those of the build, with the published mappings in place of their own. */
  readonly adapters: readonly Adapter[];
  readonly unusable: readonly UnusableMapping[];
}

/** Stored mappings that are compiled and kept at most, beside those in force. */
const mostKept = 64;

/**
 * Gives the normaliser of each set-up. A mapping is compiled once, when a set-up first has it; set-ups with the same
 * published mappings share one normaliser.
 */
export class Normalisers {
  private last: { key: string; inForce: InForce } | undefined;
  private readonly kept = new Map<string, Result<Adapter, readonly Fault[]>>();

  /** @param shipped the adapters of this build */
  constructor(readonly shipped: readonly Adapter[]) {}

  /** Never throws for what is stored: a mapping that does not compile stops no message. */
  of({ mappings }: Pick<Setup, 'mappings'>): InForce {
    const key = [...mappings.values()].map(({ id }) => id).join();
    if (this.last?.key === key) return this.last.inForce;
    const unusable: UnusableMapping[] = [];
    const adapters = this.shipped.map((adapter) => {
      const mapping = mappings.get(adapter.id);
      if (!mapping) return adapter;
      const other = this.adapterWith(adapter, mapping);
      if (other.ok) return other.value;
      unusable.push({ adapter: adapter.id, version: labelOfMapping(mapping), faults: other.error });
      return adapter;
    });
    for (const mapping of mappings.values()) {
      const { adapterId } = mapping;
      if (this.shipped.some(({ id }) => id === adapterId)) continue;
      unusable.push({ adapter: adapterId, version: labelOfMapping(mapping), faults: [noAdapter(adapterId)] });
    }
    const inForce = { normaliser: createNormaliser(adapters), adapters, unusable };
    this.last = { key, inForce };
    return inForce;
  }

  /**
   * What messages were read with then, whatever is in force now. An adapter that is not named reads as it ships.
   * A shipped mapping is that of this build, whatever it calls itself: older builds are not kept.
   */
  async asOf(tx: Tx, used: readonly MappingUsed[]): Promise<Result<Normaliser, readonly Fault[]>> {
    let adapters = this.shipped;
    for (const { adapter: id, version } of used) {
      const other = await this.version(tx, id, version);
      if (!other.ok) return other;
      adapters = adapters.map((one) => (one.id === id ? other.value : one));
    }
    return ok(createNormaliser(adapters));
  }

  /** The adapter as it reads with one of its versions: `1.0.0` shipped, `1.0.0+3` stored. */
  async version(tx: Tx, id: string, label: string): Promise<Result<Adapter, readonly Fault[]>> {
    const adapter = this.shipped.find((one) => one.id === id);
    if (!adapter) return fail([noAdapter(id)]);
    const number = numberOfLabel(label);
    if (number === undefined) return ok(adapter);
    const mapping = await mappingVersion(tx, id, number);
    if (!mapping) {
      const values = { adapter: id, version: label };
      return fail([exchangeFaults.make('EXCHANGE_MAPPING_MISSING', { values })]);
    }
    return this.adapterWith(adapter, mapping);
  }

  /** A draft changes under its id, so what is kept is known by what it says. */
  private adapterWith(adapter: Adapter, mapping: SetupMapping): Result<Adapter, readonly Fault[]> {
    const { id, definition, codes } = mapping;
    const key = `${id} ${JSON.stringify(definition)} ${JSON.stringify(codes)}`;
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const made = withMapping(adapter, asMapping(definition), asCodes(codes), labelOfMapping(mapping));
    this.kept.set(key, made);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    return made;
  }
}

export const labelOfMapping = ({ definition, number }: SetupMapping): string =>
  mappingLabel(typeof definition.version === 'string' ? definition.version : '', number);

const noAdapter = (adapter: string): Fault =>
  exchangeFaults.make('EXCHANGE_MAPPING_STRAY', { values: { adapter } });

/** Stored JSON is taken as it is: `withMapping` finds whatever is wrong with it. */
export const asMapping = (definition: JsonObject): MappingDefinition =>
  definition as unknown as MappingDefinition;
export const asCodes = (codes: JsonObject): CodeTables => codes as unknown as CodeTables;
