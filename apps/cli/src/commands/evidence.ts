import type { Command } from 'commander';
import { finish, withHub } from './options.js';

/** What is proven, and what proves it. */
export function evidence(root: Command): void {
  root
    .command('verify')
    .description(
      '离线验证回执、检查点、证明、（遮蔽的）单证或导出文件，并说明其证明什么 · verify offline what a node gave, and say what it proves; - is standard input',
    )
    .argument('[file]', '文件 · a receipt, a checkpoint, a proof, a document, an export')
    .option(
      '--keys <source...>',
      '节点公钥：文件或节点地址 · public keys of the node: a file, or its address',
    )
    .option('--peers <source...>', '会签节点的公钥 · the same of nodes whose co-signatures should count')
    .option('--content <file>', '所证明的原文 · the bytes that it is about')
    .option('--database', '核对 DATABASE_URL 中的证据链与各表 · compare chain and tables of DATABASE_URL')
    .option('--json', 'JSON')
    .action(async (file: string | undefined, { database, ...options }, command: Command) => {
      if ((file === undefined) !== (database === true))
        command.error('一个文件，或 --database · a file, or --database', { exitCode: 2 });
      if (database === true) {
        const { verifyDatabase } = await import('../verify/verify-database.js');
        finish(await verifyDatabase(process.env['DATABASE_URL'], options));
      } else if (file !== undefined) {
        const keys = options.keys ?? [process.env['TONGGUAN_URL'] ?? 'http://127.0.0.1:8080'];
        finish(await (await import('../verify/verify-file.js')).verifyFile(file, { ...options, keys }));
      }
    });
  withHub(root.command('export'))
    .description(
      '导出一段时间的证据，供离线验证 · export the evidence of a range of time, to be verified offline',
    )
    .requiredOption('--from <time>', '起始时间 ISO 8601（含）· from then on')
    .option('--to <time>', '截止时间（不含），缺省为此刻 · before then, now otherwise')
    .option('--sender <code>', '发送方（仅管理员）· of this sender alone, for administrators')
    .option('-o, --output <file>', '文件 · where to', 'evidence.jsonl')
    .action(async (options) => finish(await (await import('../verify/export.js')).exportEvidence(options)));
}
