import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

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

// Begins only where no character of an address comes before: else each of many letters would be tried.
const mailAddress = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
// A number that begins as one dials it, +82 or 02; a day such as 01.09.2017 is none.
const phone = /(?<![\d.,])(?:\+\d{1,3}|00\d|0\d)(?:[\s.()-]*\d){7,}(?!\d)/
const days = /\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b/g

/** What no text that everybody reads may contain: a way to reach a person. */
export function personalMark(text: string): 'mail' | 'phone' | null {
  if (mailAddress.test(text)) return 'mail'
  return phone.test(text.replaceAll(days, ' ')) ? 'phone' : null
}

/** The languages of a text in which a person can be reached, each with how. */
export function listPersonalMarks(text: LocalizedText): { language: string; mark: 'mail' | 'phone' }[] {
  return Object.entries(text).flatMap(([language, passage]) => {
    const mark = personalMark(passage.text)
    return mark === null ? [] : [{ language, mark }]
  })
}
