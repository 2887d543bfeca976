import { type Theme, themes } from '../../networks/themes/index.ts'
import { isStateMatter, mainTiers, strengthOf, type Tier } from '../competence.ts'
import { alikePopulations, factorOf } from './likeness.ts'
import { bestFit, type Profile, type TermPart, termParts } from './profile.ts'

/** What speaks against a pair, to be said as plainly. */
export type Caution =
  | { says: 'theyMayNotAct' | 'youMayNotAct'; theme: Theme; mainTiers: Tier[]; otherTiers: Tier[] }
  | { says: 'stateMatter'; themes: Theme[]; country: string }
  | { says: 'theyMissYourTerms' | 'youMissTheirTerms'; parts: TermPart[] }
  | { says: 'manyTies'; count: number }
  | { says: 'refused'; count: number }
  | { says: 'otherSize'; factor: number }
  | { says: 'alreadyTied'; cooperationId: string }

const manyTies = 10
const otherSize = 12

/** The cautions about a pair. */
export function cautionsOf(own: Profile, other: Profile): Caution[] {
  const tied = own.ties.find(({ partnerId }) => partnerId === other.id)
  const live = other.ties.filter(({ isLive }) => isLive).length
  const sizes = alikePopulations(own, other)
  const factor = sizes ? factorOf(sizes.own, sizes.other) : 1
  return [
    ...(tied ? [{ says: 'alreadyTied' as const, cooperationId: tied.cooperationId }] : []),
    ...competenceCautions(own, other),
    ...missedTerms('theyMissYourTerms', own, other),
    ...missedTerms('youMissTheirTerms', other, own),
    ...(other.refusals > 0 ? [{ says: 'refused' as const, count: other.refusals }] : []),
    ...(live >= manyTies ? [{ says: 'manyTies' as const, count: live }] : []),
    ...(factor >= otherSize ? [{ says: 'otherSize' as const, factor: Math.round(factor) }] : []),
  ]
}

/** Cautions that hold for any partner: themes on which one may hardly act oneself, or that are the State’s over there. */
export function commonCautions(own: Profile, others: readonly Profile[]): Caution[] {
  const sought = soughtBy(own)
  const countries = [...new Set(others.map(({ country }) => country))].sort()
  return [
    ...sought.flatMap((theme) =>
      isWeak(theme, own) && !isOfState(theme, own)
        ? countries.map((country) => cautionOf('youMayNotAct', theme, own.country, country))
        : [],
    ),
    ...countries.flatMap((country): Caution[] => {
      const list = sought.filter((theme) => isStateMatter(theme, country))
      return list.length === 0 ? [] : [{ says: 'stateMatter', themes: list, country }]
    }),
  ]
}

function competenceCautions(own: Profile, other: Profile): Caution[] {
  return soughtBy(own).flatMap((theme) =>
    isWeak(theme, other) && !isOfState(theme, other)
      ? [cautionOf('theyMayNotAct', theme, other.country, own.country)]
      : [],
  )
}

// Terms that are met less than this are mentioned, of the wish that is met best.
const hardlyMet = 0.5

function missedTerms(
  says: 'theyMissYourTerms' | 'youMissTheirTerms',
  one: Profile,
  other: Profile,
): Caution[] {
  const fit = bestFit(one.terms, other)
  const parts = termParts.filter((part) => (fit?.parts.get(part) ?? 1) < hardlyMet)
  return parts.length === 0 ? [] : [{ says, parts }]
}

const soughtBy = (own: Profile) => themes.filter((theme) => own.seeks.some((use) => use.theme === theme))
const isWeak = (theme: Theme, { tiers }: Profile) => (strengthOf(theme, tiers) ?? 1) < 0.3
const isOfState = (theme: Theme, { country }: Profile) => isStateMatter(theme, country)

const cautionOf = (
  says: 'theyMayNotAct' | 'youMayNotAct',
  theme: Theme,
  country: string,
  otherCountry: string,
): Caution => ({
  says,
  theme,
  mainTiers: mainTiers(theme, country),
  otherTiers: mainTiers(theme, otherCountry),
})
