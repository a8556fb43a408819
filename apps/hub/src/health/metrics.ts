import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { laneBacklogs, type Sql } from '#store';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600];

/** What the hub counts. Labels are bounded: document types, lane kinds and outcomes; lanes only while they have work. */
export class Metrics {
  readonly registry = new Registry();

  readonly received = new Counter({
    name: 'tongguan_interchanges_received_total',
    help: 'Interchanges at the door, by outcome: stored, repeated, conflict, refused',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly accept = new Histogram({
    name: 'tongguan_accept_seconds',
    help: 'From the request to the commit that the acknowledgement stands for',
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly normalised = new Counter({
    name: 'tongguan_interchanges_normalised_total',
    help: 'Interchanges that left the normalise lane, by state: normalised, duplicate, held, rejected',
    labelNames: ['state'],
    registers: [this.registry],
  });
  readonly documents = new Counter({
    name: 'tongguan_documents_total',
    help: 'Documents made, by type',
    labelNames: ['type'],
    registers: [this.registry],
  });
  readonly deliveries = new Counter({
    name: 'tongguan_deliveries_total',
    help: 'Deliveries by what an attempt came to: delivered, retry, dead-letter, cancelled',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly endToEnd = new Histogram({
    name: 'tongguan_end_to_end_seconds',
    help: 'From the receipt of an interchange to the delivery of its document',
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly depth = new Gauge({
    name: 'tongguan_lane_depth',
    help: 'Work waiting in a lane; counting stops at 100000',
    labelNames: ['kind', 'lane'],
    registers: [this.registry],
  });
  private readonly age = new Gauge({
    name: 'tongguan_lane_age_seconds',
    help: 'Age of the oldest work waiting in a lane',
    labelNames: ['kind', 'lane'],
    registers: [this.registry],
  });

  constructor(private readonly sql: Sql) {
    collectDefaultMetrics({ register: this.registry, prefix: 'tongguan_' });
  }

  /** The text that a scrape gets: the backlog is looked up then, once for all lanes. */
  async scrape(): Promise<string> {
    const backlogs = await laneBacklogs(this.sql);
    this.depth.reset();
    this.age.reset();
    for (const { kind, id, waiting, age } of backlogs) {
      this.depth.set({ kind, lane: id }, waiting);
      this.age.set({ kind, lane: id }, age);
    }
    return this.registry.metrics();
  }
}
