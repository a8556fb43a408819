import type { AisMessage } from './ais-message.js';
import { NmeaNode } from './nmea-node.js';

/** What a ship says about itself: told once for each station, the newest of each. */
const particulars = ['imo', 'callSign', 'name', 'shipType', 'length', 'beam'] as const;

/** What was said last in one kind of message, and the place of the last message that said it. */
interface Said {
  readonly message: AisMessage;
  from: number;
  to: number;
  /** The values have not been given this place. */
  isMoved: boolean;
}

/** A station: its particulars, and the reports of it. */
export class StationNode extends NmeaNode {
  /** Of kinds that say nothing that another of them says. */
  declare private said: Said[] | undefined;

  constructor(parent: NmeaNode, from: number, to: number) {
    super('station', parent, '', from, to);
    this.said = undefined;
  }

  override get children(): readonly NmeaNode[] {
    this.settle();
    return super.children;
  }

  override first(name: string): NmeaNode | undefined {
    this.settle();
    return super.first(name);
  }

  override named(name: string): readonly NmeaNode[] {
    this.settle();
    return super.named(name);
  }

  /** Whether a message says again what the last of its kind has said; then its place is that of the values. */
  saysAgain(message: AisMessage, from: number, to: number): boolean {
    for (const said of this.said ?? []) {
      if (!message.repeats(said.message)) continue;
      said.from = from;
      said.to = to;
      said.isMoved = true;
      return true;
    }
    return false;
  }

  /** Takes the particulars of a message; newer ones replace those that are known. */
  say(message: AisMessage, from: number, to: number): void {
    this.settle();
    for (const name of particulars) {
      const value = message.field(name);
      if (value !== undefined) this.set(name, value, { from, to });
    }
    const others = (this.said ?? []).filter((said) => isOtherPart(said.message, message));
    this.said = [...others, { message, from, to, isMoved: false }];
  }

  private settle(): void {
    for (const said of this.said ?? []) {
      if (!said.isMoved) continue;
      said.isMoved = false;
      for (const name of particulars) if (said.message.knows(name)) this.place(name, said.from, said.to);
    }
  }
}

/** The two parts of message 24 say different things; all others say things that another says as well. */
const isOtherPart = (one: AisMessage, other: AisMessage): boolean =>
  one.kind !== other.kind && one.kind.type === 24 && other.kind.type === 24;
