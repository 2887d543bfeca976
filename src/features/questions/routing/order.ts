import { type Trade, themesOfTrade } from '../../contacts/index.ts'
import type { Theme } from '../../networks/themes/index.ts'
import { alikePopulations, factorOf, isStateMatter, lookUpCompetence } from '../../partners/index.ts'
import type { AskedFor, NotAsked, RoutedOrganisation, RoutedPeer, RoutedQuestion } from './peer.ts'

/** Who has a tie with whom: the ids of two organisations. */
export type AreTied = (one: string, other: string) => boolean

/** Why somebody is asked, in the order in which the reasons count. */
export interface Standing {
  ground: AskedFor
  /** The trade of theirs that is meant; null for a sheet. */
  trade: Trade | null
  /** 0: leads the theme or has it by law; 1: shares it; 2: supports it, or no table says. */
  competence: 0 | 1 | 2
  isTied: boolean
  isLikeSized: boolean
  /** The share of questions that they answered in a year; a half where nobody asked. */
  share: number
  /** How many questions reached them in 90 days. */
  recent: number
  sharesLanguage: boolean
}

const [quotaDays, recentDays, likeSize] = [30, 90, 3]

/** The themes of a question: its own, else those of its trade. */
export function themesOf({ themes, trade }: Pick<RoutedQuestion, 'themes' | 'trade'>): readonly Theme[] {
  return themes.length > 0 || trade === null ? themes : themesOfTrade[trade]
}

/**
 * Whether somebody may be asked by a mail that leaves on an ISO day, and why they stand where they do; else the first reason against it.
 * `lately` are their country’s last five working days before it.
 */
export function examine(
  question: RoutedQuestion,
  peer: RoutedPeer,
  { day, lately, areTied }: { day: string; lately: readonly string[]; areTied: AreTied },
): Standing | NotAsked {
  const { by, visibility, named } = question
  const { organisation } = peer
  const isTied = areTied(by.id, organisation.id)
  const isWithin =
    visibility === 'group' ||
    (named.length === 0 && visibility === 'pair' ? isTied : named.includes(organisation.id))
  const themes = themesOf(question)
  const isRefused =
    (question.trade !== null && peer.notOn.includes(question.trade)) ||
    (themes.length > 0 && themes.every((theme) => peer.notOn.includes(theme)))
  const since = (days: number) => Temporal.PlainDate.from(day).subtract({ days }).toString()
  const askedSince = (first: string) => peer.askedOn.filter((on) => on >= first && on <= day).length
  if (organisation.id === by.id) return 'own_authority'
  if (!peer.consents || isRefused) return 'consent'
  if (!isWithin) return 'visibility'
  if (peer.absentUntil !== null && day <= peer.absentUntil) return 'absent'
  if (peer.quiet.some(([from, to]) => from <= day && day <= to)) return 'quiet'
  if (askedSince(since(quotaDays)) >= peer.quota) return 'quota'
  if (askedSince(lately.toSorted()[0] ?? day) > 0) return 'recent'
  const competence = competenceOf(organisation, themes)
  if (competence === null) return 'competence'
  const near = peer.trades.find(
    (trade) => !peer.notOn.includes(trade) && themesOfTrade[trade].some((theme) => themes.includes(theme)),
  )
  const isSame = question.trade !== null && peer.trades.includes(question.trade)
  const hasSheet = peer.sheets.some((theme) => themes.includes(theme))
  if (!isSame && !hasSheet && near === undefined) return 'trade'
  const sizes = alikePopulations(by, organisation)
  return {
    ground: isSame ? 'trade' : hasSheet ? 'sheet' : 'theme',
    trade: isSame ? question.trade : hasSheet ? null : (near ?? null),
    competence,
    isTied,
    isLikeSized: sizes !== null && factorOf(sizes.own, sizes.other) <= likeSize,
    share: (peer.answered + 1) / (peer.asked + 2),
    recent: askedSince(since(recentDays)),
    sharesLanguage: peer.languages.includes(question.language),
  }
}

/** How far an authority may act on the best of some themes; null where it may not, or the State alone does. */
function competenceOf(
  { country, tiers }: RoutedOrganisation,
  themes: readonly Theme[],
): Standing['competence'] | null {
  if (tiers.length === 0 || themes.length === 0) return 2
  const grades = themes.flatMap((theme) =>
    isStateMatter(theme, country)
      ? ['none']
      : tiers.flatMap((tier) => lookUpCompetence(theme, tier)?.grade ?? []),
  )
  if (grades.length === 0) return 2
  if (grades.includes('lead') || grades.includes('own')) return 0
  if (grades.includes('shared')) return 1
  return grades.includes('supports') ? 2 : null
}

const order: Readonly<Record<AskedFor, number>> = { trade: 0, sheet: 1, theme: 2 }

/** Sorts people by who is asked first; the last word is their id, so that the order in which they came never counts. */
export function compareStandings(
  [one, oneId]: readonly [Standing, string],
  [other, otherId]: readonly [Standing, string],
): number {
  return (
    order[one.ground] - order[other.ground] ||
    one.competence - other.competence ||
    Number(other.isTied) - Number(one.isTied) ||
    Number(other.isLikeSized) - Number(one.isLikeSized) ||
    other.share - one.share ||
    one.recent - other.recent ||
    Number(other.sharesLanguage) - Number(one.sharesLanguage) ||
    (oneId < otherId ? -1 : 1)
  )
}
