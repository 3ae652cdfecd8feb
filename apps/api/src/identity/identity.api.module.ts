import { Module } from '@nestjs/common';
import { IdentityModule } from '#forum/identity';
import { IdentityController } from './identity.controller.js';

@Module({ imports: [IdentityModule], controllers: [IdentityController] })
export class IdentityApiModule {}
