import { consignment, numbersPerSeed, serial } from './consignment.js';
import type { Consignment, Kind } from './consignment.js';
import { dice, offsetOf } from './dice.js';
import type { Dice } from './dice.js';
import { articles, brokers } from './parties.js';
import type { Article } from './parties.js';

export interface DeclarationOptions {
  /** Another seed, other numbers, parties and goods. Default 1. */
  readonly seed?: number;
  /** Default `import`. */
  readonly kind?: Kind;
  /** The least number of bytes: goods items are added until it is reached. Default: one or two items, about 2 KB. */
  readonly size?: number;
  /** Plain text. Default: none. */
  readonly remarks?: string;
}

/** More items than a customs declaration may have is no declaration; 50 since 2018. */
const maxItems = 50;

/**
 * Declaration `n` of a broker to customs (报关单 DecMessage), UTF-8.
 *
 * @example declarationXml(0, { seed: 7, kind: 'export' })
 */
export function declarationXml(n: number, options: DeclarationOptions = {}): Buffer {
  const { seed = 1, kind = 'import', size = 0, remarks = '' } = options;
  const goods = consignment(n, seed, kind);
  const roll = dice(seed, 'declaration', n);
  const items = [item(1, goods.article, goods, roll)];
  if (n % 2 === 1) items.push(item(2, roll.pick(articles), goods, roll));
  const around = [head(n, goods, seed, roll, remarks), tail(n, goods, seed)] as const;
  let text = around[0] + items.join('') + around[1];
  let bytes = Buffer.byteLength(text);
  while (bytes < size && items.length < maxItems) {
    const more = item(items.length + 1, roll.pick(articles), goods, roll);
    items.push(more);
    bytes += Buffer.byteLength(more);
    text = around[0] + items.join('') + around[1];
  }
  return Buffer.from(text);
}

/** The 18 digits of customs: office, year, 1 import or 0 export, nine digits. */
export function entryId(n: number, options: DeclarationOptions = {}): string {
  const { seed = 1, kind = 'import' } = options;
  return numberOf(consignment(n, seed, kind), seed);
}

/** Which declaration of a seed has this EntryId: the inverse of `entryId`. Of another seed's it is a number past reach. */
export const numberOfEntry = (id: string, seed: number): number =>
  (Number(id.slice(9)) - offsetOf(seed, numbersPerSeed) + numbersPerSeed) % numbersPerSeed;

const numberOf = (goods: Consignment, seed: number): string =>
  `${goods.office}2025${goods.kind === 'import' ? '1' : '0'}${serial(goods.number, seed)}`;

/** The broker's own number of the message: what answers are joined on. */
export const clientSeqNo = (n: number, seed: number): string =>
  `LN${(seed >>> 0).toString(16).toUpperCase().padStart(8, '0')}${String(n).padStart(10, '0')}`;

function head(n: number, goods: Consignment, seed: number, roll: Dice, remarks: string): string {
  const { call, trader } = goods;
  const broker = roll.pick(brokers);
  const net = goods.boxes.reduce((sum, box) => sum + box.grossKg - box.tareKg, 0);
  const day = new Date(call.arrival).toISOString().slice(0, 10).replaceAll('-', '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<DecMessage xmlns="http://www.chinaport.gov.cn/dec" version="3.1"><DecHead><SeqNo/><IEFlag>${goods.kind === 'import' ? 'I' : 'E'}</IEFlag><EntryId>${numberOf(goods, seed)}</EntryId><PreEntryId/><CustomMaster>${goods.office}</CustomMaster><IEPort>${goods.office}</IEPort><IEDate>${day}</IEDate><PDate>${day}</PDate><EntryType>M</EntryType><ManualNo/><ContrNo>LNHT${String(n).padStart(8, '0')}</ContrNo><BillNo>${goods.bill}</BillNo><TrafMode>2</TrafMode><TrafName>${call.vessel}</TrafName><TradeCode>${trader.code}</TradeCode><TradeCodeScc>${trader.creditCode}</TradeCodeScc><TradeName>${trader.name}</TradeName><OwnerCode>${trader.code}</OwnerCode><OwnerName>${trader.name}</OwnerName><AgentCode>${broker.code}</AgentCode><AgentName>${broker.name}</AgentName><DistrictCode>${trader.district}</DistrictCode><TradeCountry>${call.foreignPort.country}</TradeCountry><TradeMode>0110</TradeMode><DistinatePort>${call.foreignPort.country}</DistinatePort><TransMode>${roll.pick(['1', '3'])}</TransMode><CutMode>101</CutMode><FeeMark>3</FeeMark><FeeRate>${money(roll, 200, 4_000)}</FeeRate><FeeCurr>USD</FeeCurr><InsurMark/><InsurRate/><WrapType>22</WrapType><PackNo>${goods.packages}</PackNo><GrossWet>${(net * 1.04).toFixed(4)}</GrossWet><NetWt>${net.toFixed(4)}</NetWt>${remarks === '' ? '<NoteS/>' : `<NoteS>${remarks}</NoteS>`}</DecHead><DecLists>`;
}

function item(number: number, article: Article, goods: Consignment, roll: Dice): string {
  const quantity = roll.between(50, 20_000);
  const cents = roll.between(80, 90_000);
  const abroad = goods.call.foreignPort.country;
  const [origin, destination] = goods.kind === 'import' ? [abroad, 'CHN'] : ['CHN', abroad];
  return `<DecList><GNo>${number}</GNo><CodeTS>${article.tariff}</CodeTS><GName>${article.name}</GName><GModel>${article.model}</GModel><GQty>${quantity}.0000</GQty><GUnit>${article.unit}</GUnit><FirstQty>${quantity}.0000</FirstQty><FirstUnit>${article.unit}</FirstUnit><SecondQty/><SecondUnit/><OriginCountry>${origin}</OriginCountry><DestinationCountry>${destination}</DestinationCountry><TradeCurr>USD</TradeCurr><DeclPrice>${(cents / 100).toFixed(4)}</DeclPrice><DeclTotal>${((cents * quantity) / 100).toFixed(2)}</DeclTotal><DutyMode>1</DutyMode></DecList>`;
}

function tail(n: number, goods: Consignment, seed: number): string {
  const containers = goods.boxes
    .map(
      (box) =>
        `<Container><ContainerId>${box.number}</ContainerId><ContainerMd>${box.sizeType.startsWith('2') ? '21' : '11'}</ContainerMd><ContainerWt>${box.tareKg}.0000</ContainerWt></Container>`,
    )
    .join('');
  return `</DecLists><DecContainers>${containers}</DecContainers><DecFreeTxt><VoyNo>${goods.call.voyage}</VoyNo></DecFreeTxt><DecSign><OperType>G</OperType><CopCode>LNEPORT01</CopCode><ClientSeqNo>${clientSeqNo(n, seed)}</ClientSeqNo></DecSign></DecMessage>
`;
}

const money = (roll: Dice, from: number, to: number): string =>
  (roll.between(from * 100, to * 100) / 100).toFixed(4);
