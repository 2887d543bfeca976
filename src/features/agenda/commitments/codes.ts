/** What may be announced for the case that too few authorities commit themselves. */
export const outcomesBelow = ['reduced', 'cancelled'] as const

/** The decisions at the deadline; the words are in the message files. */
export const outcomes = ['go', ...outcomesBelow] as const
export type CommitmentOutcome = (typeof outcomes)[number]

/** The most authorities that an event can ask for, and the most people of one authority. */
export const mostCommitted = 999
