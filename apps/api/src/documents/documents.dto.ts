import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { commonErrors, LANGUAGES, type Language, type Viewer } from '#core/kernel';
import { documentCopies, documentKinds } from '#forum/documents';
import { ReadingDto } from '../http/reading.dto.js';
import { IsLanguageCode, IsOneOf, MayBeAbsent } from '../http/validation.js';

export const documentFormats = ['pdf', 'docx', 'html'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** `agenda.pdf`, `participants.docx` …: every document in every format. */
export const documentFiles = documentKinds.flatMap((kind) => documentFormats.map((format) => `${kind}.${format}`));

const listOfCodes = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.split(',') : value,
);

export class PrintDto extends ReadingDto {
  @ApiPropertyOptional({
    type: String,
    example: 'ko,ja,en',
    description: `one to three of ${LANGUAGES.join(', ')}, as columns; the reader’s own unless told`,
  })
  @listOfCodes
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(LANGUAGES.length, { message: `${commonErrors.tooMany.code}|{"max":${LANGUAGES.length}}` })
  @IsLanguageCode({ each: true })
  languages?: Language[];

  @ApiPropertyOptional({
    enum: documentCopies,
    description: 'whose copy: they differ in the order of the sides only; the reader’s own side’s unless told',
  })
  @MayBeAbsent()
  @IsOneOf(documentCopies)
  copy?: Viewer;

  @ApiPropertyOptional({ enum: ['own'], description: 'with the own side’s notes and drafts, marked as internal' })
  @MayBeAbsent()
  @IsOneOf(['own'])
  notes?: 'own';
}
