import type { Span } from '../tree.js';
import type { AisMessage } from './ais-message.js';
import { NmeaNode } from './nmea-node.js';

const whereabouts = ['latitude', 'longitude', 'speed', 'course', 'heading', 'accuracy'] as const;

/** What a vessel means to do: a change of any of these is a report. */
export const intentions = ['destination', 'eta', 'draught'] as const;

/** A report of a station. Its values are made of the message when the first of them is asked for. */
abstract class ReportNode extends NmeaNode {
  declare protected isMade: boolean;
  /** When it was received. */
  declare protected at: number | undefined;
  declare protected message: AisMessage;

  constructor(station: NmeaNode, message: AisMessage, { from, to }: Span, at: number | undefined) {
    super('report', station, '', from, to);
    this.isMade = false;
    this.at = at;
    this.message = message;
  }

  override get children(): readonly NmeaNode[] {
    this.make();
    return super.children;
  }

  override first(name: string): NmeaNode | undefined {
    this.make();
    return super.first(name);
  }

  override named(name: string): readonly NmeaNode[] {
    this.make();
    return super.named(name);
  }

  protected make(): void {
    if (this.isMade) return;
    this.isMade = true;
    this.say();
  }

  /** Sets all values. */
  protected abstract say(): void;

  protected tell(name: string, value: string | undefined): void {
    if (value !== undefined) this.set(name, value, this);
  }

  protected tellTime(): void {
    if (this.at !== undefined) this.tell('at', new Date(this.at).toISOString());
  }

  protected tellAll(names: readonly string[]): void {
    for (const name of names) this.tell(name, this.message.field(name));
  }
}

/** Another navigational status. */
export class StatusReport extends ReportNode {
  declare private readonly before: number | undefined;

  constructor(
    station: NmeaNode,
    message: AisMessage,
    span: Span,
    at: number | undefined,
    before: number | undefined,
  ) {
    super(station, message, span, at);
    this.before = before;
  }

  protected override say(): void {
    const status = String(this.message.status ?? '');
    this.tellTime();
    this.tell('change', `${this.before ?? ''}>${status}`);
    this.tell('status', status);
    this.tellAll(whereabouts);
  }
}

/** Where a vessel was last: values that the newest message does not know stay as they were. */
export class PositionReport extends ReportNode {
  move(message: AisMessage, { from, to }: Span, at: number | undefined): void {
    const isTimed = at !== undefined;
    const mayWait = !this.isMade && isTimed === (this.at !== undefined) && saysAsMuch(message, this.message);
    if (!mayWait) this.make();
    this.from = from;
    this.to = to;
    this.at = at;
    this.message = message;
    if (!mayWait) this.say();
  }

  protected override say(): void {
    this.tell('change', 'position');
    this.tellTime();
    this.tellAll(whereabouts);
  }
}

/** Another destination, time of arrival or draught. */
export class VoyageReport extends ReportNode {
  protected override say(): void {
    const { at, message } = this;
    this.tellTime();
    this.tell('change', 'voyage');
    this.tellAll(['destination', 'draught']);
    const eta = message.field('eta');
    const dated = eta === undefined || at === undefined ? undefined : withYear(eta, at);
    if (dated === undefined) this.tell('etaWithoutYear', eta);
    else this.tell('eta', dated);
  }
}

function saysAsMuch(message: AisMessage, as: AisMessage): boolean {
  for (const name of whereabouts) if (message.knows(name) !== as.knows(name)) return false;
  return true;
}

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
