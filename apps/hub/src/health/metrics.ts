import type { DeliverNews } from '#exchange';
import {
  evidenceBacklog,
  laneBacklogs,
  peerForks,
  type NormalisationOutcome,
  type OutboundDocument,
  type Sql,
} from '#store';
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Measured } from '../workers/thread-messages.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600];

/** What the hub counts. Labels are bounded: document types, lane kinds and outcomes; lanes only while they have work. */
export class Metrics {
  readonly registry = new Registry();

  private readonly received = new Counter({
    name: 'tongguan_interchanges_received_total',
    help: 'Interchanges at the door, by outcome: stored, repeated, conflict, refused',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  private readonly accept = new Histogram({
    name: 'tongguan_accept_seconds',
    help: 'From the request to the commit that the acknowledgement stands for',
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly normalised = new Counter({
    name: 'tongguan_interchanges_normalised_total',
    help: 'Interchanges that left the normalise lane, by state: normalised, duplicate, held, rejected',
    labelNames: ['state'],
    registers: [this.registry],
  });
  private readonly documents = new Counter({
    name: 'tongguan_documents_total',
    help: 'Documents made, by type',
    labelNames: ['type'],
    registers: [this.registry],
  });
  private readonly deliveries = new Counter({
    name: 'tongguan_deliveries_total',
    help: 'Deliveries by what an attempt came to: delivered, retry, dead-letter, cancelled',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  private readonly endToEnd = new Histogram({
    name: 'tongguan_end_to_end_seconds',
    help: 'From the receipt of an interchange to the delivery of its document',
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly promises = new Counter({
    name: 'tongguan_promises_broken_total',
    help: 'Messages for which something was not done by the time promised, by step: normalised, delivered, answered',
    labelNames: ['step'],
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
  private readonly unsealed = new Gauge({
    name: 'tongguan_evidence_waiting',
    help: 'Statements whose entries no block of evidence has yet; counting stops at 100000',
    registers: [this.registry],
  });

  private readonly forks = new Gauge({
    name: 'tongguan_peer_forks',
    help: 'Nodes that show another history than was seen of them, until that is accepted',
    registers: [this.registry],
  });

  constructor(private readonly sql: Sql) {}

  /** Of the process as a whole: counted once, by the thread that is scraped. */
  countProcess(): void {
    collectDefaultMetrics({ register: this.registry, prefix: 'tongguan_' });
  }

  countReceived(outcome: string, ms: number): void {
    this.received.inc({ outcome });
    if (outcome !== 'refused') this.accept.observe(ms / 1000);
  }

  countNormalised(outcomes: readonly NormalisationOutcome[], documents: readonly OutboundDocument[]): void {
    for (const { state } of outcomes) this.normalised.inc({ state });
    for (const { envelope } of documents) this.documents.inc({ type: envelope.type });
  }

  /** @param now Unix milliseconds */
  countDelivered({ outcome, count, receivedAt }: DeliverNews, now: number): void {
    this.deliveries.inc({ outcome }, count);
    for (const at of receivedAt) this.endToEnd.observe((now - at) / 1000);
  }

  countBroken(step: string, count: number): void {
    this.promises.inc({ step }, count);
  }

  /** What was counted here, for the thread that is scraped. */
  async measured(): Promise<Measured> {
    return this.registry.getMetricsAsJSON();
  }

  /** The text that a scrape gets: the backlog is looked up then, once for all lanes. */
  async scrape(elsewhere: Measured): Promise<string> {
    const backlogs = await laneBacklogs(this.sql);
    this.depth.reset();
    this.age.reset();
    for (const { kind, id, waiting, age } of backlogs) {
      this.depth.set({ kind, lane: id }, waiting);
      this.age.set({ kind, lane: id }, age);
    }
    this.unsealed.set(await evidenceBacklog(this.sql));
    this.forks.set((await peerForks(this.sql)).length);
    if (elsewhere.length === 0) return this.registry.metrics();
    return AggregatorRegistry.aggregate([await this.measured(), elsewhere]).metrics();
  }
}
