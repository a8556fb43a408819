import { Command, Option } from 'commander';
import { evidence } from './commands/evidence.js';
import { development } from './commands/development.js';
import { feeds } from './commands/feeds.js';
import { mappings } from './commands/mappings.js';
import { nodes } from './commands/nodes.js';
import { sandbox } from './commands/sandbox.js';
import { finish, limit, share, whole, withHub } from './commands/options.js';

/**
 * The command line. What a command needs is loaded when it runs, so that a quick one starts quickly: nothing here
 * imports more than commander.
 */
export function program(): Command {
  const root = new Command('tongguan')
    .description('通关：电子口岸互联数据交换枢纽 · electronic-port interconnection hub')
    .showHelpAfterError('(--help 查看用法 · see --help)')
    .exitOverride()
    .addHelpText('after', afterwards);
  local(root);
  trials(root);
  remote(root);
  feeds(root);
  evidence(root);
  sandbox(root);
  keys(root);
  mappings(root);
  again(root);
  nodes(root);
  node(root);
  development(root);
  return root;
}

const afterwards = `
环境变量 environment: TONGGUAN_URL, TONGGUAN_KEY (send, tail, listen, sandbox, apply, keys); docs/configuration.md (start, migrate)
退出码 exit codes: 0 完成 done; 1 被拒绝、有错误或不可达 refused, faulty or unreachable; 2 用法错误 wrong usage
`;

/** What needs no hub. */
function local(root: Command): void {
  root
    .command('convert')
    .description('在本机转换报文，不发送 · convert messages here, sending nothing; - is standard input')
    .argument('<file...>')
    .option('--adapter <id>', '指定适配器 · the adapter to read with')
    .option('--lineage', '附字段溯源 · with the source of every field')
    .option('--json', '每文件一行 JSON · one line of JSON a file')
    .option('--to <id>', '写成另一适配器的报文 · write it as a message of another adapter')
    .addOption(limit())
    .action(async (files: string[], options) =>
      finish(
        options.to === undefined
          ? await (await import('./convert/convert.js')).convert(files, options)
          : await (await import('./convert/convert-to.js')).convertTo(files, options),
      ),
    );
  root
    .command('validate')
    .description('检查报文，按行列列出问题 · check messages, findings by line and column')
    .argument('<file...>')
    .option('--adapter <id>', '指定适配器 · the adapter to read with')
    .option('--json', '每文件一行 JSON · one line of JSON a file')
    .addOption(limit())
    .action(async (files: string[], options) =>
      finish(await (await import('./convert/validate.js')).validate(files, options)),
    );
}

/** What a partner's own files are tried with. */
function trials(root: Command): void {
  root
    .command('conformance')
    .description('检验伙伴的报文是否符合适配器 · see how the files of a partner fit an adapter')
    .argument('<adapter>')
    .argument('<file...>')
    .option('--json', '每文件一行 JSON · one line of JSON a file')
    .addOption(limit())
    .action(async (adapter: string, files: string[], options) =>
      finish(await (await import('./conformance/conformance.js')).conformance(adapter, files, options)),
    );
  root
    .command('infer')
    .description('由样本文件推断映射草稿 · propose a mapping from sample files, sending nothing')
    .argument('<sample...>')
    .option('-o, --output <file>', '草稿存入文件 · where the draft goes; standard output otherwise')
    .option('--type <type>', '单证类型 · the document type, where it is known')
    .option('--adapter <id>', '新适配器编号 · id of the adapter to be', 'partner/draft')
    .option('--threshold <number>', '低于此置信度只作备注 · below this confidence only a note', share)
    .option('--alone', '不参考已有适配器 · without what the shipped adapters know')
    .option('--json', '全部结果 · everything as JSON')
    .action(async (samples: string[], options) =>
      finish(await (await import('./infer/infer-files.js')).inferFiles(samples, options)),
    );
}

/** What talks to a hub. */
function remote(root: Command): void {
  withHub(root.command('send'))
    .description('向枢纽提交报文 · send messages to a hub; - is standard input')
    .argument('<file...>')
    .option('--adapter <id>', '指定适配器 · the adapter to read with')
    .option(
      '--idempotency-key <key>',
      '幂等键，仅限单个文件 · for one file only; the content stands for itself otherwise',
    )
    .option('--wait <seconds>', '等待处理结果（至 30 秒）· wait for the outcome, 30 at most', whole(0, 30))
    .option('--json', '每文件一行 JSON · one line of JSON a file')
    .addOption(limit())
    .action(async (files: string[], options, command: Command) => {
      if (files.length > 1 && options.idempotencyKey !== undefined)
        command.error('--idempotency-key: 一个键只用于一个文件 · one key is for one file', { exitCode: 2 });
      finish(await (await import('./send/send.js')).send(files, options));
    });
  withHub(root.command('apply'))
    .description('按文件设置节点 · make a node as a set-up file says')
    .argument('<file>')
    .option('--secrets <file>', '新密钥存入文件 · where to keep new keys and secrets; printed otherwise')
    .option('--dry-run', '只说明将做什么 · say what would be done')
    .action(async (file: string, options) =>
      finish(await (await import('./apply-file.js')).applyFile(file, options)),
    );
}

