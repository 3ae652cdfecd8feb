/** Answers of /api/v1 as the screens read them (design.md 4). Dates are YYYY-MM-DD, instants ISO 8601 in UTC. */
import type { Language, Side } from '#core/kernel';

export type { Language, Side };
export type TextStatus = 'missing' | 'draft' | 'machine' | 'checked' | 'authentic';
export interface TextView {
  text: string;
  lang: Language;
  status: TextStatus;
  stale: boolean;
  of: number;
  revision: number;
  all?: Record<Language, Omit<TextView, 'all'>>;
}
export interface Allowed {
  action: string;
  allowed: boolean;
  reason: string | null;
}
export interface List<T> {
  items: T[];
  hasMore?: boolean;
  nextCursor?: string | null;
}
export interface Key {
  side: Side;
  turned: boolean;
  post: PostRef | null;
  at: string | null;
}
export interface PostRef {
  id: string;
  title: TextView;
  body: TextView;
  side: Side | null;
  rank: number;
}
export interface Me {
  id: string;
  email: string;
  name: TextView;
  side: Side | null;
  roles: string[];
  language: Language;
  post: PostRef | null;
  demo: boolean;
  now: string;
  today: string;
}
export interface DemoAccounts {
  password: string | null;
  items: { email: string; side: Side | null; role: string; title: TextView | null }[];
}

export interface PartialDate {
  value: string;
  precision: 'year' | 'month' | 'day';
}
export type Level = 'expert' | 'division' | 'dg' | 'vice_minister' | 'minister' | 'summit' | 'local' | 'private';
export interface Topic {
  code: string;
  name: TextView;
}
export interface SourceRef {
  code: string;
  title: string;
  published: string | null;
  lang: string;
  reliability: string;
  address: string | null;
  kind: string;
}

export interface WorkItem {
  kind: 'agenda-sign' | 'agenda-translate' | 'agenda-exchange' | 'action-report' | 'action-confirm' | 'session-step';
  title: TextView;
  href: string;
  due: string | null;
  daysLeft: number | null;
  illustrative: boolean;
}
export interface Home {
  waitsForMe: WorkItem[];
  waitsForThem: WorkItem[];
  nextSessions: SessionSummary[];
  overdue: ActionSummary[];
}

export interface ChannelSummary {
  id: string;
  code: string;
  name: TextView;
  state: string;
  nominalLevel: Level;
  lastHeld: { sessionId: string | null; date: PartialDate; level: Level | null } | null;
  nextSession: { sessionId: string; date: string } | null;
  topics: Topic[];
  illustrative: boolean;
  parentId: string | null;
  derivedFromId: string | null;
}
export interface ChannelName {
  side: Side | null;
  lang: Language;
  text: string;
  from: string | null;
  to: string | null;
  kind: string;
}
export interface ChannelDetail extends ChannelSummary {
  names: ChannelName[];
  parties: TextView[];
  cadence: TextView | null;
  hosting: string | null;
  note: string | null;
  events: ChannelEvent[];
  sessions: SessionSummary[];
  relations: { kind: string; channelId: string; name: TextView }[];
  sources: SourceRef[];
  allowedActions: Allowed[];
}
export interface ChannelEvent {
  id: string;
  channelId: string;
  type: string;
  date: PartialDate;
  dateEnd: string | null;
  text: TextView;
  level: Level | null;
  evidence: string;
  sources: SourceRef[];
  note: string | null;
}
export interface TimelineChannel {
  id: string;
  code: string;
  name: TextView;
  state: string;
  nominalLevel: Level;
  events: ChannelEvent[];
  sessions: SessionSummary[];
}
export interface Timeline {
  channels: TimelineChannel[];
  from: string;
  to: string;
}

export interface SessionSummary {
  id: string;
  code: string | null;
  channel: { id: string; name: TextView };
  ordinal: number | null;
  title: TextView;
  date: PartialDate;
  dateEnd: string | null;
  startsAt: string | null;
  zone: string;
  place: TextView | null;
  host: Side | null;
  level: Level;
  nominalLevel: Level;
  state: string;
  illustrative: boolean;
  daysLeft: number | null;
}
export interface Deadline {
  rule: string;
  offsetDays: number;
  raw: string;
  date: string;
  owner: string;
  passed: boolean;
}
export interface Delegation {
  side: Side;
  state: 'draft' | 'submitted' | 'accepted';
  head: PostRef | null;
  members: { post: PostRef; role: string }[];
}
export interface SessionDetail extends SessionSummary {
  etag: string;
  format: string;
  outcome: TextView | null;
  topics: Topic[];
  deadlines: Deadline[];
  readiness: { ready: boolean; blocks: { code: string; params: Record<string, string | number> }[] };
  delegations: Delegation[];
  interpretationConfirmed: boolean;
  documents: { code: string; name: TextView; instrumentId: string }[];
  sources: SourceRef[];
  note: string | null;
  actions: ActionSummary[];
  allowedActions: Allowed[];
}

