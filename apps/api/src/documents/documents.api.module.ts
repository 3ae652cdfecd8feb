import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller.js';
import { DocumentsReader } from './documents-reader.js';

@Module({ controllers: [DocumentsController], providers: [DocumentsReader] })
export class DocumentsApiModule {}
