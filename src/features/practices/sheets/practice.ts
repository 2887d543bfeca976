import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

/** How far a sheet has come; only a published one is for everybody. */
export const publications = ['proposed', 'draft', 'published', 'withdrawn'] as const

/** Whether a fact was said: that it is not public is an answer, too. */
export const saidStates = ['not_said', 'said', 'not_public'] as const
export const failedStates = ['not_said', 'said', 'nothing'] as const

export const licences = ['etalab_2', 'kogl_1', 'cc_by_4', 'all_rights'] as const

/** The records from which a sheet may come. */
export const linkKinds = ['cooperation', 'event'] as const

export const confirmations = ['claimed', 'confirmed', 'disputed'] as const
export type Confirmation = (typeof confirmations)[number]

export const ages = ['current', 'to_review', 'outdated'] as const
export type Age = (typeof ages)[number]

/** Months after the last look at which a sheet is to be looked at again, and at which nobody should rely on it. */
export const monthsToReview = 24
export const monthsOutdated = 36

interface Looked {
  /** ISO day on which somebody of the holder last said that it is true. */
  lookedOn: string
  /** The post that it names has nobody. */
  isContactVacant: boolean
  holder: { validUntil: string | null }
}

/** How old a sheet is on an ISO day, by its last look; outdated at once where its holder or its contact is gone. */
export function ageOf({ lookedOn, isContactVacant, holder }: Looked, today: string): Age {
  const isGone = isContactVacant || (holder.validUntil !== null && holder.validUntil <= today)
  if (isGone || reviewDay(lookedOn, monthsOutdated) <= today) return 'outdated'
  return reviewDay(lookedOn, monthsToReview) <= today ? 'to_review' : 'current'
}

function reviewDay(lookedOn: string, months: number): string {
  return Temporal.PlainDate.from(lookedOn).add({ months }).toString()
}

/** What a sheet lacks before it is published. */
export function missingIn(document: {
  problem: LocalizedText
  done: LocalizedText
  failedSaid: (typeof failedStates)[number]
}) {
  const isEmpty = (text: LocalizedText) => Object.keys(text).length === 0
  return [
    ...(isEmpty(document.problem) ? ['problem' as const] : []),
    ...(isEmpty(document.done) ? ['done' as const] : []),
    ...(document.failedSaid === 'not_said' ? ['failed' as const] : []),
  ]
}
