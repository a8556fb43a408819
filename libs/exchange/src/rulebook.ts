import type { Fault } from '#kernel';
import { compileRoutes, type RouteTable, type Sender } from '#routing';
import type { Setup, SetupRoute, SetupSnapshot } from '#store';
import { exchangeFaults } from './faults.js';
import type { InForce, Normalisers, UnusableMapping } from './normalisers.js';

/** The rights, rules and mappings of one version of the setup, compiled. */
export interface Rules {
  readonly setup: Setup;
  readonly table: RouteTable;
  /** What messages are read with. */
  readonly mappings: InForce;
  codeOf(participantId: string): string;
  /** A sender as conditions see it. */
  senderOf(participantId: string): Sender;
  /** What a subscription, as it is in this version, wants of what it gets; `undefined`: the whole as JSON. */
  wishOf(routeId: string): Wish | undefined;
}

export type Wish = Pick<SetupRoute, 'wanted' | 'format'>;

/** Rules are compiled once for each version of the setup, not for each message. */
export class Rulebook {
  private compiled: { version: string; rules: Rules } | undefined;

  constructor(
    private readonly snapshot: SetupSnapshot,
    private readonly normalisers: Normalisers,
    /** Told of routes, agreements and mappings that do not compile: they are left out. */
    private readonly leftOut: (faults: readonly Fault[]) => void,
  ) {}

  /** The rules that this process knows of now: for showing, not for deciding. */
  current(): Promise<Rules> {
    return this.at(this.snapshot.current().version);
  }

  /** Whether nothing of the setup is known to have changed since these rules. */
  isCurrent(rules: Rules): boolean {
    return rules.setup.version === this.snapshot.current().version;
  }

  /** The setup as the database has it at this moment or later. */
  newest(): Promise<Setup> {
    return this.snapshot.refresh();
  }

  /** The rules of this version of the setup or a later one: a right withdrawn before it never counts. */
  async at(version: string): Promise<Rules> {
    const known = this.compiled;
    if (known && (known.version === version || BigInt(known.version) > BigInt(version))) return known.rules;
    const setup = await this.snapshot.atLeast(version);
    const { table, faults } = compileRoutes(setup.routes, setup.agreements);
    const wishes = new Map<string, Wish>();
    for (const { id, wanted, format } of setup.routes)
      if (wanted !== undefined || format !== undefined)
        wishes.set(id, { ...(wanted ? { wanted } : {}), ...(format === undefined ? {} : { format }) });
    const mappings = this.normalisers.of(setup);
    const left = [...faults, ...mappings.unusable.flatMap(unusable)];
    if (left.length > 0) this.leftOut(left);
    const rules: Rules = {
      setup,
      table,
      mappings,
      codeOf: (id) => setup.participants.get(id)?.code ?? id,
      senderOf: (id) => {
        const { code = id, kind, system } = setup.participants.get(id) ?? {};
        return { id, code, ...(kind ? { kind } : {}), ...(system ? { system } : {}) };
      },
      wishOf: (id) => wishes.get(id),
    };
    this.compiled = { version: setup.version, rules };
    return rules;
  }
}

/** What is wrong with it, under a fault that says what that means. */
const unusable = ({ adapter, version, faults }: UnusableMapping): Fault[] => [
  exchangeFaults.make('EXCHANGE_MAPPING_UNUSABLE', {
    values: { adapter, version, reason: faults[0]?.text.en ?? '' },
  }),
  ...faults,
];
