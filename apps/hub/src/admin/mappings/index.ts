import { DryRunsController } from './dry-runs.controller.js';
import { MappingTrialsController } from './mapping-trials.controller.js';
import { MappingVersionsController } from './mapping-versions.controller.js';
import { MappingsController } from './mappings.controller.js';
import { RenormaliseController } from './renormalise.controller.js';

export { shapeFaults } from './definition-schema.js';
export { MappingDesk } from './mapping-desk.js';
export { MAPPING_PARTS, type MappingParts } from './mapping-parts.js';

export const mappingControllers = [
  MappingsController,
  MappingVersionsController,
  MappingTrialsController,
  DryRunsController,
  RenormaliseController,
];
