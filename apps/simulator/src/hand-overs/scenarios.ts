import type { CloudEvent } from '#client';
import type { Json, JsonObject } from '#kernel';
import { coarri, consignment, consignmentsPerCall } from '../traffic/index.js';
import { HandOverBroken, type Party } from './party.js';
import { shipCall } from './ship-call.js';
import { transferSlip } from './transfer-slip.js';
import { transit } from './transit.js';

/** Something that was seen to have happened, between nodes. */
export interface HandOverStep {
  readonly zh: string;
  readonly en: string;
  /** From the sending to the last party that was to have it. */
  readonly ms: number;
}

export interface HandOverScene {
  /** A party by its code, at its own node. */
  readonly party: (code: string) => Party;
  readonly seed: number;
  /** Unix milliseconds at which it happens. */
  readonly start: number;
  /** Of consignments and calls, so that a scene can be played again. */
  readonly number: number;
}

/** One hand-over of the notice, played through the nodes; it throws where a promise is not kept. */
export interface HandOver {
  readonly zh: string;
  readonly en: string;
  play(scene: HandOverScene): AsyncGenerator<HandOverStep, void, undefined>;
}

const bodyOf = ({ data }: CloudEvent): JsonObject => (isObject(data) ? data : {});
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (value: Json | undefined, text: string): boolean =>
  JSON.stringify(value ?? null).includes(text);
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new HandOverBroken(what);
};

/** Those who are to have an event, each with what it may see of it. */
async function all(
  what: string,
  parties: readonly Party[],
  wanted: (event: CloudEvent) => boolean,
): Promise<CloudEvent[]> {
  return Promise.all(parties.map((party) => party.received(what, wanted)));
}

async function timed(zh: string, en: string, act: () => Promise<void>): Promise<HandOverStep> {
  const began = performance.now();
  await act();
  return { zh, en, ms: performance.now() - began };
}

export const crossDistrict: HandOver = {
  zh: '跨关区快速通关：沈阳申报，大连放行出闸，运抵沈阳',
  en: 'fast clearance across districts: declared in Shenyang, released and let out in Dalian, arrived in Shenyang',
  async *play({ party, seed, start, number }) {
    const goods = transit(number, { seed, start });
    const ofTransfer = (stage: string) => (event: CloudEvent) =>
      event.type === 'cn.tongguan.TransitDeclaration' &&
      bodyOf(event)['declarationNumber'] === goods.transferNumber &&
      bodyOf(event)['stage'] === stage;
    const [broker, inland] = [party('shenyang-broker'), party('shenyang-customs')];
    const [port, terminal] = [party('dalian-customs'), party('dayao-terminal')];
    yield timed(
      '沈阳报关行申报，大连海关与码头收到',
      'declared in Shenyang, with customs and terminal in Dalian',
      async () => {
        await broker.send(goods.declared());
        const [, , atTerminal] = await all(
          'the declaration',
          [inland, port, terminal],
          ofTransfer('declared'),
        );
        const shown = atTerminal ? bodyOf(atTerminal) : {};
        must(
          within(shown['containers'], goods.consignment.boxes[0]?.number ?? '-'),
          'the terminal sees the boxes',
        );
        must(!('applicant' in shown), 'the terminal must not see who declares');
      },
    );
    yield timed(
      '大连海关放行，沈阳与码头收到',
      'released by Dalian, known in Shenyang and at the gate',
      async () => {
        await port.send(goods.released());
        await all(
          'the release',
          [terminal, inland, broker],
          (event) =>
            event.type === 'cn.tongguan.DeclarationStatus' &&
            bodyOf(event)['entryNumber'] === goods.entryNumber,
        );
      },
    );
    yield timed('提箱出闸，沈阳海关逐箱知悉', 'out of the gate, box by box known in Shenyang', async () => {
      for (const message of goods.gateOut()) await terminal.send(message);
      for (const { number: box } of goods.consignment.boxes) {
        const out = await inland.received(
          `the gate-out of ${box}`,
          (event) => event.type === 'cn.tongguan.GateMove' && within(bodyOf(event)['container'], box),
        );
        must(!('message' in bodyOf(out)), 'Shenyang sees the move and not the envelope of the terminal');
      }
    });
    yield timed('大连海关施封启运，沈阳收到', 'sealed and sent on by Dalian', async () => {
      await port.send(goods.departed());
      await inland.received('the departure', ofTransfer('departed'));
    });
    yield timed(
      '运抵沈阳，封志完好，回告大连',
      'arrived in Shenyang with seals intact, told back to Dalian',
      async () => {
        await inland.send(goods.arrived());
        await port.received('the arrival', ofTransfer('arrived'));
      },
    );
  },
};

