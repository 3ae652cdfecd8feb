import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, LANGUAGES, SIDES, type Audience, type Language, type Side } from '#core/kernel';
import {
  itemKinds,
  linkKinds,
  objectives,
  standingCodes,
  textFields,
  valueFields,
  versionOccasions,
  type ItemKind,
  type LinkKind,
  type RowDiff,
  type TextChange,
  type TextField,
  type ValueField,
  type VersionOccasion,
} from '#forum/agenda';
import { PostView } from '../identity/identity.dto.js';
import { WordMarkView } from '../http/word-mark.view.js';

const nullableSide = { enum: SIDES, nullable: true, type: String } as const;

export class VersionSignatureView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ description: 'ISO 8601 UTC' }) at: string;
  @ApiProperty({ type: String, nullable: true }) clearedAt: string | null;
  @ApiProperty(nullableSide) clearedBy: Side | null;
  @ApiProperty({ type: String, nullable: true, description: 'a code: `edited`, `withdrawn`' }) clearedReason:
    string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'the version whose words cleared it' }) clearedIn:
    number | null;
}

export class AgendaVersionView {
  @ApiProperty() id: string;
  @ApiProperty() sessionId: string;
  @ApiProperty({ description: 'counted from 1' }) version: number;
  @ApiProperty({ description: 'SHA-256 over the content in all languages, 64 hex digits' }) hash: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) createdAt: string;
  @ApiProperty({ enum: versionOccasions, nullable: true, type: String, description: 'the act that made it' })
  occasion: VersionOccasion | null;
  @ApiProperty(nullableSide) madeBy: Side | null;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
  @ApiProperty({ description: 'both keys stand on it' }) agreed: boolean;
  @ApiProperty({ type: [VersionSignatureView], description: 'the reader’s own side first' })
  signatures: VersionSignatureView[];
}

export class AgendaVersionListView {
  @ApiProperty({ type: [AgendaVersionView], description: 'latest first' }) items: AgendaVersionView[];
}

/** A text of a version: all its wordings, and the one for the reader with its real language. */
export class KeptTextView {
  @ApiProperty() text: string;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ type: String, nullable: true }) ko: string | null;
  @ApiProperty({ type: String, nullable: true }) ja: string | null;
  @ApiProperty({ type: String, nullable: true }) en: string | null;
}

export class KeptLinkView {
  @ApiProperty({ enum: linkKinds }) kind: LinkKind;
  @ApiProperty() id: string;
}

export class AgendaVersionRowView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: itemKinds }) kind: ItemKind;
  @ApiProperty({ type: Number, nullable: true, description: 'null for sections and breaks' }) number: number | null;
  @ApiProperty({ enum: standingCodes, nullable: true, type: String }) standing: string | null;
  @ApiProperty({ enum: SIDES }) proposer: string;
  @ApiProperty(nullableSide) lead: string | null;
  @ApiProperty() minutes: number;
  @ApiProperty({ enum: objectives, nullable: true, type: String }) objective: string | null;
  @ApiProperty({ type: KeptTextView }) title: KeptTextView;
  @ApiProperty({ type: KeptTextView, nullable: true }) description: KeptTextView | null;
  @ApiProperty({ type: [KeptLinkView] }) links: KeptLinkView[];
}

export class AgendaVersionDetailView extends AgendaVersionView {
  @ApiProperty({ type: [AgendaVersionRowView] }) items: AgendaVersionRowView[];
}

export class TextChangeView {
  @ApiProperty({ enum: textFields }) field: TextField;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) change: TextChange['change'];
  @ApiProperty({
    type: [WordMarkView],
    description: 'same and removed make the older wording, same and added the newer one',
  })
  marks: readonly WordMarkView[];
}

export class ValueChangeView {
  @ApiProperty({ enum: valueFields }) field: ValueField;
  @ApiProperty({ type: String, nullable: true }) before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
}

export class AgendaRowDiffView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['same', 'added', 'removed', 'changed'] }) change: RowDiff['change'];
  @ApiProperty({ description: 'stands in another place; what only made room is not moved' }) moved: boolean;
  @ApiProperty({ type: AgendaVersionRowView, nullable: true }) before: AgendaVersionRowView | null;
  @ApiProperty({ type: AgendaVersionRowView, nullable: true }) after: AgendaVersionRowView | null;
  @ApiProperty({ type: [ValueChangeView] }) values: ValueChangeView[];
  @ApiProperty({ type: [TextChangeView] }) texts: readonly TextChangeView[];
  @ApiProperty({ type: [KeptLinkView] }) linksAdded: readonly KeptLinkView[];
  @ApiProperty({ type: [KeptLinkView] }) linksRemoved: readonly KeptLinkView[];
}

export class DiffCountsView {
  @ApiProperty() added: number;
  @ApiProperty() removed: number;
  @ApiProperty() changed: number;
  @ApiProperty() moved: number;
}

export class AgendaDiffView {
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: AgendaVersionView, nullable: true, description: 'null: before there was a version' })
  from: AgendaVersionView | null;
  @ApiProperty({ type: AgendaVersionView, nullable: true, description: 'null: the agenda as it stands now' })
  to: AgendaVersionView | null;
  @ApiProperty({ type: DiffCountsView }) counts: DiffCountsView;
  @ApiProperty({ type: [AgendaRowDiffView], description: 'in the order of `to`, what is gone where it stood' })
  items: AgendaRowDiffView[];
}
