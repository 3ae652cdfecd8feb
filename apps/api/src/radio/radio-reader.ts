import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { findOverlaps, findRadioIssue, listRadioIssues, radioErrors, readBand, type ReadBand } from '#forum/radio';
import { findRuleBook, RuleBook } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import { pageAsk, presentPage } from '../record/page.js';
import type { FindRadioOverlapsDto, ListRadioIssuesDto } from './radio.dto.js';
import { opening, presentOverlap, presentRadioIssue, presentRadioIssueDetail } from './radio.presenter.js';
import type { RadioIssueDetailView, RadioIssueListView, RadioOverlapListView } from './radio.views.js';

/** Reads cases of the register; every change of one answers with it. */
@Injectable()
export class RadioReader {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, reading: Reading, query: ListRadioIssuesDto): Promise<RadioIssueListView> {
    const page = await listRadioIssues(this.database.reader(actor), pageAsk(query), {
      states: query.status,
      types: query.type,
      services: query.service,
      areas: query.area,
      levels: query.level,
      text: query.q,
    });
    return { ...presentPage(page, (row) => presentRadioIssue(row, reading)), allowedActions: opening(actor) };
  }

  /** @throws radio.notFound */
  async read(actor: Actor, reading: Reading, id: string): Promise<RadioIssueDetailView> {
    const reader = this.database.reader(actor);
    const issue = await findRadioIssue(reader, actor.side, id);
    if (!issue) throw radioErrors.notFound();
    const [calendar, rules, overlaps] = await Promise.all([
      loadCalendar(reader),
      issue.channelId === null ? RuleBook.standard : findRuleBook(reader, issue.channelId),
      findOverlaps(reader, { bands: issue.bands, areas: issue.areas, exceptId: id }),
    ]);
    return presentRadioIssueDetail(issue, { calendar, rules, overlaps }, actor, reading);
  }

  /** @throws radio.notABand and the like for what is no band */
  async overlaps(actor: Actor, reading: Reading, query: FindRadioOverlapsDto): Promise<RadioOverlapListView> {
    const bands = query.band
      .split(/[;；]/u)
      .filter((text) => text.trim() !== '')
      .map(bandOf);
    const items = await findOverlaps(this.database.reader(actor), {
      bands,
      areas: query.area ?? [],
      exceptId: query.except,
    });
    return {
      bands: bands.map((band) => ({ ...band, label: null })),
      items: items.map((row) => presentOverlap(row, [], reading)),
    };
  }
}

function bandOf(text: string): ReadBand {
  const band = readBand(text);
  if (!(band instanceof DomainError)) return band;
  throw new DomainError(band.code, band.status, band.params, [{ path: 'band', code: band.code, params: band.params }]);
}
