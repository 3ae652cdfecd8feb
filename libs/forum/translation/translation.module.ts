import { Module } from '@nestjs/common';
import { AssignTranslation } from './actions/assign-translation.js';
import { CheckTranslation } from './actions/check-translation.js';
import { ImportTranslation } from './actions/import-translation.js';
import { RequestTranslation } from './actions/request-translation.js';
import { ReturnTranslation } from './actions/return-translation.js';
import { SaveUnits } from './actions/save-units.js';
import { CancelTranslation, DeliverTranslation, LockTranslation, StartTranslation } from './actions/take-step.js';

const actions = [
  RequestTranslation,
  AssignTranslation,
  StartTranslation,
  SaveUnits,
  ImportTranslation,
  DeliverTranslation,
  CheckTranslation,
  ReturnTranslation,
  LockTranslation,
  CancelTranslation,
];

/** The translation desk; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class TranslationModule {}
