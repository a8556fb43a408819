export { containerNumber, imoNumber } from './check-digits.js';
export { coarri } from './coarri.js';
export type { CoarriOptions } from './coarri.js';
export { consignment, consignmentsPerCall, vesselCall } from './consignment.js';
export type { Box, Consignment, Kind, VesselCall } from './consignment.js';
export { clientSeqNo, declarationXml, entryId, numberOfEntry } from './declaration.js';
export type { DeclarationOptions } from './declaration.js';
export { customsOffices } from './parties.js';
