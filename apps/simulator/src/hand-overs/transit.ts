import type { JsonObject } from '#kernel';
import { consignment, serial, type Consignment } from '../traffic/consignment.js';
import { provincialTime, written } from './written.js';

const minute = 60_000;
const shenyang = { code: '0808', name: '沈阳海关示例办事处' };
const dayaowan = { code: '0908', name: '大窑湾海关' };
const broker = { code: '2101980023', name: '沈阳速达报关服务有限公司' };

/** 跨关区快速通关: one import consignment from the quay of Dalian to Shenyang, and every message on its way. */
export interface Transit {
  readonly consignment: Consignment;
  /** Number of the transfer, the same in all of its messages. */
  readonly transferNumber: string;
  readonly entryNumber: string;
  /** The broker in Shenyang declares inland. */
  declared(): Buffer;
  /** The customs of Dalian releases what stands on the quay. */
  released(): Buffer;
  /** The terminal lets the boxes out, a message each. */
  gateOut(): Buffer[];
  /** The customs of Dalian has sealed the boxes and lets them go on. */
  departed(): Buffer;
  /** The customs of Shenyang has them, the seals are whole. */
  arrived(): Buffer;
}

/**
 * @param start Unix milliseconds of the declaration; the other steps follow it
 * @example transit(7, { seed: 1, start: Date.now() }).declared()
 */
export function transit(n: number, { seed = 1, start }: { seed?: number; start: number }): Transit {
  const goods = consignment(n, seed, 'import');
  const number = serial(n, seed);
  const entryNumber = `080820260${number}`;
  const transferNumber = `@0908260${number}`;
  const step = (minutes: number): string => provincialTime(start + minutes * minute);
  const head = (kind: string, sender: string, recipient: string, minutes: number): JsonObject => ({
    id: `${sender}-TRN-${number}-${kind}`,
    function: 'original',
    type: kind,
    sender,
    recipient,
    sentAt: `${step(minutes)}+08:00`,
    version: '1.0',
  });
  const offices = { departureOffice: dayaowan, destinationOffice: shenyang };
  const notice = (kind: string, office: JsonObject, minutes: number, sealed: boolean): JsonObject => ({
    kind,
    at: `${step(minutes)}+08:00`,
    office,
    result: 'accepted',
    ...(sealed
      ? {
          seals: goods.boxes.map((box) => ({
            containerNumber: box.number,
            number: box.seal,
            state: 'intact',
          })),
        }
      : {}),
  });
  const follow = (stage: string, message: JsonObject, told: JsonObject): Buffer =>
    written('customs/transit-declaration-xml', 'TransitDeclaration', {
      message,
      stage,
      declarationNumber: transferNumber,
      entryNumber,
      ...offices,
      notice: told,
    });
  return {
    consignment: goods,
    transferNumber,
    entryNumber,
    declared: () =>
      written('customs/transit-declaration-xml', 'TransitDeclaration', {
        message: head('TRN101', broker.code, shenyang.code, 0),
        stage: 'declared',
        unifiedNumber: `T2026${number}`,
        declarationNumber: transferNumber,
        entryNumber,
        kind: '1',
        direction: 'import',
        scheme: 'fast-clearance',
        declaredAt: `${step(0)}+08:00`,
        ...offices,
        departurePlace: { code: goods.call.terminal.code },
        destinationPlace: { code: 'SY01', name: '沈阳铁西监管场站' },
        applicant: broker,
        transport: { mode: '4', customsNumber: '@00000017', meansName: '辽A00B31', plateNumber: '辽A00B31' },
        totalPackages: String(goods.packages),
        remarks: '跨关区快速通关',
        bills: [{ mode: '2', meansName: goods.call.vessel, voyage: goods.call.voyage, number: goods.bill }],
        containers: goods.boxes.map((box, at) => ({
          number: box.number,
          sequence: String(at + 1),
          size: box.sizeType,
          mass: String(box.grossKg),
        })),
      }),
    released: () =>
      written('customs/declaration-response-xml', 'DeclarationStatus', {
        message: { type: 'DEC_RESULT' },
        customsInspectionNumber: `I2026${number}0000`,
        entryNumber,
        notifiedAt: `${step(30)}+08:00`,
        status: 'P',
        remarks: '已放行',
        customsOffice: dayaowan.code,
        declaredAt: step(0).slice(0, 10),
      }),
    gateOut: () =>
      goods.boxes.map((box, at) => gateOut(goods, box.number, `${number}${at}`, start + (60 + at) * minute)),
    departed: () =>
      follow(
        'departed',
        head('TRN102', dayaowan.code, shenyang.code, 75),
        notice('departure', dayaowan, 75, true),
      ),
    arrived: () =>
      follow(
        'arrived',
        head('TRN103', shenyang.code, dayaowan.code, 420),
        notice('arrival', shenyang, 420, true),
      ),
  };
}

function gateOut(goods: Consignment, container: string, reference: string, at: number): Buffer {
  const { carrier, terminal } = goods.call;
  const local = provincialTime(at);
  return written('port/codeco-edifact', 'GateMove', {
    message: {
      syntax: 'UNOA',
      syntaxVersion: '2',
      sender: terminal.code,
      recipient: 'LNEPORT',
      preparedDate: local.slice(0, 10),
      preparedTime: local.slice(11, 16).replace(':', ''),
      interchangeReference: `G${reference}`,
      reference: '1',
      version: 'D',
      release: '95B',
      agency: 'UN',
      association: 'ITG12',
      nameCode: '36',
      number: `G${reference}`,
      function: 'original',
      containerCount: '1',
    },
    moveKind: 'gate-out',
    parties: [{ role: 'CF', code: carrier.code, codeList: '160', agency: '166' }],
    container: {
      equipmentType: 'CN',
      number: container,
      sizeType: goods.boxes.find((box) => box.number === container)?.sizeType ?? '22G1',
      sizeTypeCodeList: '102',
      sizeTypeAgency: '5',
      tradeStatus: 'import',
      fullness: 'full',
    },
    billNumbers: [goods.bill],
    movedAt: local,
    gate: { code: terminal.port, codeList: '139', agency: '6' },
  });
}
