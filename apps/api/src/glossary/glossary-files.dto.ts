import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import {
  MAX_FILE_BYTES,
  MAX_PROPOSALS,
  termFileFormats,
  type ChangedPart,
  type RowPlan,
  type TermFileFormat,
} from '#forum/glossary';
import { IsIdentifier, IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';
import { AgreedTermsView } from './glossary-check.dto.js';

/** Base64 of the largest file; bytes, so that a file in another encoding is seen as such and never guessed. */
const fileRules = { max: Math.ceil(MAX_FILE_BYTES / 3) * 4 + 100_000, optional: true };

export class PreviewTermsDto {
  @ApiProperty({ format: 'byte', description: `UTF-8, base64; at most ${String(MAX_FILE_BYTES)} bytes` })
  @IsText(fileRules)
  file: string;

  @ApiProperty({ enum: termFileFormats })
  @IsOneOf(termFileFormats)
  format: TermFileFormat;
}

export class ImportTermsDto extends PreviewTermsDto {
  @ApiProperty({ description: '`seen` of the preview' })
  @IsText({ max: 64 })
  seen: string;

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides, with every proposal' })
  @MayBeAbsent()
  @IsText({ max: 1000, optional: true, multiline: true })
  reason?: string;
}

export class TermRowView {
  @ApiProperty({ description: 'line of a table, place of the entry in a TBX file' }) line: number;
  @ApiProperty() code: string;
  @ApiProperty({ type: AgreedTermsView }) terms: AgreedTermsView;
  @ApiProperty({ enum: ['added', 'changed', 'unchanged', 'proposed', 'refused'] }) outcome: RowPlan['outcome'];
  @ApiProperty({ enum: ['ko', 'ja', 'en', 'note', 'binding'], isArray: true }) parts: ChangedPart[];
  @ApiProperty({ type: String, nullable: true }) termId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'error code of a refused row' }) fault: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) params: Record<string, string | number>;
}

export class TermImportView {
  @ApiProperty({ description: 'to be named by the import' }) seen: string;
  @ApiProperty({ description: 'proposals were opened' }) applied: boolean;
  @ApiProperty() added: number;
  @ApiProperty() changed: number;
  @ApiProperty() unchanged: number;
  @ApiProperty({ description: 'rows an open proposal says already' }) proposed: number;
  @ApiProperty() refused: number;
  @ApiProperty({ type: [TermRowView] }) rows: TermRowView[];
}

export class AcceptedProposalDto {
  @ApiProperty() @IsIdentifier() id: string;
  @ApiProperty({ description: 'the hash that was shown, 64 hex digits' }) @IsText({ max: 64 }) hash: string;
}

export class AcceptTermsDto {
  @ApiProperty({ type: [AcceptedProposalDto] })
  @IsArray()
  @ArrayMaxSize(MAX_PROPOSALS)
  @ValidateNested({ each: true })
  @Type(() => AcceptedProposalDto)
  proposals: AcceptedProposalDto[];
}

export class AcceptedTermView {
  @ApiProperty() proposalId: string;
  @ApiProperty() accepted: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'error code of a refusal' }) code: string | null;
}

export class AcceptedTermsView {
  @ApiProperty({ type: [AcceptedTermView] }) items: AcceptedTermView[];
}
