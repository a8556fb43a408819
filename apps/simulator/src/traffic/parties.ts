/** Made-up parties of Liaoning. Codes have the shape of real ones and belong to nobody. */
export interface Enterprise {
  readonly code: string;
  /** Unified social credit code (18 characters). */
  readonly creditCode: string;
  readonly name: string;
  readonly district: string;
}

const enterprise = (code: string, name: string): Enterprise => ({
  code,
  creditCode: `9121${code.slice(0, 4)}MA0${code.slice(4)}${code.slice(-1)}`,
  name,
  district: code.slice(0, 5),
});

export const traders: readonly [Enterprise, ...Enterprise[]] = [
  enterprise('2102960011', '大连海燕冷链食品有限公司'),
  enterprise('2102960027', '大连星海湾精密轴承制造有限公司'),
  enterprise('2101940035', '沈阳浑南数控机床有限公司'),
  enterprise('2108930042', '营口辽河口耐火材料有限公司'),
  enterprise('2106930058', '丹东鸭绿江纺织服装有限公司'),
  enterprise('2107930063', '锦州渤海湾粮油进出口有限公司'),
  enterprise('2103930079', '鞍山千山钢铁制品有限公司'),
  enterprise('2114930084', '葫芦岛觉华化工有限公司'),
];

export const brokers: readonly [Enterprise, ...Enterprise[]] = [
  enterprise('2102980016', '大连通达四海报关行有限公司'),
  enterprise('2101980023', '沈阳速达报关服务有限公司'),
  enterprise('2108980031', '营口鲅鱼圈顺捷报关有限公司'),
];

/** Customs offices that declarations are made to; the bench routes on them. */
export const customsOffices = ['0901', '0902', '0903', '0904', '0905', '0906'] as const;

export interface Carrier {
  /** Letters before a bill number and an operator code in EDIFACT. */
  readonly code: string;
  readonly name: string;
  /** Owner prefixes of its containers, with the category letter. */
  readonly prefixes: readonly [string, ...string[]];
}

export const carriers: readonly [Carrier, ...Carrier[]] = [
  { code: 'LHS', name: 'LIAOHE SHIPPING', prefixes: ['LHSU', 'LHXU'] },
  { code: 'BHL', name: 'BOHAI LINES', prefixes: ['BHLU', 'BHZU'] },
  { code: 'QSO', name: 'QIANSHAN OCEAN', prefixes: ['QSOU', 'QSPU'] },
];

export const vesselNames: readonly [string, ...string[]] = [
  'LIAO HE STAR',
  'BOHAI PEARL',
  'QIAN SHAN',
  'YALU RIVER',
  'XINGHAI BAY',
  'LAOTIE LIGHT',
  'JIN SHI TAN',
  'CHANG HAI',
];

export interface Terminal {
  /** Sender of its EDIFACT messages. */
  readonly code: string;
  readonly port: string;
}

export const terminals: readonly [Terminal, ...Terminal[]] = [
  { code: 'DYWCT', port: 'CNDYW' },
  { code: 'BYQCT', port: 'CNBYQ' },
  { code: 'DLCCT', port: 'CNDAG' },
];

/** Ports abroad with the three-digit country code of customs. */
export const foreignPorts: readonly [ForeignPort, ...ForeignPort[]] = [
  { code: 'KRPUS', country: 'KOR' },
  { code: 'JPOSA', country: 'JPN' },
  { code: 'JPYOK', country: 'JPN' },
  { code: 'DEHAM', country: 'DEU' },
  { code: 'USLAX', country: 'USA' },
  { code: 'SGSIN', country: 'SGP' },
];

export interface ForeignPort {
  readonly code: string;
  readonly country: string;
}

export interface Article {
  /** Tariff code, ten digits: leading zeros count. */
  readonly tariff: string;
  readonly name: string;
  readonly model: string;
  /** Unit code of customs: 035 kilogram, 006 set, 007 piece. */
  readonly unit: string;
}

export const articles: readonly [Article, ...Article[]] = [
  { tariff: '0303630000', name: '冻鳕鱼', model: '去头去内脏|野生捕捞|1000-2000克/条', unit: '035' },
  { tariff: '8482102000', name: '深沟球轴承', model: '外径52毫米|单列|机床用', unit: '007' },
  { tariff: '8457101000', name: '立式加工中心', model: '三轴|钻孔铣削|VMC850', unit: '006' },
  { tariff: '2519909100', name: '电熔镁砂', model: '氧化镁含量97%|粒度0-1毫米', unit: '035' },
  { tariff: '6203429062', name: '棉制男式长裤', model: '机织|棉100%|无品牌', unit: '007' },
  { tariff: '1201901100', name: '黄大豆', model: '非种用|非转基因|散装', unit: '035' },
  { tariff: '7318159001', name: '钢铁制螺栓', model: '抗拉强度1000兆帕|M16|无品牌', unit: '035' },
  { tariff: '3904109001', name: '聚氯乙烯糊树脂', model: '粉末|未掺其他物质|P450', unit: '035' },
];
