import type { Fault, FaultDetail } from '#kernel';
import { syntaxFaults } from './faults.js';

type SyntaxCode = keyof typeof syntaxFaults.definitions;

/** Warnings kept of one message; the rest is counted. */
export const maxDiagnostics = 200;

/** Collects the warnings of one message, so that a bad one cannot fill the memory. */
export class Diagnostics {
  private readonly list: Fault[] = [];
  private dropped = 0;

  add(code: SyntaxCode, detail: FaultDetail): void {
    if (this.list.length < maxDiagnostics) this.list.push(syntaxFaults.make(code, detail));
    else this.dropped++;
  }

  /** What others have kept, behind what is here. */
  addAll(others: Diagnostics): void {
    for (const fault of others.list) {
      if (this.list.length < maxDiagnostics) this.list.push(fault);
      else this.dropped++;
    }
    this.dropped += others.dropped;
  }

  /** All that was kept, and a line about the rest. */
  faults(): readonly Fault[] {
    if (this.dropped === 0) return this.list;
    return [...this.list, syntaxFaults.make('SYNTAX_MORE', { values: { count: this.dropped } })];
  }
}
