import { type DynamicModule, Module } from '@nestjs/common';
import { ADMIN_PARTS, AdminDesk, type AdminParts } from './admin-desk.js';
import { AgreementsController } from './agreements.controller.js';
import { AuditController } from './audit.controller.js';
import { DestinationsController } from './destinations.controller.js';
import { KeysController } from './keys.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { MAPPING_PARTS, mappingControllers, MappingDesk } from './mappings/index.js';
import { RoutesController } from './routes.controller.js';

/** The administration API: `/v1/admin/…`. */
@Module({})
export class AdminModule {
  static register(parts: AdminParts): DynamicModule {
    return {
      module: AdminModule,
      controllers: [
        ParticipantsController,
        KeysController,
        AgreementsController,
        DestinationsController,
        RoutesController,
        AuditController,
        ...mappingControllers,
      ],
      exports: [AdminDesk, MappingDesk],
      providers: [
        AdminDesk,
        MappingDesk,
        { provide: ADMIN_PARTS, useValue: parts },
        { provide: MAPPING_PARTS, useValue: parts.mappings },
      ],
    };
  }
}
