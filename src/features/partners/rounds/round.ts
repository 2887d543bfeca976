import { digestOf } from '../../../platform/context/secret-token.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { type Theme, themes } from '../../networks/themes/index.ts'

export const wishKinds = ['search', 'offer'] as const
export type WishKind = (typeof wishKinds)[number]

/** So many things one authority wishes for in one round. */
export const mostWishes = 3

export interface RoundWish {
  id: string
  organisationId: string
  kind: WishKind
  text: LocalizedText
  themes: Theme[]
  commitments: { id: string; text: LocalizedText }[]
}

export interface RoundRow {
  organisation: OrganisationRef
  /** It said that it had nothing to wish for. */
  hasPassed: boolean
  wishes: RoundWish[]
}

export interface Round {
  id: string
  networkId: string
  meetingId: string
  openedAt: Date
  closedAt: Date | null
  rows: RoundRow[]
}

/** Those who have neither wished for anything nor said that they do not. */
export function silentRows(rows: readonly RoundRow[]): RoundRow[] {
  return rows.filter(({ hasPassed, wishes }) => !hasPassed && wishes.length === 0)
}

export interface WishGroup {
  /** Null for what names no theme yet. */
  theme: Theme | null
  wishes: { wish: RoundWish; row: RoundRow }[]
}

/** The wishes of a round by theme, those that most share first; a wish with several themes is under each, one without comes last. */
export function groupWishes(rows: readonly RoundRow[]): WishGroup[] {
  const all = rows.flatMap((row) => row.wishes.map((wish) => ({ wish, row })))
  const byTheme = themes
    .map((theme): WishGroup => ({ theme, wishes: all.filter(({ wish }) => wish.themes.includes(theme)) }))
    .filter(({ wishes }) => wishes.length > 0)
    .sort((one, other) => other.wishes.length - one.wishes.length)
  const without = all.filter(({ wish }) => wish.themes.length === 0)
  return without.length === 0 ? byTheme : [...byTheme, { theme: null, wishes: without }]
}

export interface WishMatch {
  one: { wish: RoundWish; row: RoundRow }
  other: { wish: RoundWish; row: RoundRow }
  themes: Theme[]
  /** One offers what the other looks for; else both look for the same. */
  isOffered: boolean
}

/** Wishes of two countries that meet: an offer with a search first, then two searches; most themes in common first. */
export function matchWishes(rows: readonly RoundRow[]): WishMatch[] {
  const all = rows.flatMap((row) => row.wishes.map((wish) => ({ wish, row })))
  const matches = all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other): WishMatch[] => {
      const shared = one.wish.themes.filter((theme) => other.wish.themes.includes(theme))
      const isAcross = one.row.organisation.country !== other.row.organisation.country
      const bothOffer = one.wish.kind === 'offer' && other.wish.kind === 'offer'
      if (!isAcross || shared.length === 0 || bothOffer) return []
      return [{ one, other, themes: shared, isOffered: one.wish.kind !== other.wish.kind }]
    }),
  )
  return matches.sort(
    (one, other) =>
      Number(other.isOffered) - Number(one.isOffered) || other.themes.length - one.themes.length,
  )
}

/** What an authority has said, as one short text, which differs once anything of it was changed, by any person. */
export function versionOfRow({ hasPassed, wishes }: Pick<RoundRow, 'hasPassed' | 'wishes'>): string {
  const said = wishes.map(({ id, kind, text, themes }) => [id, kind, Object.entries(text).sort(), themes])
  return digestOf(JSON.stringify([hasPassed, said]))
}
