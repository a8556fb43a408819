import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import directorySchema from '../../../schemas/directory.schema.json' with { type: 'json' };
import entrySchema from '../../../schemas/node-entry.schema.json' with { type: 'json' };
import type { Directory } from './generated/directory.js';
import type { NodeEntry } from './generated/node-entry.js';

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);

export const isDirectory: ValidateFunction<Directory> = ajv.compile<Directory>(directorySchema);
export const isNodeEntry: ValidateFunction<NodeEntry> = ajv.compile<NodeEntry>(entrySchema);

/** What the last value was refused for, in a few words. */
export const violationOf = ({ errors }: ValidateFunction): string =>
  ajv.errorsText(errors, { dataVar: '' }).slice(0, 500);
