/** Codes of the agenda’s closed lists; their words are in the message files. */
export const eventKinds = [
  'mission',
  'delegation_received',
  'study_visit',
  'job_shadowing',
  'meeting',
  'seminar',
  'webinar',
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
  'reception',
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

export const attendances = ['on_site', 'online', 'both'] as const
export type Attendance = (typeof attendances)[number]

/** Who reads an event: everybody, the people of the network, or its holders. */
export const visibilities = ['public', 'network', 'hosts'] as const
export type Visibility = (typeof visibilities)[number]

/** The role of an organisation in an event. */
export const eventRoles = [
  'host',
  'co_organiser',
  'participant',
  'signatory',
  'guest',
  'guest_of_honour',
  'subject',
  'proposer',
] as const

/** Roles that do not hold an event, and whose members do not change it. */
export const onlookers: readonly string[] = ['guest', 'guest_of_honour', 'subject']
