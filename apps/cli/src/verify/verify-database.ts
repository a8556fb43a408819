import type { PublicKeyLike } from '#evidence';
import { auditChain, auditLimits, type AuditReport } from '#exchange';
import type { JsonObject } from '#kernel';
import { openSql, publicNodeKeys, retention, type Retention } from '#store';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { readKeys } from '../keys/verify-receipt.js';
import { print, printError, printFaults } from '../terminal/print.js';

export interface DatabaseOptions {
  readonly keys?: readonly string[];
  readonly peers?: readonly string[];
  readonly json?: boolean;
}

/** Compares the whole chain with the tables, on the database itself. */
export async function verifyDatabase(url: string | undefined, options: DatabaseOptions): Promise<ExitCode> {
  if (url === undefined || url === '') {
    printFaults([cliFaults.make('CLI_DATABASE_MISSING')]);
    return exitCodes.refused;
  }
  const sql = openSql({ url, connections: 2, statementTimeout: 0, name: 'verify' });
  try {
    const keys: PublicKeyLike[] = [];
    for (const source of [...(options.keys ?? []), ...(options.peers ?? [])]) {
      const read = await readKeys(source);
      if (!read.ok) {
        printFaults([read.error]);
        return exitCodes.refused;
      }
      keys.push(...read.value);
    }
    // Whoever can change the tables can change the keys in them: those that were kept elsewhere say more.
    const pinned = (options.keys ?? []).length > 0;
    if (!pinned) keys.push(...(await publicNodeKeys(sql)).filter(isKey));
    show(
      await auditChain(sql, keys, Date.now(), { ...auditLimits, keep: keptBy(process.env) }),
      pinned,
      options.json === true,
    );
    return process.exitCode === exitCodes.refused ? exitCodes.refused : exitCodes.done;
  } finally {
    await sql.end();
  }
}

/** What the hub is set to forget is not missing. */
const keptBy = (env: NodeJS.ProcessEnv): Retention => ({
  ...retention,
  attemptDays: Number(env['ATTEMPT_DAYS'] ?? retention.attemptDays),
  readingDays: Number(env['READING_DAYS'] ?? retention.readingDays),
});

const isKey = (jwk: JsonObject): jwk is JsonObject & PublicKeyLike =>
  ['kty', 'crv', 'x'].every((name) => typeof jwk[name] === 'string');

function show(report: AuditReport, pinned: boolean, json: boolean): void {
  if (!report.sound) process.exitCode = exitCodes.refused;
  if (json) {
    print(JSON.stringify({ ...report, head: report.head?.height, pinned }));
    return;
  }
  for (const { table, rows, uncovered, gone } of report.tables)
    print(
      `${table.padEnd(18)} ${rows} 行 rows${uncovered > 0 ? `, ${uncovered} 未覆盖 not covered` : ''}${gone > 0 ? `, ${gone} 已按期清除 gone in their time` : ''}`,
    );
  for (const { table, id, fault } of report.findings)
    printError(`✗ ${fault.code} ${table} ${id}\n    ${fault.text.zh}\n    ${fault.text.en}`);
  if (report.more) printError('…另有更多 · there are more');
  print(
    report.sound
      ? `通过 verified: ${report.blocks} 个区块、${report.entries} 条记录与各表一致，${report.waiting} 条待封存 · ${report.blocks} blocks, ${report.entries} entries agree with the tables, ${report.waiting} wait`
      : '不一致 · it does not agree',
  );
  if (!pinned)
    print(
      '  – 公钥取自同一数据库；以 --keys 给出另行保存的公钥 · the keys are of the same database: give those kept elsewhere with --keys',
    );
}
