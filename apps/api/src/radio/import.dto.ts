import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { LANGUAGES, type Language } from '#core/kernel';
import { FILE_ENCODINGS, MAX_ISSUE_FILE_BYTES, type FileEncoding, type IssueRowPlan } from '#forum/radio';
import { IsLanguageCode, IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';
import { RadioOverlapView } from './radio.views.js';

/** Base64 of the largest file; bytes, so that a file in another encoding is seen as such and never guessed. */
const fileRules = { max: Math.ceil(MAX_ISSUE_FILE_BYTES / 3) * 4 + 100_000, optional: true };

export class PreviewRadioFileDto {
  @ApiProperty({ format: 'byte', description: `CSV, base64; at most ${String(MAX_ISSUE_FILE_BYTES)} bytes` })
  @IsText(fileRules)
  file: string;

  @ApiPropertyOptional({ enum: FILE_ENCODINGS, description: 'absent is UTF-8; anything else is asked about' })
  @MayBeAbsent()
  @IsOneOf(FILE_ENCODINGS)
  encoding?: FileEncoding;
}

export class ImportRadioFileDto {
  @ApiProperty({ format: 'byte' }) @IsText(fileRules) file: string;
  @ApiProperty({ enum: FILE_ENCODINGS }) @IsOneOf(FILE_ENCODINGS) encoding: FileEncoding;
  @ApiProperty({ enum: LANGUAGES, description: 'language of titles and descriptions' })
  @IsLanguageCode()
  lang: Language;
  @ApiProperty({ description: '`seen` of the preview' }) @IsText({ max: 64 }) seen: string;
  @ApiProperty({ enum: ['all', 'valid'], description: 'every row or none; or those without a fault' })
  @IsOneOf(['all', 'valid'])
  mode: 'all' | 'valid';
}

export class RadioFileFaultView {
  @ApiProperty() column: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) params: Record<string, string | number>;
  @ApiProperty({ description: 'in the language of the reader' }) detail: string;
}

export class RadioFileRowView {
  @ApiProperty({ description: 'line of the file' }) line: number;
  @ApiProperty() title: string;
  @ApiProperty({ type: [String], description: 'as written' }) bands: string[];
  @ApiProperty({ enum: ['added', 'known', 'refused'] }) outcome: IssueRowPlan['outcome'];
  @ApiProperty({ type: [RadioFileFaultView] }) faults: RadioFileFaultView[];
  @ApiProperty({ type: [RadioOverlapView] }) overlaps: RadioOverlapView[];
}

export class RadioFileSampleView {
  @ApiProperty({ enum: FILE_ENCODINGS }) encoding: FileEncoding;
  @ApiProperty() text: string;
}

export class RadioFileReportView {
  @ApiProperty({ enum: FILE_ENCODINGS, nullable: true, type: String, description: 'null: say which it is' })
  encoding: FileEncoding | null;
  @ApiProperty({ type: [RadioFileSampleView], description: 'how it reads in each encoding it may be in' })
  samples: RadioFileSampleView[];
  @ApiProperty({ description: 'to be named by the import' }) seen: string;
  @ApiProperty() applied: boolean;
  @ApiProperty() added: number;
  @ApiProperty() known: number;
  @ApiProperty() refused: number;
  @ApiProperty({ type: [RadioFileRowView] }) rows: RadioFileRowView[];
}
