import { Module } from '@nestjs/common';
import { CommitmentsController } from './commitments.controller.js';

@Module({ controllers: [CommitmentsController] })
export class CommitmentsApiModule {}
