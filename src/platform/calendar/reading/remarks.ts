/** Why an event, or a change of one, was left out. */
export const omissions = ['noStart', 'dateImpossible', 'zoneUnknown', 'ruleUnreadable'] as const
export type Omission = (typeof omissions)[number]

/** Why the end of an event was left out, when the event was not. */
export type OddEnd = 'endBeforeStart' | 'endUnlikeStart' | 'endLeftOut'

export type RemarkCode =
  | Omission
  | OddEnd
  | 'recurrenceEmpty'
  | 'rulePartLeftOut'
  | 'dateLeftOut'
  | 'exceptionLeftOut'
  | 'changeExcluded'
  | 'lettersLost'
  | 'zoneByOffset'
  | 'changeLeftOut'
  | 'lineUnreadable'
  | 'cutOff'
  | 'notAnEvent'
  | 'uidMissing'
  | 'olderVersion'
  | 'zoneOfFile'
  | 'zoneDiffers'
  | 'floating'
  | 'exclusionByDay'
  | 'changeWithoutOccurrence'
  | 'changeAlone'
  | 'laterOccurrences'
  | 'endless'
  | 'tooManyOccurrences'
  | 'encodingGuessed'
  | 'series'

/** What the person who gave a calendar should know of how it was read. */
export interface CalendarRemark {
  code: RemarkCode
  /** The event that it is about, in words; empty for the whole file. */
  subject: string
  /** A value of the file, a number or a day: what the message of the code says. */
  detail: string
}

export const calendarTroubles = [
  ...omissions,
  'notCalendar',
  'empty',
  'nothingUsable',
  'tooLarge',
  'bomb',
  'tooManyEvents',
  'damaged',
  'tooSlow',
  'tooMuchMemory',
  'tooMany',
] as const
export type CalendarTrouble = (typeof calendarTroubles)[number]

/** A calendar that cannot be read, for a reason that is shown to the person who gave it. */
export class CalendarUnreadable extends Error {
  readonly code: CalendarTrouble
  readonly detail: string

  constructor(code: CalendarTrouble, detail = '', options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options)
    this.name = 'CalendarUnreadable'
    this.code = code
    this.detail = detail
  }
}

/** One event, or one change of an event, that cannot be read; or the end of one. */
export class EventUnreadable extends Error {
  readonly code: Omission | OddEnd
  readonly detail: string

  constructor(code: Omission | OddEnd, detail = '') {
    super(`${code}: ${detail}`)
    this.name = 'EventUnreadable'
    this.code = code
    this.detail = detail
  }
}
