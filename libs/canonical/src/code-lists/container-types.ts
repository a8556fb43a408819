import {
  notCovered,
  plainCode,
  unknownCode,
  type CodeEntry,
  type CodeList,
  type Standing,
} from './code-list.js';

/** ISO 6346:2022 §4.2, first character. */
const lengths: Readonly<Record<string, string>> = {
  ...{ '1': '10', '2': '20', '3': '30', '4': '40', B: '24', C: '24', D: '24', E: '26', F: '27', G: '41' },
  ...{ A: '23', H: '43', K: '45', L: '45', M: '48', N: '49', P: '53', R: '53' },
};

/** Second character: heights of 8 ft wide boxes, then (C to F) of those up to and (L to P) over 2,500 mm wide. */
const heights: Readonly<Record<string, string>> = {
  ...{ '0': '8', '2': '8½', '4': '9', '5': '9½', '6': '>9½', '8': '4¼', '9': '≤4' },
  ...{ C: '8½', D: '9', E: '9½', F: '>9½', L: '8½', M: '9', N: '9½', P: '>9½' },
};

/** Third character: detailed types have a digit after it. K, N and E are of the 2022 edition. */
const types: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  G: ['通用箱', 'General purpose'],
  V: ['通风箱', 'Ventilated'],
  B: ['干散货箱', 'Dry bulk'],
  S: ['以货物命名的箱', 'Named cargo'],
  R: ['冷藏箱', 'Thermal, refrigerated'],
  H: ['保温箱', 'Thermal, removable equipment or insulated'],
  U: ['敞顶箱', 'Open top'],
  P: ['平台箱', 'Platform'],
  T: ['罐箱', 'Tank'],
  K: ['罐箱（2022版）', 'Pressurised tank (2022)'],
  N: ['罐箱（2022版）', 'Hopper or pressurised tank (2022)'],
  A: ['空陆水联运箱', 'Air and surface'],
};

/** Group codes of types, for where the detailed one is not needed. */
const groups: Readonly<Record<string, string>> = {
  ...{ GP: 'G', VH: 'V', BU: 'B', BK: 'B', SN: 'S', RE: 'R', RT: 'R', RS: 'R', RC: 'R', HR: 'H', HI: 'H' },
  ...{ UT: 'U', PL: 'P', PF: 'P', PC: 'P', PS: 'P', PT: 'P', TN: 'T', TD: 'T', TG: 'T', KL: 'K', NH: 'N' },
  ...{ NN: 'N', NP: 'N', AS: 'A' },
};

/** What shipping says instead: size in feet and a kind. */
const spoken: Readonly<Record<string, string>> = {
  ...{ GP: 'G1', DC: 'G1', DV: 'G1', DR: 'G1', SD: 'G1', ST: 'G1', RF: 'R1', RE: 'R1', OT: 'U1', FR: 'PF' },
  ...{ FL: 'PF', PL: 'PL', TK: 'TN', TN: 'TN', BK: 'BU', VH: 'VH', HT: 'SN', TD: 'TN' },
};

/** Kinds that are 9 ft 6 in high. */
const spokenHigh: Readonly<Record<string, string>> = {
  ...{ HC: 'G1', HQ: 'G1', GH: 'G1', RH: 'R1', RQ: 'R1', HR: 'R1', TH: 'U1' },
};

/** ISO 6346:1984: size by two digits, kind by the third. */
const formerSizes: Readonly<Record<string, string>> = {
  ...{ '10': '10', '12': '12', '20': '20', '21': '20', '22': '22', '23': '22', '24': '25', '25': '25' },
  ...{ '26': '25', '28': '28', '40': '40', '41': '40', '42': '42', '43': '42', '44': '45', '45': '45' },
  ...{ '46': '46', '48': '48', '94': 'L5', '95': 'L5', L5: 'L5' },
};
const formerKinds: Readonly<Record<string, string>> = {
  ...{ '0': 'G1', '1': 'VH', '2': 'BU', '3': 'R1', '4': 'HR', '5': 'U1', '6': 'P1', '7': 'TN', '8': 'BU' },
};

/** Codes remembered at most: a message may have as many different ones as it likes. */
const maxRemembered = 4096;
const remembered = new Map<string, Standing>();

/**
 * Size and type of containers: ISO 6346 of 1995 and 2022 with its group codes, and as other spellings of them the digits
 * of 1984 (2200 is 22G1, 4530 is 45R1) and the words of shipping (20GP, 40HC). The list is a rule, so it has no entries.
 */
export const containerTypes: CodeList = {
  id: 'container-type',
  title: { zh: '集装箱尺寸和类型代码（ISO 6346）', en: 'size and type codes of containers (ISO 6346)' },
  note: 'Every code of ISO 6346:1995 and 2022 by its parts. 2200, 4530 (ISO 6346:1984) and 20GP, 40HC are other spellings.',
  agencies: new Set(['5', '6', '20', '']),
  entries: [],
  lookup(code) {
    const plain = plainCode(code);
    let standing = remembered.get(plain);
    if (!standing) {
      standing = standingOf(plain);
      if (remembered.size < maxRemembered) remembered.set(plain, standing);
    }
    return standing;
  },
};

function standingOf(code: string): Standing {
  if (code.length !== 4) return notCovered;
  const written = standard(code);
  const other = asSpoken(code) ?? asFormer(code);
  if (other) return { is: 'alias', entry: other };
  if (written) return { is: 'known', entry: written };
  return /^0+$|^9999$|^ZZZZ$/.test(code) ? notCovered : unknownCode;
}

/** The code of ISO 6346, taken apart. */
function standard(code: string): CodeEntry | undefined {
  const [first = '', second = '', third = '', fourth = ''] = code;
  const length = lengths[first];
  const height = heights[second];
  const type = types[groups[third + fourth] ?? (/[0-9]/.test(fourth) ? third : '')];
  if (length === undefined || height === undefined || !type) return undefined;
  const [zh, en] = type;
  return { code, zh: `${length} 英尺、高 ${height} 英尺${zh}`, en: `${en}, ${length} ft, ${height} ft high` };
}

function asSpoken(code: string): CodeEntry | undefined {
  const [, feet = '', kind = ''] = /^(20|40|45)([A-Z]{2})$/.exec(code) ?? [];
  if (feet === '') return undefined;
  const length = { '20': '2', '40': '4', '45': 'L' }[feet] ?? '';
  const high = spokenHigh[kind];
  if (high !== undefined) return standard(`${length}5${high}`);
  const type = spoken[kind];
  if (type === undefined) return undefined;
  return standard(`${length}${feet === '45' ? '5' : '2'}${type}`);
}

function asFormer(code: string): CodeEntry | undefined {
  if (!/^(?:\d{4}|L5\d{2})$/.test(code)) return undefined;
  const size = formerSizes[code.slice(0, 2)];
  const kind = formerKinds[code[2] ?? ''];
  return size === undefined || kind === undefined ? undefined : standard(size + kind);
}
