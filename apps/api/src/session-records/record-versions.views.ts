import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  paragraphKinds,
  recordFacts,
  recordOccasions,
  type ParagraphKind,
  type RecordFact,
  type RecordOccasion,
  type RecordTextChange,
} from '#forum/records';
import { WordMarkView } from '../http/word-mark.view.js';
import { PostView } from '../identity/identity.dto.js';

export class RecordVersionKeyView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ description: 'ISO 8601 UTC' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC; null while it stands' }) clearedAt:
    string | null;
}

export class RecordVersionView {
  @ApiProperty() id: string;
  @ApiProperty() recordId: string;
  @ApiProperty({ description: 'counted from 1' }) version: number;
  @ApiProperty({ description: 'SHA-256 over the content in all languages, 64 hex digits' }) hash: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) createdAt: string;
  @ApiProperty({ enum: recordOccasions, description: 'the act that made it' }) occasion: RecordOccasion;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) madeBy: Side | null;
  @ApiProperty({ type: [RecordVersionKeyView], description: 'the reader’s own side first' })
  keys: RecordVersionKeyView[];
}

export class RecordVersionListView {
  @ApiProperty({ type: [RecordVersionView], description: 'latest first, the latest 200' }) items: RecordVersionView[];
}

export class RecordTextChangeView {
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) change: RecordTextChange['change'];
  @ApiProperty({
    type: [WordMarkView],
    description: 'same and removed make the older wording, same and added the newer one',
  })
  marks: readonly WordMarkView[];
}

/** The words of a paragraph in every language it has. */
export class RecordKeptWordsView {
  @ApiProperty({ type: String, nullable: true }) ko: string | null;
  @ApiProperty({ type: String, nullable: true }) ja: string | null;
  @ApiProperty({ type: String, nullable: true }) en: string | null;
}

export class RecordParagraphDiffView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: paragraphKinds }) kind: ParagraphKind;
  @ApiProperty({ enum: ['same', 'added', 'removed', 'changed'] }) change: 'same' | 'added' | 'removed' | 'changed';
  @ApiProperty() moved: boolean;
  @ApiProperty({ type: RecordKeptWordsView, description: 'as it stands, or stood' }) words: RecordKeptWordsView;
  @ApiProperty({ type: [RecordTextChangeView] }) texts: readonly RecordTextChangeView[];
}

export class RecordFactChangeView {
  @ApiProperty({ enum: recordFacts }) fact: RecordFact;
  @ApiProperty() before: string;
  @ApiProperty() after: string;
}

export class RecordDiffView {
  @ApiProperty() recordId: string;
  @ApiProperty({ type: RecordVersionView, nullable: true, description: 'null: before there was a version' })
  from: RecordVersionView | null;
  @ApiProperty({ type: RecordVersionView }) to: RecordVersionView;
  @ApiProperty({ type: [RecordTextChangeView] }) title: readonly RecordTextChangeView[];
  @ApiProperty({ type: [RecordFactChangeView] }) facts: readonly RecordFactChangeView[];
  @ApiProperty({ type: [RecordParagraphDiffView] }) paragraphs: RecordParagraphDiffView[];
}
