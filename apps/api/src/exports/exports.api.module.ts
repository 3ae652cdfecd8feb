import { Module } from '@nestjs/common';
import { ActionExportController } from './action-export.controller.js';
import { CommitmentExportController } from './commitment-export.controller.js';

@Module({ controllers: [ActionExportController, CommitmentExportController] })
export class ExportsApiModule {}
