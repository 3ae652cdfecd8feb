import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  findMeeting,
  findMeetingOfContribution,
  findMeetingOfItem,
  meetingContext,
  meetingLifecycle,
  meetingState,
  multilateralErrors,
  ReadSupport,
} from '#forum/multilateral';
import { loadCalendar } from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import { presentMeetingDetail, presentSupport } from './multilateral.presenter.js';
import type { MultilateralMeetingDetailView } from './multilateral.views.js';
import type { SupportListView } from './support.dto.js';

/** Reads meetings out of several capabilities; every change of one, or of what hangs on it, answers with the meeting as it is now. */
@Injectable()
export class MultilateralReader {
  constructor(
    private readonly database: Database,
    private readonly readSupport: ReadSupport,
  ) {}

  /** @throws multilateral.notFound */
  async read(actor: Actor, reading: Reading, id: string): Promise<MultilateralMeetingDetailView> {
    const reader = this.database.reader(actor);
    const [meeting, calendar] = await Promise.all([findMeeting(reader, id), loadCalendar(reader)]);
    if (!meeting) throw multilateralErrors.notFound();
    return presentMeetingDetail(meeting, calendar, actor, reading);
  }

  /** @throws multilateral.itemNotFound */
  async ofItem(actor: Actor, reading: Reading, itemId: string): Promise<MultilateralMeetingDetailView> {
    const found = await findMeetingOfItem(this.database.reader(actor), itemId);
    if (!found) throw multilateralErrors.itemNotFound();
    return this.read(actor, reading, found.meeting.id);
  }

  /** @throws multilateral.contributionNotFound */
  async ofContribution(actor: Actor, reading: Reading, id: string): Promise<MultilateralMeetingDetailView> {
    const found = await findMeetingOfContribution(this.database.reader(actor), id);
    if (!found) throw multilateralErrors.contributionNotFound();
    return this.read(actor, reading, found.meeting.id);
  }

  /** The restricted part, read apart from the rest because every reading of it is logged. @throws multilateral.notFound, common.forbidden */
  async support(actor: Actor, reading: Reading, meetingId: string): Promise<SupportListView> {
    const rows = await this.readSupport.run(actor, meetingId);
    const meeting = await findMeeting(this.database.reader(actor), meetingId);
    if (!meeting) throw multilateralErrors.notFound();
    return {
      meetingId,
      items: rows.map((row) => presentSupport(row, meeting, actor, reading)),
      allowedActions: meetingLifecycle
        .allowedActions(meetingState(meeting), meetingContext(meeting, actor))
        .filter(({ action }) => action === 'add-support'),
    };
  }
}
