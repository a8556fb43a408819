import type { Command } from 'commander';
import { finish, whole, withHub } from './options.js';

/** The life of a mapping; the version is a number, a label such as 1.0.0+3, `shipped` or `published`. */
export function mappings(root: Command): void {
  const group = root.command('mapping').description('映射 · mappings: draft, try, publish, roll back');
  const command = (name: string, text: string): Command =>
    withHub(group.command(name)).description(text).option('--json', 'JSON');
  command('list', '各适配器现行的映射 · what every adapter reads by').action(async (options) =>
    finish(await (await import('../mapping/mapping.js')).listMappings(options)),
  );
  command('history', '映射的历史 · every version of a mapping')
    .argument('<adapter>')
    .action(async (adapter: string, options) =>
      finish(await (await import('../mapping/mapping.js')).mappingHistory(adapter, options)),
    );
  command('get', '映射与代码表（JSON）· a mapping with its code tables, to be edited')
    .argument('<adapter>')
    .argument('[version]', '缺省为现行 · the one in force unless said', 'published')
    .action(async (adapter: string, version: string, options) =>
      finish(await (await import('../mapping/mapping.js')).getMapping(adapter, version, options)),
    );
  command('draft', '新建或修改草稿 · begin a draft, or change one with --draft')
    .argument('<adapter>')
    .option('--file <file>', '内容，如 get 所输出 · what it says, as get prints it')
    .option('--from <version>', '起点，缺省为现行 · what it begins with')
    .option('--draft <version>', '要修改的草稿 · the draft to change')
    .option('--note <text>', '说明 · what it is about')
    .action(async (adapter: string, { file, from, draft, note, ...options }) =>
      finish(
        await (
          await import('../mapping/mapping.js')
        ).draftMapping(adapter, { file, from, draft, note }, options),
      ),
    );
  command('diff', '差异 · what is different from what is in force')
    .argument('<adapter>')
    .argument('<version>')
    .option('--against <version>', '与哪个版本比较 · from which version instead')
    .action(async (adapter: string, version: string, { against, ...options }) =>
      finish(await (await import('../mapping/mapping.js')).diffMapping(adapter, version, against, options)),
    );
  command('dry-run', '试运行 · try a version over the last stored messages; 1 if any would newly fail')
    .argument('<adapter>')
    .argument('<version>')
    .option('--last <count>', '最近多少份，缺省 1000 · how many', whole(1, 1_000_000))
    .option('--from <time>', '起始时间 · received from then on')
    .option('--to <time>', '截止时间 · received before then')
    .option('--sender <code>', '仅此发送方 · of this sender alone')
    .action(async (adapter: string, version: string, { last, from, to, sender, ...options }) =>
      finish(
        await (
          await import('../mapping/dry-run.js')
        ).dryRunMapping(adapter, version, { last, from, to, sender }, options),
      ),
    );
  command('publish', '发布草稿（须另一人）· publish a draft that another person wrote')
    .argument('<adapter>')
    .argument('<version>')
    .requiredOption('--reason <text>', '原因 · why')
    .action(async (adapter: string, version: string, { reason, ...options }) =>
      finish(await (await import('../mapping/mapping.js')).publishMapping(adapter, version, reason, options)),
    );
  command('rollback', '回退 · bring back a version that was published, or shipped')
    .argument('<adapter>')
    .argument('<version>')
    .requiredOption('--reason <text>', '原因 · why')
    .action(async (adapter: string, version: string, { reason, ...options }) =>
      finish(
        await (await import('../mapping/mapping.js')).rollBackMapping(adapter, version, reason, options),
      ),
    );
}
