import type { CodeTables, MappingDefinition } from '../definition.js';

/** A made-up declaration, with every construct of the language that XML has a use for. */
export const declaration: MappingDefinition = {
  adapter: 'customs/sample-xml',
  version: '1.0.0',
  syntax: 'xml',
  options: { root: 'Dec', namespace: 'urn:sample:dec' },
  zone: '+08:00',
  identity: ['/Sign/Cop', '/Sign/Seq'],
  documents: [
    {
      type: 'Declaration',
      each: '.',
      rules: [
        { const: 'customs', to: '/system' },
        { from: '@id', to: '/id' },
        { from: 'Head/IEFlag', to: '/direction', codes: 'direction', required: true },
        { from: 'Head/Gross', to: '/grossMass', as: 'decimal' },
        { from: 'Head/Packs', to: '/packages', as: 'count' },
        { from: 'Head/Date', to: '/declaredOn', as: { date: ['yyyyMMdd', 'yyyy-MM-dd'] } },
        { from: 'Head/Time', to: '/acceptedAt', as: { time: 'yyyyMMddHHmmss' } },
        { from: 'Head/Urgent', to: '/urgent', as: { flag: { true: 'Y', false: 'N' } } },
        { from: 'Head/Imo', to: '/vessel/imo', as: { prefix: 'UN' } },
        { from: 'Head/Ship', to: '/vessel/name' },
        { from: 'Head/Port', to: '/port', as: { part: 1, of: '/' } },
        { from: 'Head/Port', to: '/customs', as: { part: 2, of: '/' } },
        {
          from: 'Head/Trade',
          to: '/importer/name',
          when: { path: 'Head/IEFlag', equals: 'I' },
        },
        {
          from: 'Head/Trade',
          to: '/exporter/name',
          when: { path: 'Head/IEFlag', equals: 'E' },
        },
        { from: 'Party[Role=CN]/Name', to: '/consignee', as: 'text' },
        { from: 'Party[Role=NI|N1]/Name', to: '/notify' },
        { from: ['Sign/Seq', 'Sign/OldSeq'], to: '/reference', required: true },
        { from: 'Sign/Cop', to: '/sender', default: 'unknown' },
        {
          each: 'Lists/List',
          to: '/items',
          rules: [
            { from: 'No', to: '/sequence', as: 'integer' },
            { from: 'Code', to: '/code' },
            { from: '../../Sign/Cop', to: '/copiedFrom', way: 'read' },
            { each: 'Box', to: '/boxes', rules: [{ from: '.', to: '' }] },
          ],
        },
        {
          to: '/agent',
          rules: [
            { const: 'agent', to: '/role' },
            { from: 'Agent/Name', to: '/name' },
          ],
        },
        { const: '1', from: 'Sign/Version', required: true },
        { param: 'sentAt', from: 'Sign/SentAt', required: true, default: '20250101' },
      ],
    },
  ],
};

/** A made-up discharge report: one document for each container, with what they share in the message. */
export const containerMove: MappingDefinition = {
  adapter: 'port/sample-edifact',
  version: '1.0.0',
  syntax: 'edifact',
  options: {
    message: 'COARRI',
    release: 'D:95B:UN:ITG12',
    charset: 'UNOW',
    structure:
      'BGM RFF* SG1=TDT*{RFF* LOC* DTM*} NAD* SG3=EQD*{RFF* DTM* LOC(147) LOC(9,11)* MEA* SEL* SG4=DGS*{FTX*} NAD*} CNT*',
  },
  zone: '+08:00',
  identity: ['/UNB.2.1', '/UNB.5'],
  documents: [
    {
      type: 'ContainerMove',
      each: 'SG3',
      rules: [
        { from: '/UNB.2.1', to: '/sender' },
        { from: '/BGM.1', to: '/move', codes: 'move', required: true },
        { from: '/BGM.2', to: '/report' },
        { from: '/SG1/TDT[1=20].2', to: '/voyage' },
        { from: '/SG1/TDT[1=20].8.1', to: '/vessel/imo' },
        { from: '/SG1/TDT[1=20].8.4', to: '/vessel/name' },
        { from: '/SG1/LOC[1=61].2.1', to: '/port' },
        { from: '/SG1/DTM[1.1=133].1.2', to: '/arrival', as: { dtm: '203' } },
        { from: 'EQD.2.1', to: '/container', required: true },
        { from: 'EQD.3.1', to: '/sizeType' },
        { const: 'CN', from: 'EQD.1' },
        { const: '102', from: 'EQD.3.2' },
        { from: 'DTM[1.1=203].1.2', to: '/movedAt', as: { dtm: '203' } },
        { from: 'LOC[1=147].2.1', to: '/slot' },
        { from: 'LOC[1=9].2.1', to: '/loadedAt' },
        { from: 'LOC[1=11].2.1', to: '/dischargedAt' },
        { from: 'MEA[1=AAE][2.1=VGM][3.1=KGM].3.2', to: '/grossMass', as: 'decimal' },
        { each: 'SEL', to: '/seals', rules: [{ from: '.1', to: '' }] },
        {
          each: 'SG4',
          to: '/dangerous',
          rules: [
            { from: 'DGS.2.1', to: '/class' },
            { from: 'DGS.3.1', to: '/undg' },
            { from: 'FTX[1=AAD].4.1', to: '/text' },
          ],
        },
        { from: 'NAD[1=CF|CA].2.1', to: '/carrier' },
        { param: 'reference', from: '/UNB.5', default: '1' },
      ],
    },
  ],
};

export const codes: CodeTables = {
  direction: { I: 'import', E: 'export' },
  move: { '44': 'discharge', '46': 'load' },
};
