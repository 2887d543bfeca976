/** Codes of the agenda’s closed lists; their words are in the message files. */
export const eventKinds = [
  'mission',
  'delegation_received',
  'study_visit',
  'meeting',
  'seminar',
  'workshop',
  'conference',
  'forum',
  'summit',
  'trade_fair',
  'festival',
  'exhibition',
  'performance',
  'competition',
  'ceremony',
  'signing',
  'commemoration',
  'residency',
  'exchange',
  'other',
] as const
export type EventKind = (typeof eventKinds)[number]

export const eventStates = ['past', 'planned', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]

/** How firm a plan is. */
export const firmnesses = ['planned', 'intention', 'idea', 'hope'] as const
export type Firmness = (typeof firmnesses)[number]
