import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { importOutcomes, type ImportOutcome } from '#forum/translation';
import { IsOneOf, MayBeAbsent } from '../http/validation.js';
import { TranslationView } from './translation.views.js';

const origins = ['person', 'machine'] as const;

export class ImportTranslationDto {
  @ApiPropertyOptional({
    enum: origins,
    description: 'who wrote it, whatever the file says; machine text never counts as checked',
  })
  @MayBeAbsent()
  @IsOneOf(origins)
  origin?: (typeof origins)[number];
}

export class ImportedUnitView {
  @ApiProperty({ type: String, nullable: true, description: 'null for a text that is not of this request' })
  unitId: string | null;
  @ApiProperty({ enum: importOutcomes }) outcome: ImportOutcome;
  @ApiProperty({ description: 'as the file has it, so that nothing is lost where it was not taken' }) text: string;
  @ApiProperty({ type: String, nullable: true, description: 'error code of a text not fit to keep' })
  fault: string | null;
}

export class TranslationImportView {
  @ApiProperty({ type: [ImportedUnitView], description: 'in the order of the file' }) items: ImportedUnitView[];
  @ApiProperty({ type: TranslationView }) translation: TranslationView;
}
