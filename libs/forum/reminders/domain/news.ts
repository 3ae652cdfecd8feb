/** News of one side's act that the other side, or both, learn at once, and that has no proposal to tell it. */
export const NEWS = [
  'escalation-placed',
  'escalation-accepted',
  'escalation-returned',
  'support-asked',
  'support-answered',
  'position-exchanged',
  'radio-reported',
  'radio-position-exchanged',
  'radio-measurement-exchanged',
  'paper-released',
] as const;
export type News = (typeof NEWS)[number];

export const isNews = (rule: string): rule is News => NEWS.some((news) => news === rule);
