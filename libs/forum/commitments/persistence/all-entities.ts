import {
  CommitmentEntity,
  CommitmentLinkEntity,
  InstrumentAreaEntity,
  InstrumentEntity,
} from './commitments.entities.js';
import { CommitmentEventEntity, CommitmentEvidenceEntity, InstrumentCheckEntity } from './course.entities.js';

export const commitmentsEntities = [
  InstrumentEntity,
  InstrumentAreaEntity,
  CommitmentEntity,
  CommitmentLinkEntity,
  CommitmentEvidenceEntity,
  CommitmentEventEntity,
  InstrumentCheckEntity,
];
