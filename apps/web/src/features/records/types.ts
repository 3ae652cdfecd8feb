import type { ChannelEvent, PartialDate, SourceRef, TextView } from '../../shared/api/types.js';

export interface Band {
  nominalHz: string | null;
  lowHz: string | null;
  highHz: string | null;
}
export interface RadioIssue {
  id: string;
  code: string;
  title: TextView;
  type: string | null;
  services: string[];
  bands: Band[];
  regions: TextView | null;
  status: string;
  statusAsOf: string | null;
  season: string | null;
  illustrative: boolean;
}
export interface RadioIssueDetail extends RadioIssue {
  stations: TextView | null;
  positionKr: TextView | null;
  positionJp: TextView | null;
  history: { date: PartialDate | null; dateEnd: string | null; text: TextView }[];
  evidence: string | null;
  sources: SourceRef[];
  overlaps: { id: string; code: string; title: TextView }[];
}

/** One row of the other registers; each kind fills what it has. */
export interface RecordRow {
  id: string;
  code: string;
  name?: TextView;
  title?: TextView | string;
  text?: TextView | string;
  date?: PartialDate | null;
  dateEnd?: string | null;
  dateRemark?: string | null;
  place?: TextView | null;
  note?: string | null;
  sources?: SourceRef[];
  evidence?: string | null;
  usualMonth?: number;
  sampleFrom?: string | null;
  sampleTo?: string | null;
  sampleNote?: string | null;
  organiser?: TextView | null;
  body?: { code: string; name: TextView | null };
  commitment?: { id: string; code: string; text: TextView } | null;
  wording?: TextView | null;
  attribution?: string | null;
  sensitivity?: string | null;
}
export type ContextEvent = ChannelEvent;
