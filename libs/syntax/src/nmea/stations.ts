import type { AisMessage, Kind } from './ais-message.js';
import { NmeaNode } from './nmea-node.js';
import { intentions, PositionReport, StatusReport, VoyageReport } from './report-node.js';
import { StationNode } from './station-node.js';

/** Base stations (ITU-R M.1371, message 4) and aids to navigation (21). */
const isVessel = ({ type }: Kind): boolean => type !== 4 && type !== 21;

/**
 * Brings the messages of a batch into what changes: of each vessel its particulars, a report for each navigational
 * status it had, one for each destination, time of arrival and draught it gave, and for a vessel that says neither one
 * with where it is at last. Repeated position reports are no events.
 */
export class Stations {
  readonly root: NmeaNode;
  /** Nodes made so far, or to be made when they are asked for. */
  size = 0;
  private readonly byMmsi = new Map<number, Station>();

  constructor(length: number) {
    this.root = new NmeaNode('nmea', undefined, '', 0, length);
  }

  /**
   * @param from where its sentences begin, and end
   * @param at when it was received
   */
  take(message: AisMessage, from: number, to: number, at: number | undefined): void {
    if (!isVessel(message.kind) || !message.says) return;
    const { mmsi } = message;
    let station = this.byMmsi.get(mmsi);
    if (!station) {
      station = new Station(this.root, mmsi, from, to);
      this.byMmsi.set(mmsi, station);
      this.size += 8;
    }
    if (station.take(message, from, to, at)) this.size += 12;
  }
}

/** What is known of a station, to tell what changes. */
class Station {
  private readonly node: StationNode;
  private status: number | undefined = undefined;
  /** The message that told the voyage. */
  private voyage: AisMessage | undefined = undefined;
  /** When it was heard last: what comes later and is older is late or a repetition, and no change. */
  private heard = -Infinity;
  /** The report that only says where the vessel is: kept while nothing else is known of it. */
  private position: PositionReport | undefined = undefined;

  constructor(root: NmeaNode, mmsi: number, from: number, to: number) {
    this.node = new StationNode(root, from, to);
    this.node.set('mmsi', String(mmsi).padStart(9, '0'), { from, to });
    root.push(this.node);
  }

  /** Whether a report was made of the message. */
  take(message: AisMessage, from: number, to: number, at: number | undefined): boolean {
    if (at !== undefined) {
      if (at < this.heard) return false;
      this.heard = at;
    }
    const { kind } = message;
    if (kind.shipTo > 0 && this.node.saysAgain(message, from, to)) return this.moved(message, from, to, at);
    if (kind.shipTo > 0) this.node.say(message, from, to);
    const sailed = kind.type === 5 && this.sailed(message, from, to, at);
    return this.moved(message, from, to, at) || sailed;
  }

  private moved(message: AisMessage, from: number, to: number, at: number | undefined): boolean {
    const { status } = message;
    if (status !== undefined) {
      if (status === this.status) return false;
      this.node.push(new StatusReport(this.node, message, { from, to }, at, this.status));
      this.status = status;
      return true;
    }
    if (this.status !== undefined || !message.knows('latitude')) return false;
    if (this.position) {
      this.position.move(message, { from, to }, at);
      return false;
    }
    this.position = new PositionReport(this.node, message, { from, to }, at);
    this.node.push(this.position);
    return true;
  }

  private sailed(message: AisMessage, from: number, to: number, at: number | undefined): boolean {
    if (!intentions.some((name) => message.knows(name))) return false;
    const { voyage } = this;
    if (voyage && intentions.every((name) => message.field(name) === voyage.field(name))) return false;
    this.voyage = message;
    this.node.push(new VoyageReport(this.node, message, { from, to }, at));
    return true;
  }
}
