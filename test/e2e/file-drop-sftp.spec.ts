import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { freePort } from '../../libs/queue/src/testing/free-port.js';
import { Administration, type Party, type Target } from '../support/administration.js';
import { Drop, jsonOf } from '../support/drop.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';

const sshd = '/usr/sbin/sshd';
/** A server that shuts its users into folders must be started by root, and there must be one. */
const possible = existsSync(sshd) && process.getuid?.() === 0;
/** The account that the participant logs in with; any that may own nothing will do. */
const account = 'nobody';

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
let party: Party;
let folder: string;
let root: string;
let drop: Drop;
let server: ChildProcess | undefined;
let port: number;

beforeAll(async () => {
  if (!possible) return;
  // sshd wants every folder above one that it shuts somebody into to be writable for root alone: not so /tmp.
  folder = mkdtempSync('/srv/tongguan-sftp-');
  chmodSync(folder, 0o755);
  root = join(folder, 'drop');
  mkdirSync(root);
  database = await freshDatabase();
  hub = await startHub({ database, env: { FILE_DROP_DIR: root, FILE_DROP_SECONDS: '1' } });
  admin = new Administration(hub);
  party = await admin.party('dayao-terminal');
  drop = new Drop(root, party.code);
  mkdirSync(join(root, party.code));
  await eventually('its folders are there', () => drop.list('error').length === 0);
  // What docs/file-drop.md tells the operator to do: the folders belong to the group of the participant.
  const group = Number(execFileSync('id', ['-g', account]).toString());
  for (const name of ['in', 'out', 'ack', 'error'] as const) {
    chownSync(drop.path(name), 0, group);
    chmodSync(drop.path(name), 0o2770);
  }
  server = await startServer();
});
afterAll(async () => {
  if (!possible) return;
  server?.kill('SIGTERM');
  if (server && server.exitCode === null) await once(server, 'exit');
  await endHubs();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function startServer(): Promise<ChildProcess> {
  port = await freePort();
  mkdirSync('/run/sshd', { recursive: true });
  for (const name of ['host', 'client'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  const config = join(folder, 'sshd_config');
  writeFileSync(
    config,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(folder, 'host')}`,
      `AuthorizedKeysFile ${join(folder, 'client.pub')}`,
      `PidFile ${join(folder, 'sshd.pid')}`,
      'UsePAM no',
      'PasswordAuthentication no',
      'Subsystem sftp internal-sftp',
      `Match User ${account}`,
      `  ChrootDirectory ${join(root, party.code)}`,
      '  ForceCommand internal-sftp -u 0007',
      '  AllowTcpForwarding no',
      '  X11Forwarding no',
      '',
    ].join('\n'),
  );
  const child = spawn(sshd, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  await eventually('sshd listens', () => sftp('pwd').then(() => true));
  return child;
}

/** One session of the participant's client. @returns what it printed @throws when a command fails */
async function sftp(...commands: string[]): Promise<string> {
  const batch = join(folder, 'batch');
  writeFileSync(batch, `${commands.join('\n')}\n`);
  const told = [
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'LogLevel=ERROR',
    'IdentitiesOnly=yes',
  ];
  const options = told.flatMap((one) => ['-o', one]);
  const run = promisify(execFile);
  const { stdout } = await run('sftp', [
    ...['-q', '-b', batch, '-P', String(port), '-i', join(folder, 'client'), ...options],
    `${account}@127.0.0.1`,
  ]);
  return stdout;
}

const told = (): void => void process.stdout.write('no OpenSSH server, or not root: not tried over SFTP\n');

it('takes what a participant uploads, and gives it its answers', async () => {
  if (!possible) return told();
  const local = join(folder, 'DEC_1.xml');
  writeFileSync(local, declaration());
  await sftp(`put ${local} in/DEC_1.xml.part`, 'rename in/DEC_1.xml.part in/DEC_1.xml');
  expect(await drop.outcome('DEC_1.xml')).toMatchObject({ state: 'normalised', sender: party.code });
  await sftp(`get ack/DEC_1.xml.receipt.json ${folder}/receipt.json`, 'rm ack/DEC_1.xml.receipt.json');
  expect(jsonOf(readFileSync(join(folder, 'receipt.json')))).toMatchObject({ file: 'DEC_1.xml' });
  expect(drop.list('ack')).not.toContain('DEC_1.xml.receipt.json');
});

it('takes what a client uploads under its own name, once it is complete', async () => {
  if (!possible) return told();
  const local = join(folder, 'DEC_2.xml');
  writeFileSync(local, declaration());
  await sftp(`put ${local} in/DEC_2.xml`);
  expect(await drop.outcome('DEC_2.xml')).toMatchObject({ state: 'normalised' });
});

it('hands documents out to be fetched and removed, and shows nothing of anybody else', async () => {
  if (!possible) return told();
  const owner = await admin.party('customs', 'agency');
  const { id } = await admin.create('destinations', { participant: party.code, code: 'files', kind: 'file' });
  const target: Target = { id, code: 'files', secret: '' };
  await admin.route('to-terminal', 'Declaration', target, `sender.code == '${owner.code}'`);
  await admin.agreement(owner, party, 'Declaration');
  const document = (await owner.client.settle(declaration())).expect(200).string('/documents/0/id');
  const [name = ''] = await eventually(
    'it is there',
    () => drop.list('out').length === 1 && drop.list('out'),
  );
  expect(name).toContain(document);
  await sftp(`get out/${name} ${folder}/event.json`, `rm out/${name}`);
  expect(jsonOf(readFileSync(join(folder, 'event.json')))).toMatchObject({ id: document });
  expect(drop.list('out')).toEqual([]);
  expect((await sftp('ls -1 /')).match(/^\/?(\w+)$/gm)?.length).toBe(4);
});

it('lets a participant lead nowhere with links', async () => {
  if (!possible) return told();
  await sftp('symlink /etc/passwd in/passwd.xml');
  expect(await drop.problem('passwd.xml')).toMatchObject({ code: 'FILE_NOT_PLAIN' });
  await expect(sftp('symlink /etc out/elsewhere', 'rename in /in2')).rejects.toThrow();
});