export const transferSlips: HandOver = {
  zh: '电子转单：产地局转口岸局，并更正',
  en: 'electronic transfer: from the office of origin to the office of the port, and an amendment',
  async *play({ party, seed, start, number }) {
    const slip = transferSlip(number, { seed, start });
    const [origin, port] = [party('shenyang-ciq'), party('dalian-ciq')];
    const version = (which: string) => (event: CloudEvent) =>
      event.type === 'cn.tongguan.TransferSlip' &&
      bodyOf(event)['transferNumber'] === slip.transferNumber &&
      bodyOf(event)['version'] === which;
    yield timed(
      '产地局发出转单，口岸局收到',
      'sent by the office of origin, with the office of the port',
      async () => {
        await origin.send(slip.original());
        await port.received('the slip', version('1'));
      },
    );
    yield timed(
      '货值更正（一成以内），口岸局收到并知其替代何单',
      'amended within a tenth of the value, and says what it replaces',
      async () => {
        await origin.send(slip.amendment());
        const amended = await port.received('the amendment', version('2'));
        must(
          within(bodyOf(amended)['supersedes'], slip.transferNumber),
          'the amendment names what it replaces',
        );
        const order = (await port.mailbox()).filter((event) => version('1')(event) || version('2')(event));
        must(
          order.length === 2 && version('1')(order[0] ?? amended),
          'the slip comes before its amendment, each once',
        );
      },
    );
  },
};

export const nextPort: HandOver = {
  zh: '船舶离大连赴营口，下一港各部门经省节点同时获知',
  en: 'a ship leaves Dalian for Yingkou: all agencies of the next port know, through the province',
  async *play({ party, seed, start, number }) {
    const ship = shipCall(number, { seed, start });
    const agencies = ['yingkou-customs', 'yingkou-ciq', 'yingkou-border', 'yingkou-msa'].map(party);
    yield timed(
      '大连海事报离港，营口四部门收到',
      'reported by Dalian, with four agencies in Yingkou',
      async () => {
        await party('dalian-msa').send(ship.departed());
        const events = await all(
          'the departure',
          agencies,
          (event) =>
            event.type === 'cn.tongguan.VesselCallEvent' && within(bodyOf(event)['vessel'], ship.call.voyage),
        );
        must(new Set(events.map(({ id }) => id)).size === 1, 'all of them have one and the same document');
      },
    );
  },
};

export const cargoOwner: HandOver = {
  zh: '大连卸船，营口货主只见本公司提单下的箱',
  en: 'discharged in Dalian: a cargo owner in Yingkou sees the boxes under its own bill, and no others',
  async *play({ party, seed, number }) {
    const call = Math.floor(number / consignmentsPerCall);
    const { bill, boxes } = consignment(call * consignmentsPerCall, seed, 'import');
    const owner = party('liaohekou-refractories');
    yield timed(
      '码头发卸船报告，货主收到自己的箱',
      'the terminal reports, the owner has its boxes',
      async () => {
        const documents = await party('dayao-terminal').send(coarri(call, { seed, containers: 20 }));
        for (const { number: box } of boxes)
          await owner.received(
            `the discharge of ${box}`,
            (event) => event.type === 'cn.tongguan.ContainerMove' && within(bodyOf(event)['container'], box),
          );
        const others = (await owner.mailbox()).filter(({ data }) => !within(data, bill));
        must(
          documents.length > boxes.length && others.length === 0,
          'boxes of others must stay with the terminal',
        );
      },
    );
  },
};

/** Its bill is what the cargo owner of a scene may ask for. */
export const billOfScene = ({ seed, number }: Pick<HandOverScene, 'seed' | 'number'>): string =>
  consignment(Math.floor(number / consignmentsPerCall) * consignmentsPerCall, seed, 'import').bill;

export const handOvers: readonly HandOver[] = [crossDistrict, transferSlips, nextPort, cargoOwner];
