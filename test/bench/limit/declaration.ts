import { SaxesParser } from 'saxes';

/** A declaration of the shared schema, mapped by hand. */
export interface Declaration {
  readonly entryNumber: string;
  readonly declarationOffice: string;
  readonly [field: string]: unknown;
}

type Fields = Record<string, string>;

interface Parsed {
  head: Fields;
  items: Fields[];
  containers: Fields[];
  sign: Fields;
  free: Fields;
  version: string | undefined;
}

/** One parser for all messages: making one costs more than parsing two kilobytes. */
const parser = new SaxesParser();
let parsed: Parsed;
let current: Fields | undefined;
let text = '';
let failure: Error | undefined;

parser.on('opentag', (tag) => {
  text = '';
  if (tag.name === 'DecHead') current = parsed.head;
  else if (tag.name === 'DecList') parsed.items.push((current = {}));
  else if (tag.name === 'Container') parsed.containers.push((current = {}));
  else if (tag.name === 'DecSign') current = parsed.sign;
  else if (tag.name === 'DecFreeTxt') current = parsed.free;
  else if (tag.name === 'DecMessage') parsed.version = versionOf(tag.attributes['version']);
});
parser.on('text', (more) => {
  text += more;
});
parser.on('closetag', (tag) => {
  if (current && text !== '') current[tag.name] = text;
  text = '';
});
parser.on('doctype', () => {
  failure ??= new Error('DOCTYPE');
});
parser.on('error', (error) => {
  failure ??= error;
});

const versionOf = (attribute: unknown): string | undefined =>
  typeof attribute === 'string' ? attribute : undefined;

/** @returns undefined when the bytes are no well-formed XML */
export function readDeclaration(bytes: Buffer): Declaration | undefined {
  parsed = { head: {}, items: [], containers: [], sign: {}, free: {}, version: undefined };
  current = undefined;
  failure = undefined;
  parser.write(bytes.toString()).close();
  return failure ? undefined : map(parsed);
}

const directions = new Map([
  ['I', 'import'],
  ['E', 'export'],
]);

/** The same document as the hub's shipped mapping makes of the elements that the load sends. */
function map({ head, items, containers, sign, free, version }: Parsed): Declaration {
  return {
    formatVersion: version,
    direction: directions.get(head['IEFlag'] ?? ''),
    entryNumber: head['EntryId'] ?? '',
    declarationOffice: head['CustomMaster'] ?? '',
    entryExitOffice: head['IEPort'],
    entryExitDate: date(head['IEDate']),
    printDate: date(head['PDate']),
    entryType: head['EntryType'],
    contractNumber: head['ContrNo'],
    billNumber: head['BillNo'],
    transport: { mode: head['TrafMode'], meansName: head['TrafName'], voyage: free['VoyNo'] },
    trader: party(head['TradeCode'], head['TradeName'], head['TradeCodeScc']),
    owner: party(head['OwnerCode'], head['OwnerName'], head['OwnerCodeScc']),
    agent: party(head['AgentCode'], head['AgentName'], head['AgentCodeScc']),
    domesticDistrict: head['DistrictCode'],
    departureOrArrivalCountry: head['TradeCountry'],
    supervisionMode: head['TradeMode'],
    transitOrDestinationPort: head['DistinatePort'],
    tradeTerms: head['TransMode'],
    levyNature: head['CutMode'],
    freight: { mark: head['FeeMark'], rate: head['FeeRate'], currency: head['FeeCurr'] },
    packageType: head['WrapType'],
    totalPackages: head['PackNo'],
    totalGrossMass: head['GrossWet'],
    totalNetMass: head['NetWt'],
    items: items.map(item),
    containers: containers.map((one) => ({
      number: one['ContainerId'],
      size: one['ContainerMd'],
      tareMass: one['ContainerWt'],
    })),
    signature: {
      operation: sign['OperType'],
      organisation: sign['CopCode'],
      clientReference: sign['ClientSeqNo'],
    },
  };
}

const item = (one: Fields): unknown => ({
  lineNumber: one['GNo'],
  commodityCode: one['CodeTS'],
  description: one['GName'],
  specification: one['GModel'],
  quantity: { value: one['GQty'], unit: one['GUnit'] },
  firstStatutoryQuantity: { value: one['FirstQty'], unit: one['FirstUnit'] },
  originCountry: one['OriginCountry'],
  destinationCountry: one['DestinationCountry'],
  currency: one['TradeCurr'],
  unitPrice: one['DeclPrice'],
  totalPrice: one['DeclTotal'],
  levyMode: one['DutyMode'],
});

const party = (code?: string, name?: string, creditCode?: string): unknown => ({ code, name, creditCode });

const date = (digits?: string): string | undefined =>
  digits && `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
