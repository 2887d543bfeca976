/** Whether an exchange took place. */
export const heldStates = ['held', 'moved', 'not_held'] as const
export type HeldState = (typeof heldStates)[number]

/** What came of an exchange; their words are in the message files. The last two exclude all others. */
export const outcomeResults = [
  'agreement',
  'project',
  'contract_or_order',
  'exchange_of_people',
  'publication',
  'service_changed',
  'decision',
  'nothing_yet',
  'nothing',
] as const
export type OutcomeResult = (typeof outcomeResults)[number]

export const nothings: readonly OutcomeResult[] = ['nothing_yet', 'nothing']

/** Days after the last possible day of an exchange from which its holders are asked. */
export const askedAfterDays = 30
/** Months after which an exchange without a date counts as over: that long after it became known. */
export const undatedMonths = 12
/** How long a question is open, and the link in its mail lives. */
export const openDays = 60
/** Days after which a question by mail is asked a second and last time. */
export const remindedAfterDays = 14
/** Exchanges that ended earlier are asked about only if nobody ever said whether they took place. */
export const askedWithinMonths = 24
