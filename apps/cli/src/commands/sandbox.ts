import type { Command } from 'commander';
import { finish, whole, withHub } from './options.js';

/** A counter-agency to try a system against. */
export function sandbox(root: Command): void {
  const group = root
    .command('sandbox')
    .description('沙箱：按报文中的标记作答的对方机构 · a counter-agency that answers as messages ask');
  withHub(group.command('run', { isDefault: true }))
    .description('运行沙箱 · answer what comes into its mailbox; the key is that of the sandbox')
    .argument('[feed]', '信箱编号或代码 · id or code of the mailbox', 'inbox')
    .option('--after <cursor>', '起点：start、end 或游标 · where to begin', 'end')
    .option(
      '--orders <words>',
      '未带标记的报文如何处理 · for messages without a mark, such as REJECT=E123;DELAY=5s',
    )
    .option(
      '--control <port>',
      '控制端口，0 为任意 · where that can be changed; 0 for any port',
      whole(0, 65_535),
    )
    .option('--cursor-file <file>', '保存进度，下次由此继续 · keeps where it is, and goes on from there')
    .action(async (feed: string, options) =>
      finish(await (await import('../sandbox/sandbox.js')).runSandbox(feed, options)),
    );
  group
    .command('setup')
    .description('输出所需设置文件 · print the set-up file that it needs, for `tongguan apply`')
    .requiredOption('--for <participant...>', '联调的参与方 · who tries its system')
    .option('--destination <code>', '其接收回执的投递目标 · its destination for the answers', 'inbox')
    .option('--code <code>', '沙箱的参与方代码 · code of the sandbox', 'sandbox')
    .action(async (options) =>
      finish(
        (await import('../sandbox/sandbox.js')).printSandboxSetup(
          options.for,
          options.destination,
          options.code,
        ),
      ),
    );
}
