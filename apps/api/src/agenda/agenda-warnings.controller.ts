import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { LANGUAGES, type Actor, type Language, type LocalizedText } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaErrors, agendaOfSession, textFields, type TextField } from '#forum/agenda';
import { knownNames, textWarnings } from '#forum/translation';
import { CurrentActor } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { UnitWarningView } from '../translation/translation.views.js';

export class AgendaWarningView extends UnitWarningView {
  @ApiProperty() itemId: string;
  @ApiProperty({ enum: textFields }) field: TextField;
}

export class AgendaWarningListView {
  @ApiProperty({ type: [AgendaWarningView] }) items: AgendaWarningView[];
}

/** Numbers, frequencies, dates and names that differ between the languages of an agenda (domain.md 3.5). They warn and refuse nothing. */
@ApiTags('agenda')
@Controller('sessions/:id/agenda/warnings')
export class AgendaWarningsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOkResponse({ type: AgendaWarningListView })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() _query: ReadingDto,
  ): Promise<AgendaWarningListView> {
    const reader = this.database.reader(actor);
    const [agenda, names] = await Promise.all([agendaOfSession(reader, actor.side, id), knownNames(reader)]);
    if (!agenda) throw agendaErrors.notFound();
    return {
      items: agenda.items.flatMap((item) =>
        textFields.flatMap((field) => {
          const text = item[field];
          const warnings = text ? textWarnings(wordsOf(text), names) : [];
          return warnings.map((warning) => ({ itemId: item.id, field, ...warning }));
        }),
      ),
    };
  }
}

/** What stands in each language; a stale one is left out, as it is known to say something else. */
function wordsOf(text: LocalizedText): Partial<Record<Language, string>> {
  const words: Partial<Record<Language, string>> = {};
  for (const lang of LANGUAGES) {
    const translation = text[lang];
    if (translation?.of === text.revision) words[lang] = translation.text;
  }
  return words;
}
