import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from './exit-codes.js';

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
  keys(root);
  mappings(root);
  again(root);
  node(root);
  return root;
}

const afterwards = `
环境变量 environment: TONGGUAN_URL, TONGGUAN_KEY (send, tail, listen, apply, keys); docs/configuration.md (start, migrate)
退出码 exit codes: 0 完成 done; 1 被拒绝、有错误或不可达 refused, faulty or unreachable; 2 用法错误 wrong usage
`;

const finish = (code: ExitCode): void => {
  process.exitCode = code;
};

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

/** What reads a mailbox. */
function feeds(root: Command): void {
  const command = (name: string, text: string, after: string): Command =>
    withHub(root.command(name))
      .description(text)
      .argument('<feed>', '信箱编号或代码 · id or code of the mailbox')
      .option('--after <cursor>', '起点：start、end 或游标 · where to begin', after);
  command('tail', '逐行显示信箱中的事件 · print the events of a mailbox as they come', 'start')
    .option('--count <number>', '显示多少个后结束 · end after so many', whole(1, 1_000_000_000))
    .option('--json', '每事件一行 JSON，附游标 · one line of JSON an event, with its cursor')
    .action(async (feed: string, options) =>
      finish(await (await import('./feed/tail.js')).tail(feed, options)),
    );
  command(
    'listen',
    '将信箱事件转发到本机地址，签名同 webhook · give the events of a mailbox to a local receiver',
    'end',
  )
    .requiredOption('--forward-to <url>', '接收地址 · the receiver', address)
    .option('--secret <whsec>', '签名密钥，缺省生成 · what to sign with; made otherwise')
    .option('--cursor-file <file>', '保存进度，下次由此继续 · keeps where it is, and goes on from there')
    .option('--skip-failed', '跳过未被接收的事件 · go on after an event that is not taken')
    .action(async (feed: string, options) =>
      finish(await (await import('./feed/listen.js')).listen(feed, options)),
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

/** The life of a mapping; the version is a number, a label such as 1.0.0+3, `shipped` or `published`. */
function mappings(root: Command): void {
  const group = root.command('mapping').description('映射 · mappings: draft, try, publish, roll back');
  const command = (name: string, text: string): Command =>
    withHub(group.command(name)).description(text).option('--json', 'JSON');
  command('list', '各适配器现行的映射 · what every adapter reads by').action(async (options) =>
    finish(await (await import('./mapping/mapping.js')).listMappings(options)),
  );
  command('history', '映射的历史 · every version of a mapping')
    .argument('<adapter>')
    .action(async (adapter: string, options) =>
      finish(await (await import('./mapping/mapping.js')).mappingHistory(adapter, options)),
    );
  command('get', '映射与代码表（JSON）· a mapping with its code tables, to be edited')
    .argument('<adapter>')
    .argument('[version]', '缺省为现行 · the one in force unless said', 'published')
    .action(async (adapter: string, version: string, options) =>
      finish(await (await import('./mapping/mapping.js')).getMapping(adapter, version, options)),
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
          await import('./mapping/mapping.js')
        ).draftMapping(adapter, { file, from, draft, note }, options),
      ),
    );
  command('diff', '差异 · what is different from what is in force')
    .argument('<adapter>')
    .argument('<version>')
    .option('--against <version>', '与哪个版本比较 · from which version instead')
    .action(async (adapter: string, version: string, { against, ...options }) =>
      finish(await (await import('./mapping/mapping.js')).diffMapping(adapter, version, against, options)),
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
          await import('./mapping/dry-run.js')
        ).dryRunMapping(adapter, version, { last, from, to, sender }, options),
      ),
    );
  command('publish', '发布草稿（须另一人）· publish a draft that another person wrote')
    .argument('<adapter>')
    .argument('<version>')
    .requiredOption('--reason <text>', '原因 · why')
    .action(async (adapter: string, version: string, { reason, ...options }) =>
      finish(await (await import('./mapping/mapping.js')).publishMapping(adapter, version, reason, options)),
    );
  command('rollback', '回退 · bring back a version that was published, or shipped')
    .argument('<adapter>')
    .argument('<version>')
    .requiredOption('--reason <text>', '原因 · why')
    .action(async (adapter: string, version: string, { reason, ...options }) =>
      finish(await (await import('./mapping/mapping.js')).rollBackMapping(adapter, version, reason, options)),
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
  root
    .command('generate')
    .description('更新由源码生成的文件（开发）· write the files that are made from others (development)')
    .action(async () => finish(await (await import('./generate/generate.js')).generate()));
}

const withHub = (command: Command): Command =>
  command
    .addOption(
      new Option('--url <url>', '枢纽地址 · the hub').env('TONGGUAN_URL').default('http://127.0.0.1:8080'),
    )
    .addOption(new Option('--key <key>', '访问密钥 · access key').env('TONGGUAN_KEY'));

const limit = (): Option =>
  new Option('--limit <bytes>', '单个文件字节上限，缺省 10 MiB · bytes of one file at most').argParser(
    whole(1, 2 ** 31 - 1),
  );

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`${least}–${most}`);
  };

const address = (text: string): string => {
  if (/^https?:/i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('http://… 或 or https://…');
};

const share = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('0–1');
};
