import { serial, vesselCall, type VesselCall } from '../traffic/consignment.js';
import { provincialTime, written } from './written.js';

/** A ship that leaves Dalian for Yingkou. */
export interface ShipCall {
  readonly call: VesselCall;
  /** The harbour office of Dalian reports the departure and the next port (VESDEP). */
  departed(): Buffer;
}

export function shipCall(n: number, { seed = 1, start }: { seed?: number; start: number }): ShipCall {
  const call = vesselCall(n, seed);
  const number = serial(n, seed);
  const left = provincialTime(start);
  const yingkou = { code: 'CNYIK', codeList: '139', agency: '6' };
  const dalian = { code: 'CNDAL', codeList: '139', agency: '6', name: 'DALIAN' };
  return {
    call,
    departed: () =>
      written('maritime/vesdep-edifact', 'VesselCallEvent', {
        message: {
          syntax: 'UNOA',
          syntaxVersion: '2',
          sender: 'DLMSA',
          recipient: 'LNEPORT',
          preparedDate: left.slice(0, 10),
          preparedTime: left.slice(11, 16).replace(':', ''),
          interchangeReference: `V${number}`,
          reference: `V${number}`,
          version: 'D',
          release: '16A',
          agency: 'UN',
          number: `${call.carrier.code}-${call.voyage}-DEP`,
          function: 'original',
        },
        eventKind: 'departure',
        eventAt: left,
        classifier: 'actual',
        port: dalian,
        call: { nextPort: yingkou, actualDeparture: left },
        vessel: {
          stage: 'main-carriage',
          voyage: call.voyage,
          mode: '1',
          carrier: { code: call.carrier.code, codeList: '172', agency: '20' },
          imoNumber: call.imo,
          id: call.imo,
          idCodeList: '146',
          idAgency: '11',
          name: call.vessel,
        },
        places: [
          { function: '5', ...dalian },
          {
            function: '61',
            ...yingkou,
            times: [{ kind: '132', at: provincialTime(start + 8 * 3_600_000) }],
          },
        ],
      }),
  };
}
