export {
  defaultLimits,
  type CsvOptions,
  type EdifactOptions,
  type FlatOptions,
  type JsonOptions,
  type Limits,
  type NmeaOptions,
  type SyntaxOptions,
  type XmlOptions,
} from './options.js';
export * from './tree.js';
export { syntaxFaults } from './faults.js';
export { maxDiagnostics } from './diagnostics.js';
export { openSyntax, type Syntax } from './syntax.js';
export { parseXml } from './xml/parse-xml.js';
export { writeXml } from './xml/write-xml.js';
export { parseJson, type JsonTree } from './json/parse-json.js';
export { JsonNode, type JsonType } from './json/json-node.js';
export { writeJson } from './json/write-json.js';
export { parseNmea } from './nmea/parse-nmea.js';
export { parseEdifact } from './edifact/parse-edifact.js';
export { writeEdifact, type EdifactWriting } from './edifact/write-edifact.js';
export { compileStructure, takes, type StructureEntry, type StructureGroup } from './edifact/structure.js';
export { standardDelimiters, type Delimiters } from './edifact/delimiters.js';
export { EdifactParts, partLimits, type EdifactPart } from './edifact/stream/parts.js';
export { SegmentReader, type NotStreamable, type RawSegment } from './edifact/stream/segment-reader.js';
export {
  EdifactSurvey,
  elementOf,
  miscounted,
  streamUnit,
  type StreamUnit,
  type Surveyed,
  type UnitOf,
} from './edifact/stream/survey.js';
export { parseFlat } from './flat/parse-flat.js';
export { writeFlat } from './flat/write-flat.js';
export { parseCsv } from './csv/parse-csv.js';
export { writeCsv } from './csv/write-csv.js';
