import type { Span } from '../tree.js';
import type { AisMessage } from './ais-message.js';
import { NmeaNode } from './nmea-node.js';

/** A message with the place of its sentences, and when it was received. */
export interface Received {
  readonly message: AisMessage;
  readonly span: Span;
  readonly at: number | undefined;
}

/** What a ship says about itself: told once for each station, the newest of each. */
const particulars = ['imo', 'callSign', 'name', 'shipType', 'length', 'beam'] as const;
const whereabouts = ['latitude', 'longitude', 'speed', 'course', 'heading', 'accuracy'] as const;
const intentions = ['destination', 'eta', 'draught'] as const;

const notVessels: ReadonlySet<number> = new Set([4, 21]);

interface Station {
  readonly node: NmeaNode;
  status: string | undefined;
  voyage: string | undefined;
  /** When it was heard last: what comes later and is older is late or a repetition, and no change. */
  heard: number;
  /** The report that only says where the vessel is: kept while nothing else is known of it. */
  position: NmeaNode | undefined;
}

/**
 * Brings the messages of a batch into what changes: of each vessel its particulars, a report for each navigational
 * status it had, one for each destination, time of arrival and draught it gave, and for a vessel that says neither one
 * with where it is at last. Repeated position reports are no events.
 */
export class Stations {
  readonly root: NmeaNode;
  /** Nodes made so far. */
  size = 0;
  private readonly byMmsi = new Map<string, Station>();

  constructor(length: number) {
    this.root = new NmeaNode('nmea', undefined, '', 0, length);
  }

  take({ message, span, at }: Received): void {
    if (notVessels.has(message.type) || !message.says) return;
    const station = this.station(message.mmsi, span);
    const { node } = station;
    if (at !== undefined && at < station.heard) return;
    station.heard = at ?? station.heard;
    this.values(node, particulars, message, span);
    if (message.type === 5) this.voyage(station, message, span, at);
    this.moved(station, message, span, at);
  }

  private moved(station: Station, message: AisMessage, span: Span, at: number | undefined): void {
    const status = message.field('status');
    if (status !== undefined) {
      if (status === station.status) return;
      const report = this.report(station.node, span, at);
      report.set('change', `${station.status ?? ''}>${status}`, span);
      report.set('status', status, span);
      this.values(report, whereabouts, message, span);
      station.status = status;
    } else if (station.status === undefined && message.field('latitude') !== undefined) {
      station.position ??= this.report(station.node, span, undefined);
      const { position } = station;
      Object.assign(position, span);
      position.set('change', 'position', span);
      if (at !== undefined) position.set('at', timeOf(at), span);
      this.values(position, whereabouts, message, span);
    }
  }

  private voyage(station: Station, message: AisMessage, span: Span, at: number | undefined): void {
    const said = intentions.map((name) => message.field(name) ?? '').join('|');
    if (said === '||' || said === station.voyage) return;
    station.voyage = said;
    const report = this.report(station.node, span, at);
    report.set('change', 'voyage', span);
    this.values(report, ['destination', 'draught'], message, span);
    const eta = message.field('eta');
    if (eta === undefined) return;
    const dated = at === undefined ? undefined : withYear(eta, at);
    if (dated === undefined) report.set('etaWithoutYear', eta, span);
    else report.set('eta', dated, span);
  }

  private values(node: NmeaNode, names: readonly string[], message: AisMessage, span: Span): void {
    for (const name of names) {
      const value = message.field(name);
      if (value !== undefined) node.set(name, value, span);
    }
  }

  private report(station: NmeaNode, { from, to }: Span, at: number | undefined): NmeaNode {
    const report = new NmeaNode('report', station, '', from, to);
    station.push(report);
    if (at !== undefined) report.set('at', timeOf(at), { from, to });
    this.size += 12;
    return report;
  }

  private station(mmsi: string, span: Span): Station {
    let station = this.byMmsi.get(mmsi);
    if (!station) {
      const node = new NmeaNode('station', this.root, '', span.from, span.to);
      node.set('mmsi', mmsi, span);
      this.root.push(node);
      station = { node, status: undefined, voyage: undefined, heard: -Infinity, position: undefined };
      this.byMmsi.set(mmsi, station);
      this.size += 8;
    }
    return station;
  }
}

const timeOf = (at: number): string => new Date(at).toISOString();

/** In the year in which it is nearest to when it was told; undefined where that year has no such day. */
function withYear(eta: string, at: number): string | undefined {
  const [date = '', time] = eta.split('T');
  const year = new Date(at).getUTCFullYear();
  const day = (one: number): number => Date.parse(`${one}-${date}T00:00:00Z`);
  const [nearest = year] = [year, year - 1, year + 1]
    .filter((one) => new Date(day(one)).toISOString().slice(5, 10) === date)
    .sort((a, b) => Math.abs(day(a) - at) - Math.abs(day(b) - at));
  if (new Date(day(nearest)).toISOString().slice(5, 10) !== date) return undefined;
  return time === undefined ? `${nearest}-${date}` : `${nearest}-${date}T${time}:00Z`;
}
