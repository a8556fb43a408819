import type { Command } from 'commander';
import { address, finish, whole, withHub } from './options.js';

/** What reads a mailbox. */
export function feeds(root: Command): void {
  const command = (name: string, text: string, after: string): Command =>
    withHub(root.command(name))
      .description(text)
      .argument('<feed>', '信箱编号或代码 · id or code of the mailbox')
      .option('--after <cursor>', '起点：start、end 或游标 · where to begin', after);
  command('tail', '逐行显示信箱中的事件 · print the events of a mailbox as they come', 'start')
    .option('--count <number>', '显示多少个后结束 · end after so many', whole(1, 1_000_000_000))
    .option('--json', '每事件一行 JSON，附游标 · one line of JSON an event, with its cursor')
    .action(async (feed: string, options) =>
      finish(await (await import('../feed/tail.js')).tail(feed, options)),
    );
  command(
    'listen',
    '将信箱事件转发到本机地址，签名同 webhook · give the events of a mailbox to a local receiver',
    'end',
  )
    .requiredOption('--forward-to <url>', '接收地址 · the receiver', address)
    .option('--secret <secret>', '签名密钥 whsec_ 或私钥 whsk_，缺省生成 · what to sign with; made otherwise')
    .option('--ed25519', '缺省生成私钥，以公钥验签 · make a private key, checked with its public half')
    .option('--cursor-file <file>', '保存进度，下次由此继续 · keeps where it is, and goes on from there')
    .option('--skip-failed', '跳过未被接收的事件 · go on after an event that is not taken')
    .action(async (feed: string, options) =>
      finish(await (await import('../feed/listen.js')).listen(feed, options)),
    );
}