export type TextField = 'title' | 'description';
export interface AgendaGap {
  itemId: string;
  field: TextField;
  lang: Language;
  gap: 'missing' | 'stale' | 'machine' | 'draft';
}
export type Objective = 'inform' | 'discuss' | 'decide' | 'sign';
export interface AgendaItem {
  id: string;
  etag: string;
  number: number;
  title: TextView;
  description: TextView | null;
  proposer: Side;
  lead: Side | null;
  minutes: number;
  startsAt: string | null;
  objective: Objective;
  audience: string;
  state: string;
  privateNote: TextView | null;
  illustrative: boolean;
  allowedActions: Allowed[];
}
export interface Agenda {
  id: string | null;
  sessionId: string;
  etag: string;
  state: 'draft' | 'exchanged' | 'in_negotiation' | 'agreed' | 'adopted';
  audience: string;
  hash: string | null;
  version: number;
  keys: Key[];
  gaps: AgendaGap[];
  totalMinutes: number;
  items: AgendaItem[];
  allowedActions: Allowed[];
  illustrative: boolean;
}
export interface AgendaVersion {
  version: number;
  hash: string;
  createdAt: string;
  agreed: boolean;
  signatures: { side: Side; at: string; cleared: boolean }[];
}

export interface ActionSummary {
  id: string;
  number: string;
  title: TextView;
  owner: PostRef;
  due: string;
  originalDue: string | null;
  daysLeft: number;
  overdue: boolean;
  state: string;
  joint: boolean;
  illustrative: boolean;
  session: { id: string; title: TextView } | null;
  commitment: { id: string; code: string; text: TextView } | null;
}
export interface Evidence {
  id: string;
  kind: 'link' | 'note' | 'document' | 'meeting';
  text: TextView | null;
  url: string | null;
  at: string;
  side: Side;
}
export interface HistoryEntry {
  at: string;
  event: string;
  side: Side | null;
  post: TextView | null;
  params: Record<string, string>;
}
export interface ActionDetail extends ActionSummary {
  etag: string;
  evidence: Evidence[];
  history: HistoryEntry[];
  reminders: ReminderView[];
  allowedActions: Allowed[];
}
export interface ReminderView {
  id: string;
  rule: string;
  offsetDays: number;
  ruleDate: string;
  dueAt: string;
  zone: string;
  state: string;
  sentAt: string | null;
  recipient: PostRef;
  subjectType: string;
  subjectId: string;
  title: TextView;
}
export interface MailView {
  id: string;
  subject: string;
  to: string;
  language: Language;
  sentAt: string;
  text: string;
  href: string | null;
}

export interface InstrumentSummary {
  id: string;
  code: string;
  name: TextView;
  kind: string;
  date: PartialDate;
  legal: string;
  place: TextView | null;
  counts: Record<string, number>;
  illustrative: boolean;
}
export interface ConflictView {
  code: string;
  topic: string;
  text: string;
  handling: string;
  sources: SourceRef[];
}
export interface CommitmentSummary {
  id: string;
  code: string;
  text: TextView;
  area: Topic | null;
  strength: string;
  agreed: boolean;
  status: string;
  statusAsOf: string | null;
  due: PartialDate | null;
  topics: Topic[];
  instrument: { id: string; name: TextView } | null;
  session: { id: string; title: TextView; date: PartialDate } | null;
  illustrative: boolean;
}
export interface InstrumentDetail extends InstrumentSummary {
  areas: Topic[];
  commitments: CommitmentSummary[];
  sources: SourceRef[];
  conflicts: ConflictView[];
  note: string | null;
  textAvailable: boolean | null;
}
export interface ChainLink {
  kind: string;
  title: TextView;
  date: PartialDate | null;
  href: string | null;
  state: string | null;
  side: Side | null;
}
export interface CommitmentDetail extends CommitmentSummary {
  followUp: { text: TextView; sources: SourceRef[] } | null;
  statusNote: string | null;
  sources: SourceRef[];
  evidence: string;
  chain: ChainLink[];
  actions: ActionSummary[];
  conflicts: ConflictView[];
}
