import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { declarationXml } from '../../../simulator/src/traffic/index.js';
import { mailboxOf, startCity, type City } from './city.js';
import { scene, tellHandOvers } from './province/hand-overs.js';
import { joinProvince } from './province/province.js';
import { startNodes } from './province/start-nodes.js';
import { BrokenPromise, tellStory } from './story.js';

export interface DemoOptions {
  /** End after the first pass. */
  readonly once: boolean;
  /** Of the hub; 0 for any. */
  readonly port: number;
  /** Emptied at the start. */
  readonly folder: string;
}

const TRAFFIC_MS = 2000;
const print = (line: string): void => console.log(line);

/** Three nodes on this machine: what cities hand each other, and the main job within one, told step by step. @returns the exit code: 0 when every promise held */
export async function demo(options: DemoOptions): Promise<number> {
  const folder = resolve(options.folder);
  await rm(folder, { recursive: true, force: true });
  print('通关 tongguan：一省两市三个节点 · a province and two cities, three nodes');
  print('  启动内置 PostgreSQL 与三个枢纽 · starting an embedded PostgreSQL and three hubs …');
  const began = Date.now();
  const since = (): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const { nodes, stop } = await startNodes(folder, options.port);
  for (const [code, { url }] of Object.entries(nodes)) print(`  ${code.padEnd(9)} ${url}`);
  print(`  就绪 ready ${since()}`);
  let city: City | undefined;
  try {
    print('\n甲 · 城市之间 — A. from city to city');
    const province = await joinProvince({ nodes, folder: join(folder, 'set-up'), scene });
    print(
      `  ${String(province.steps)} 项设置，两市凭邀请文件加入 · set-up steps, two cities joined by invitation  ${since()}`,
    );
    await tellHandOvers(province, print);
    print(`\n乙 · 一座城市之内 — B. within a city`);
    city = await startCity({ hub: nodes.dalian, folder: join(folder, 'set-up'), print });
    await tellStory(city, print);
    print(`\n全部步骤成立 · every step held.  ${since()}`);
    if (!options.once) await keepRunning(city);
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    print(`\n未成立 · did not hold: ${error.message}`);
    return 1;
  } finally {
    await city?.stop();
    await stop();
  }
}

async function keepRunning(city: City): Promise<void> {
  const inbox = await mailboxOf(city.broker);
  invite(city, inbox);
  let number = 1;
  const timer = setInterval(() => {
    void city.broker.send(declarationXml(number++, { seed: 20260201 }));
  }, TRAFFIC_MS);
  await new Promise<void>((done) => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  clearInterval(timer);
  print('\n停止 · stopping …');
}

function invite(city: City, inbox: string): void {
  const { url, adminKey } = city.hub;
  print(`
枢纽继续运行，报关行每 ${TRAFFIC_MS / 1000} 秒发一票；Ctrl+C 结束。
The hub runs on and the broker sends a declaration every ${TRAFFIC_MS / 1000} seconds; Ctrl+C ends it. Try:

  BROKER=${city.keys.broker}
  TERMINAL=${city.keys.terminal}
  ADMIN=${adminKey}

  # 发送自己的报文，等待结果 · send a message of your own and wait for the outcome
  curl -H "Authorization: Bearer $BROKER" -H 'Prefer: wait=10' --data-binary @message.xml ${url}/v1/interchanges
  # 最近的报文与单证 · the latest interchanges and documents
  curl -H "Authorization: Bearer $BROKER" '${url}/v1/interchanges?limit=3'
  curl -H "Authorization: Bearer $ADMIN" '${url}/v1/documents?type=ContainerMove&limit=2'
  # 信箱，长轮询 · the mailbox, long poll
  curl -H "Authorization: Bearer $BROKER" '${url}/v1/feeds/${inbox}?after=start&wait=20'
  # 沙箱：备注中写 SANDBOX:REJECT=E123;DELAY=5s;TWICE 等，沙箱即照此作答 · the sandbox answers as the remarks ask
  #   <NoteS>SANDBOX:REJECT=E123</NoteS>                                       docs/sandbox.md
  # 谁做了什么设置 · who set up what
  curl -H "Authorization: Bearer $ADMIN" '${url}/v1/admin/audit?limit=5'
  # 文档、指标 · documentation, metrics
  ${url}/docs    ${url}/metrics
`);
}
