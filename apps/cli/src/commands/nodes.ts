import type { Command } from 'commander';
import { finish, whole, withHub } from './options.js';

/** This node among others. */
export function nodes(root: Command): void {
  const group = root
    .command('node')
    .description('节点互联 · the nodes: invite, join, revoke, keys, what is shared');
  const command = (name: string, text: string): Command =>
    withHub(group.command(name)).description(text).option('--json', 'JSON');
  command('list', '目录中的节点 · the nodes of the directory').action(async (options) =>
    finish(await (await import('../node/node.js')).listNodes(options)),
  );
  command('status', '本节点与目录的状态 · how this node stands to its federation').action(async (options) =>
    finish(await (await import('../node/node.js')).status(options)),
  );
  command('invite', '邀请节点（在省级节点）· invite a node, at the province')
    .argument('<node>', '节点代码 · code of the node')
    .requiredOption('-o, --output <file>', '邀请文件，内含令牌 · the file to write; it holds a token')
    .option('--hours <hours>', '有效小时数，缺省 72 · how long it is good', whole(1, 720))
    .option('--endpoint <url>', '本节点对外地址，缺省为 --url · where others reach this node')
    .action(async (node: string, { output, hours, endpoint, ...options }) =>
      finish(await (await import('../node/node.js')).invite(node, { output, hours, endpoint }, options)),
    );
  command('join', '凭邀请文件加入 · join by an invitation file')
    .argument('<file>')
    .option('--endpoint <url>', '本节点对外地址，缺省为 --url · where others reach this node')
    .action(async (file: string, { endpoint, ...options }) =>
      finish(await (await import('../node/node.js')).join(file, endpoint, options)),
    );
  command('revoke', '撤销节点（在省级节点）· revoke a node, at the province')
    .argument('<node>')
    .requiredOption('--reason <text>', '原因 · why')
    .action(async (node: string, { reason, ...options }) =>
      finish(await (await import('../node/node.js')).revoke(node, reason, options)),
    );
  command('publish', '立即发布目录（在省级节点）· publish the directory now, at the province').action(
    async (options) => finish(await (await import('../node/node.js')).publish(options)),
  );
  command('roll-key', '更换本节点的签名密钥 · a new signing key for this node')
    .requiredOption('--reason <text>', '原因 · why')
    .option(
      '--leaked',
      '省级节点密钥泄露：旧密钥即刻失效，各节点须重新加入 · the key of a province leaked: all join anew',
    )
    .action(async ({ reason, leaked, ...options }) =>
      finish(await (await import('../node/node.js')).rollKey({ reason, leaked }, options)),
    );
  command(
    'compare',
    '与另一节点核对一日的单证，缺失者重新提供 · compare a day with a node; what it lacks is offered again',
  )
    .argument('<node>')
    .argument('[day]', 'yyyy-MM-dd，缺省为当日 · today otherwise')
    .action(async (node: string, day: string | undefined, options) =>
      finish(await (await import('../node/compare.js')).compare(node, day, options)),
    );
  command('checkpoints', '所持另一节点的检查点，供出示 · the checkpoints held of a node, to be presented')
    .argument('<node>')
    .action(async (node: string, options) =>
      finish(await (await import('../node/node.js')).checkpoints(node, options)),
    );
  command(
    'accept-fork',
    '接受从备份恢复的节点的新历史 · accept the history of a node that was restored from a backup',
  )
    .argument('<node>')
    .requiredOption('--reason <text>', '原因 · why')
    .action(async (node: string, { reason, ...options }) =>
      finish(await (await import('../node/node.js')).acceptFork(node, reason, options)),
    );
  command('shared', '省级节点共享的映射与代码表 · what the province shares').action(async (options) =>
    finish(await (await import('../node/shared.js')).listShared(options)),
  );
  command('share', '共享映射或代码表（在省级节点）· share a mapping or a code list, at the province')
    .option('--mapping <adapter>', '适配器 · of this adapter')
    .option('--code-list <file>', '代码表文件 · a file of a code list')
    .option('--version <version>', '版本 · which version, or what to call that of the list')
    .option('--note <text>', '说明 · what it is about')
    .action(async ({ mapping, codeList, version, note, ...options }) =>
      finish(await (await import('../node/shared.js')).share({ mapping, codeList, version, note }, options)),
    );
  command('adopt', '采用共享内容：映射成为草稿 · take over something shared; a mapping becomes a draft')
    .argument('<sha256>', '哈希或其开头 · its hash, or how that begins')
    .option('-o, --output <file>', '代码表存入文件 · where a code list goes')
    .action(async (hash: string, { output, ...options }) =>
      finish(await (await import('../node/shared.js')).adopt(hash, output, options)),
    );
}
