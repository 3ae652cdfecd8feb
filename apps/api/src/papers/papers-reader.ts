import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database, type Reader } from '#platform/database';
import { agendaOfSession, itemNumbers } from '#forum/agenda';
import {
  chainOf,
  findPaper,
  findPaperSession,
  paperDueDate,
  papersErrors,
  papersOfSession,
  type PaperRow,
} from '#forum/papers';
import { findSessionRules, sessionsErrors } from '#forum/sessions';
import { subjectsOf } from '#forum/two-key';
import { loadCalendar } from '#forum/working-days';
import { InjectConfig } from '../http/config.token.js';
import type { Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { announcing, presentLink, presentPaper, sortPapers, type PaperSurroundings } from './papers.presenter.js';
import type { PaperListView, PaperSessionView, PaperView } from './papers.views.js';

/** Reads papers out of several capabilities; every change of a paper answers with it. */
@Injectable()
export class PapersReader {
  constructor(
    private readonly database: Database,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** @throws papers.notFound */
  async read(actor: Actor, reading: Reading, id: string): Promise<PaperView> {
    const reader = this.database.reader(actor);
    const paper = await findPaper(reader, id);
    if (!paper) throw papersErrors.notFound();
    const [around, chain] = await Promise.all([surroundings(reader, actor, paper.sessionId), chainOf(reader, id)]);
    return {
      ...presentPaper(paper, around, actor, reading),
      uploadMaxBytes: this.config.uploadMaxBytes,
      session: await presentSession(reader, actor, reading, paper, around),
      chain: chain.map((link) => presentLink(link, reading)),
    };
  }

  /** Papers of a session; whoever may read one of them may ask, although the session itself is not shown to them. @throws sessions.notFound */
  async list(actor: Actor, reading: Reading, sessionId: string): Promise<PaperListView> {
    const reader = this.database.reader(actor);
    const [session, papers, around] = await Promise.all([
      findPaperSession(reader, sessionId),
      papersOfSession(reader, sessionId),
      surroundings(reader, actor, sessionId),
    ]);
    if (!session && papers.length === 0) throw sessionsErrors.notFound();
    return {
      sessionId,
      dueDate: session ? paperDueDate(session, around.calendar, around.rules) : null,
      items: sortPapers(papers, actor).map((paper) => presentPaper(paper, around, actor, reading)),
      allowedActions: announcing(session, actor),
    };
  }
}

async function surroundings(reader: Reader, actor: Actor, sessionId: string): Promise<PaperSurroundings> {
  const [calendar, rules, agenda] = await Promise.all([
    loadCalendar(reader),
    findSessionRules(reader, sessionId),
    agendaOfSession(reader, actor.side, sessionId),
  ]);
  const rows = agenda?.items ?? [];
  const numbers = itemNumbers(rows);
  return {
    calendar,
    rules,
    items: rows.map((item) => ({ id: item.id, number: numbers.get(item.id) ?? null, title: item.title })),
  };
}

async function presentSession(
  reader: Reader,
  actor: Actor,
  reading: Reading,
  { session }: PaperRow,
  { calendar, rules }: PaperSurroundings,
): Promise<PaperSessionView | null> {
  if (!session) return null;
  const seen = await subjectsOf(reader, actor.side, [{ subjectType: 'session', subjectId: session.id }]);
  const title = seen.get(session.id)?.title ?? session.channelName;
  return {
    id: session.id,
    title: presentText(title, reading),
    zone: session.zone,
    dueDate: paperDueDate(session, calendar, rules),
    embargoAt: session.embargoAt,
  };
}
