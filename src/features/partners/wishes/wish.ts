/** Codes of wishes; their words are in the message files. */
export const wishKinds = ['search', 'offer'] as const
export type WishKind = (typeof wishKinds)[number]

/** Who reads a wish: everybody, or the people of the network. */
export const visibilities = ['public', 'network'] as const
export type Visibility = (typeof visibilities)[number]

/** The visibilities and `withdrawn`: only people who may change it read it then. */
export const publications = [...visibilities, 'withdrawn'] as const

export const wishStates = ['open', 'expired', 'found', 'abolished', 'withdrawn'] as const
export type WishState = (typeof wishStates)[number]

/** What the page of a wish may say of what was just done to it. */
export const doneWords = ['published', 'renewed', 'found', 'reopened', 'withdrawn'] as const
export type WishDone = (typeof doneWords)[number]

interface Wished {
  /** Null for a withdrawn wish. */
  publishedAt: Date | null
  /** ISO day since when its authority has found. */
  foundOn: string | null
  /** ISO day, the last on which it is answered. */
  expiresOn: string
  organisation: { validUntil: string | null }
}

/** The state of a wish on an ISO day: only an open one is answered. What ended for good is said before what can be renewed. */
export function stateOf({ publishedAt, foundOn, expiresOn, organisation }: Wished, today: string): WishState {
  if (publishedAt === null) return 'withdrawn'
  if (foundOn !== null && foundOn <= today) return 'found'
  if (organisation.validUntil !== null && organisation.validUntil <= today) return 'abolished'
  return expiresOn < today ? 'expired' : 'open'
}

/** The default last day of a wish, and the latest one, from an ISO day on. */
export function usualExpiry(from: string): string {
  return Temporal.PlainDate.from(from).add({ years: 1 }).toString()
}

export function latestExpiry(from: string): string {
  return Temporal.PlainDate.from(from).add({ years: 2 }).toString()
}