function keys(root: Command): void {
  const group = root.command('keys').description('访问密钥与回执 · access keys and receipts');
  withHub(group.command('create'))
    .description('签发密钥（只显示一次）· issue a key, shown once')
    .requiredOption('--participant <code>', '参与方 · whose')
    .requiredOption('--label <text>', '用途 · what for')
    .addOption(
      new Option('--role <role>', '角色 · role')
        .choices(['participant', 'administrator'])
        .default('participant'),
    )
    .option('--expires-at <time>', '到期时间 ISO 8601 · when it ends')
    .option('--reason <text>', '原因 · why')
    .option('--json', 'JSON')
    .action(async ({ url, key, json, ...wanted }) =>
      finish(await (await import('./keys/keys.js')).createKey(wanted, { url, key, json })),
    );
  withHub(group.command('list'))
    .description('列出密钥 · list keys')
    .option('--participant <code>', '参与方 · whose')
    .option('--json', 'JSON')
    .action(async (options) =>
      finish(await (await import('./keys/keys.js')).listKeys(options.participant, options)),
    );
  withHub(group.command('rotate'))
    .description('轮换密钥 · a new key for an old one')
    .argument('<id>')
    .option(
      '--overlap <seconds>',
      '旧密钥保留秒数，缺省一天 · how long the old one stays good',
      whole(0, 2_592_000),
    )
    .option('--json', 'JSON')
    .action(async (id: string, options) =>
      finish(await (await import('./keys/keys.js')).rotateKey(id, options.overlap, options)),
    );
  withHub(group.command('revoke'))
    .description('撤销密钥 · end a key')
    .argument('<id>')
    .requiredOption('--reason <text>', '原因 · why')
    .option('--json', 'JSON')
    .action(async (id: string, options) =>
      finish(await (await import('./keys/keys.js')).revokeKey(id, options.reason, options)),
    );
  group
    .command('verify-receipt')
    .description('离线验证签名回执 · check a receipt, offline with a file of keys')
    .argument('<jws>')
    .addOption(
      new Option('--keys <source>', '公钥文件或节点地址 · file of a JWK set, or the node')
        .env('TONGGUAN_URL')
        .default('http://127.0.0.1:8080'),
    )
    .action(async (jws: string, options) =>
      finish(await (await import('./keys/verify-receipt.js')).verifyReceipt(jws, options.keys)),
    );
}

/** After a mapping or a right was mended. */
function again(root: Command): void {
  withHub(root.command('renormalise'))
    .description('重新标准化被暂挂或拒收的报文 · have held or rejected messages read again')
    .requiredOption('--reason <text>', '原因 · why')
    .option('--id <id...>', '指定报文 · these')
    .option('--adapter <id>', '仅此适配器 · of this adapter alone')
    .option('--fault <code>', '仅有此故障者 · with this fault alone')
    .option('--sender <code>', '仅此发送方 · of this sender alone')
    .addOption(new Option('--state <state>', '状态 · state').choices(['held', 'rejected']))
    .option('--limit <count>', '最多多少份，缺省 1000 · how many at most', whole(1, 10_000))
    .option('--dry-run', '只列出 · say which they are')
    .option('--json', 'JSON')
    .action(async (options) =>
      finish(await (await import('./mapping/renormalise.js')).renormalise(options, options)),
    );
}

/** What is a hub, or works on its database and its sources. */
function node(root: Command): void {
  root
    .command('start')
    .description('启动枢纽 · start the hub in this process')
    .addOption(new Option('--role <role>', '角色 · role').choices(['all', 'gateway', 'worker']))
    .action(async () => {
      // The hub reads --role and the environment itself.
      await import('../../hub/src/main.js');
    });
  root
    .command('migrate')
    .description('升级数据库表 · bring the tables to this version')
    .action(async () => finish(await (await import('./migrate.js')).migrate(process.env)));
  root
    .command('demo')
    .description('在本机演示全过程 · the whole way of a message on this machine')
    .option('--once', '演示一遍后结束 · end after one pass')
    .option('--port <port>', '端口，0 为任意 · port, 0 for any', whole(0, 65_535), 8080)
    .option('--data-dir <folder>', '数据目录，启动时清空 · folder, emptied at the start', './data/demo')
    .action(async ({ once = false, port, dataDir }) => {
      const { demo } = await import('./demo/demo.js');
      process.exitCode = await demo({ once, port, folder: dataDir });
    });
}
