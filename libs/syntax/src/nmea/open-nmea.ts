import { fail, ok, type Fault, type Result } from '#kernel';
import { syntaxFaults } from '../faults.js';
import type { NmeaOptions } from '../options.js';
import type { Syntax } from '../syntax.js';
import { parseNmea } from './parse-nmea.js';

/** AIS is what ships and stations send themselves: it is read, and nobody writes it in their name. */
export function openNmea(options: NmeaOptions): Result<Syntax, Fault[]> {
  return ok({
    name: 'nmea',
    grammar: 'tree',
    structure: undefined,
    root: 'nmea',
    strictRoot: false,
    message: undefined,
    messageType: (message) => message.name,
    parse: (bytes) => parseNmea(bytes, options),
    write: () => fail([syntaxFaults.make('SYNTAX_NMEA_WRITE')]),
  });
}
