import type { Normalised } from '#adapters';
import type { Json, JsonObject } from '#kernel';
import type { Rules } from '../rulebook.js';

/** Routes that are told apart at most. */
const mostRoutes = 200;

interface RouteReach {
  readonly consumer: string;
  documents: number;
  gained: number;
  lost: number;
}

/**
 * Who gets the documents of messages that a candidate reads otherwise: by the routes and rights of now, before and
 * after. Nothing is delivered.
 */
export class Reach {
  private documents = 0;
  private deliveries = 0;
  private readonly routes = new Map<string, RouteReach>();

  constructor(
    private readonly rules: Rules,
    /** Unix time in milliseconds. */
    private readonly now: number,
  ) {}

  add(senderId: string, before: Normalised, after: Normalised): void {
    const [was, is] = [this.deliveriesOf(senderId, before), this.deliveriesOf(senderId, after)];
    this.documents += after.documents.length;
    for (const [route, consumer] of new Map([...was.routes, ...is.routes])) {
      const reach = this.reachOf(route, consumer);
      if (!reach) continue;
      const [old, now] = [was.counts.get(route) ?? 0, is.counts.get(route) ?? 0];
      reach.documents += now;
      reach.gained += Math.max(0, now - old);
      reach.lost += Math.max(0, old - now);
      this.deliveries += now;
    }
  }

  read(): JsonObject {
    const routes: Json = [...this.routes].map(([route, reach]) => ({ route, ...reach }));
    const consumers = new Set([...this.routes.values()].map(({ consumer }) => consumer));
    return { documents: this.documents, deliveries: this.deliveries, subscribers: consumers.size, routes };
  }

  private reachOf(route: string, consumer: string): RouteReach | undefined {
    const known = this.routes.get(route);
    if (known || this.routes.size >= mostRoutes) return known;
    const reach = { consumer, documents: 0, gained: 0, lost: 0 };
    this.routes.set(route, reach);
    return reach;
  }

  private deliveriesOf(senderId: string, { documents }: Normalised) {
    const sender = { id: senderId, code: this.rules.codeOf(senderId) };
    const routes = new Map<string, string>();
    const counts = new Map<string, number>();
    for (const { type, body, keys } of documents) {
      const owed = new Set<string>();
      for (const decision of this.rules.table.decide({ type, body, keys, sender, now: this.now })) {
        const { outcome, destinationId, routeCode, consumerId } = decision;
        // Two routes to one destination are one delivery, of the first.
        if (outcome !== 'deliver' || owed.has(destinationId)) continue;
        owed.add(destinationId);
        routes.set(routeCode, this.rules.codeOf(consumerId));
        counts.set(routeCode, (counts.get(routeCode) ?? 0) + 1);
      }
    }
    return { routes, counts };
  }
}
