import { csmAdapter } from '../../csm/csm-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 港门卡口事件: see README.md. */
export const gateCheckpointXml = csmAdapter({
  id: 'border/gate-checkpoint-xml',
  system: 'border',
  label: { zh: '港门卡口事件（GateEvent）', en: 'Events at the checkpoints of port gates (GateEvent)' },
  mapping,
  codes,
  record: 'GateEvent',
  records: 'many',
  reference: 'eventNumber',
  answered: true,
});
