import { compileMapping } from '#mapping';
import type { Adapter } from '../contract.js';
import type { Profile } from './conformance.js';
import { twoWay, type Generation } from './generate.js';

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const bom = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * How the kit is to try an adapter of EDIFACT. A document of any kind is given what a message cannot do without: its
 * envelope, and in every list the qualifier that its items are told from those of other rules by.
 *
 * @param fixed further places of the document that are always there, with the value
 * @param mend takes out of a document what no message of the kind can say
 */
export function edifactProfile(
  adapter: Adapter,
  fixed: Readonly<Record<string, string>> = {},
  mend?: Generation['mend'],
): Profile {
  return {
    answer: {
      file: 'ack.edi',
      references: (text) => {
        const found = /UNB(.)(?:.*?\1){4}\s*(\w+)/s.exec(text.replace(/[\r\n]/g, ''));
        return found?.[2] === undefined ? [] : [found[2]];
      },
      positive: (answer) => !/UCI\+.*\+4(\+|')/.test(answer) && !/UCM\+.*\+4(\+|')/.test(answer),
    },
    disturb: { separator: "'\n", kinds: ['leave out', 'double', 'swap'] },
    generation: {
      characters: "AZaz09 -_.,:;+'?#%/=*()",
      always: { ...qualifiers(adapter), ...fixed },
      ...(mend ? { mend } : {}),
    },
    variants: (bytes) => ({
      'with a byte order mark': Buffer.concat([bom, bytes]),
      'with other line ends': Buffer.from(utf8(bytes).replaceAll('\n', '\r\n')),
      'without line ends': Buffer.from(utf8(bytes).replaceAll('\n', '')),
      'with a service string': Buffer.from(`UNA:+.? '${utf8(bytes)}`),
    }),
  };
}

/** Values that no rule of a mapping takes for its own. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\/times\/\*\/kind$|Times\/\*\/kind$/, '999'],
  [/\*\/kind$/, 'ZZ1'],
  [/\*\/function$/, 'ZZ2'],
  [/\*\/dimension$/, 'ZZ3'],
  [/\*\/role$/, 'ZZ4'],
  [/\*\/regulation$/, 'IMD'],
  [/\*\/stage$/, 'pre-carriage'],
  [/eferences\/\*\/number$/, 'X1'],
  [/(?:goods|equipment|containers|attachedEquipment)\/\*\/(?:container\/)?number$/, 'LNHU2001013'],
  [/\*\/component$/, 'ZZ5'],
  [/\/tradeStatus$/, 'import'],
  [/\/fullness$/, 'full'],
  [/\/masses\/gross\/unit$/, 'KGM'],
  [/\/stowage\/cell$/, '0140282'],
  [/^\/message\/function$/, 'original'],
  [/^\/message\/(?:reference|interchangeReference|sender)$/, 'M1'],
  [/^\/message\/syntax$/, 'UNOA'],
  [/^\/message\/syntaxVersion$/, '2'],
  [/^\/message\/version$/, 'D'],
  [/^\/vessel\/stage$/, 'main-carriage'],
];

function qualifiers(adapter: Adapter): Readonly<Record<string, string>> {
  const compiled = compileMapping(adapter.mapping, adapter.codes);
  const always: Record<string, string> = {};
  for (const { type } of compiled.ok ? adapter.mapping.documents : []) {
    for (const { pointer } of compiled.ok ? twoWay(compiled.value.fields(type)) : []) {
      const word = words.find(([pattern]) => pattern.test(pointer));
      if (word) always[pointer] = word[1];
    }
  }
  return always;
}
