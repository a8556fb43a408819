import type { AuditReport } from '#exchange';
import type { Language } from '../http/language.js';
import { problemEntry } from '../http/problem.js';

/** What the interface shows of a comparison of the chain with the tables. */
export function showAudit(report: AuditReport, language: Language) {
  const { head } = report;
  return {
    sound: report.sound,
    blocks: report.blocks,
    entries: report.entries,
    waiting: report.waiting,
    ...(head ? { head: { height: head.height, hash: head.hash.toString('hex'), at: head.at } } : {}),
    tables: report.tables,
    findings: report.findings.map(({ table, id, fault }) => ({
      table,
      id,
      ...problemEntry(fault, language),
    })),
    more: report.more,
  };
}
