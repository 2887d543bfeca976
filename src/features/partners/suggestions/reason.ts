import { type Theme, themes } from '../../networks/themes/index.ts'
import { strengthOf } from '../competence.ts'
import type { PartnershipForm } from '../forms.ts'
import { alikePopulations, factorOf, levelLikeness } from './likeness.ts'
import {
  bestFit,
  type Ground,
  type Profile,
  sharedForms,
  type TermPart,
  type ThemeUse,
  termParts,
} from './profile.ts'
import type { Ranker } from './rank.ts'
import type { Trait } from './traits.ts'
import type { SignalKey } from './weights.ts'

/** One reason why a partner is suggested, in parts from which a sentence is made in any language; with what says so. */
export type Reason = { signal: SignalKey | 'terms'; grounds: Ground[] } & (
  | {
      says: 'theyHaveWhatYouSeek' | 'youHaveWhatTheySeek' | 'bothSeek' | 'bothWorkOn' | 'bothMayAct'
      themes: Theme[]
    }
  | { says: 'theyMeetYourTerms' | 'youMeetTheirTerms'; parts: TermPart[] }
  | { says: 'sameForms'; forms: PartnershipForm[] }
  /** `area`: whose figure is that of the grouping of which it is the largest town. */
  | { says: 'likeSize'; own: number; other: number; area: 'own' | 'other' | null }
  | { says: 'likeRank' }
  | { says: 'alike'; traits: Trait[] }
  | {
      says: 'bridge'
      holderId: string
      partnerId: string | null
      cooperationId: string
      isOwn: boolean
      /** 0 to 1: how far it leads. */
      strength: number
    }
  | { says: 'onTheGround'; isYours: boolean }
  | { says: 'sameNetworks' | 'metBefore' | 'knowsYourCountry'; count: number }
  | { says: 'near'; kilometres: number }
  | { says: 'sameLanguage'; languages: string[] }
)

/** Every reason for a pair, as its two sides were measured, in no order. */
export function reasonsOf(ranker: Ranker, ownRow: number, otherRow: number, nearness: number): Reason[] {
  const { table } = ranker.measuring
  const [own, other] = [table.profiles[ownRow], table.profiles[otherRow]]
  if (!own || !other) return []
  return [
    ...wishReasons(own, other),
    ...themeReasons(own, other),
    ...termReasons('theyMeetYourTerms', own, other),
    ...termReasons('youMeetTheirTerms', other, own),
    ...formReasons(own, other),
    ...sizeReasons(own, other),
    ...rankReasons(levelLikeness(table, ownRow, otherRow)),
    ...traitReasons(own, other),
    ...bridgeReasons(ranker, ownRow, otherRow),
    ...assetReasons(own, other),
    ...countedReasons(own, other),
    ...nearReasons(nearness),
    ...languageReasons(own, other),
  ]
}

function wishReasons(own: Profile, other: Profile): Reason[] {
  const theirs = [...other.offers, ...other.practises]
  const mine = [...own.offers, ...own.practises]
  return [
    ...meeting('theyHaveWhatYouSeek', own.seeks, theirs),
    ...meeting('youHaveWhatTheySeek', other.seeks, mine),
    ...meeting('bothSeek', own.seeks, other.seeks),
  ]
}

function themeReasons(own: Profile, other: Profile): Reason[] {
  const shared = meeting('bothWorkOn', own.practises, other.practises, 'themes')
  // What the reader seeks, before what the other does.
  const sought = own.seeks.length > 0 ? own.seeks : other.seeks
  const inPlay = themes.filter((theme) => sought.some((use) => use.theme === theme))
  const possible = inPlay.filter(
    (theme) => (strengthOf(theme, own.tiers) ?? 0) >= 0.8 && (strengthOf(theme, other.tiers) ?? 0) >= 0.8,
  )
  return [
    ...shared,
    ...(possible.length > 0
      ? [
          {
            signal: 'competence' as const,
            says: 'bothMayAct' as const,
            themes: possible,
            grounds: [{ kind: 'table' as const, id: '' }],
          },
        ]
      : []),
  ]
}

function meeting(
  says: 'theyHaveWhatYouSeek' | 'youHaveWhatTheySeek' | 'bothSeek' | 'bothWorkOn',
  one: readonly ThemeUse[],
  other: readonly ThemeUse[],
  signal: SignalKey = 'wishes',
): Reason[] {
  const shared = themes.filter(
    (theme) => one.some((use) => use.theme === theme) && other.some((use) => use.theme === theme),
  )
  if (shared.length === 0) return []
  const uses = [...one, ...other].filter(({ theme }) => shared.includes(theme))
  return [{ signal, says, themes: shared, grounds: unique(uses.map(({ ground }) => ground)) }]
}

// Terms that are met at least this well are reported as met.
const wellMet = 0.75

function termReasons(
  says: 'theyMeetYourTerms' | 'youMeetTheirTerms',
  one: Profile,
  other: Profile,
): Reason[] {
  const fit = bestFit(one.terms, other)
  const parts = termParts.filter((part) => fit?.parts.has(part))
  // That an authority is of the other country is no news.
  if (!fit || fit.whole < wellMet || parts.every((part) => part === 'country')) return []
  return [{ signal: 'terms', says, parts, grounds: [fit.ground] }]
}

function formReasons(own: Profile, other: Profile): Reason[] {
  const shared = sharedForms(own.terms, other.terms) ?? []
  if (shared.length === 0) return []
  const naming = [...own.terms, ...other.terms].filter(({ forms }) =>
    forms.some((form) => shared.includes(form)),
  )
  return [
    {
      signal: 'forms',
      says: 'sameForms',
      forms: shared,
      grounds: unique(naming.map(({ ground }) => ground)),
    },
  ]
}

function sizeReasons(own: Profile, other: Profile): Reason[] {
  const sizes = alikePopulations(own, other)
  if (!sizes || factorOf(sizes.own, sizes.other) > 2.5) return []
  return [{ signal: 'size', says: 'likeSize', ...sizes, grounds: [] }]
}

function rankReasons(level: number): Reason[] {
  return level >= 0.8 ? [{ signal: 'level', says: 'likeRank', grounds: [] }] : []
}

function traitReasons(own: Profile, other: Profile): Reason[] {
  const traits = own.traits.filter((trait) => other.traits.includes(trait))
  return traits.length === 0
    ? []
    : [{ signal: 'character', says: 'alike', traits, grounds: [{ kind: 'table', id: '' }] }]
}

const mostBridges = 2

function bridgeReasons(ranker: Ranker, ownRow: number, otherRow: number): Reason[] {
  const { table, bridges } = ranker.measuring
  return bridges
    .list(ownRow, otherRow)
    .slice(0, mostBridges)
    .flatMap(({ tie, holder, strength }): Reason[] => {
      const profile = table.profiles[holder]
      if (!profile) return []
      const { partnerId, cooperationId } = tie
      return [
        {
          signal: 'bridges',
          says: 'bridge',
          holderId: profile.id,
          partnerId,
          cooperationId,
          isOwn: holder === ownRow,
          strength,
          grounds: [{ kind: 'cooperation', id: cooperationId }],
        },
      ]
    })
}

function assetReasons(own: Profile, other: Profile): Reason[] {
  const on = ({ assets }: Profile, country: string, isYours: boolean): Reason[] => {
    const grounds = assets.filter((asset) => asset.country === country).map(({ ground }) => ground)
    return grounds.length === 0 ? [] : [{ signal: 'assets', says: 'onTheGround', isYours, grounds }]
  }
  return [...on(own, other.country, true), ...on(other, own.country, false)]
}

function countedReasons(own: Profile, other: Profile): Reason[] {
  const networks = own.networks.filter((id) => other.networks.includes(id))
  const occasions = own.occasions.filter((id) => other.occasions.includes(id))
  const ties = other.ties.filter(({ country }) => country === own.country)
  return [
    ...(networks.length > 0
      ? [{ signal: 'networks' as const, says: 'sameNetworks' as const, count: networks.length, grounds: [] }]
      : []),
    ...(occasions.length > 0
      ? [
          {
            signal: 'contacts' as const,
            says: 'metBefore' as const,
            count: occasions.length,
            grounds: occasions.map((id) => ({ kind: 'event' as const, id })),
          },
        ]
      : []),
    ...(ties.length > 0
      ? [
          {
            signal: 'experience' as const,
            says: 'knowsYourCountry' as const,
            count: ties.length,
            grounds: unique(
              ties.map(({ cooperationId }) => ({ kind: 'cooperation' as const, id: cooperationId })),
            ),
          },
        ]
      : []),
  ]
}

function nearReasons(nearness: number): Reason[] {
  if (!(nearness > 0.35)) return []
  return [
    { signal: 'nearness', says: 'near', kilometres: Math.round(-Math.log(nearness) * 600), grounds: [] },
  ]
}

function languageReasons(own: Profile, other: Profile): Reason[] {
  const languages = own.languages.filter((language) => other.languages.includes(language))
  return languages.length === 0 ? [] : [{ signal: 'languages', says: 'sameLanguage', languages, grounds: [] }]
}

function unique<T>(list: readonly T[]): T[] {
  const seen = new Set<string>()
  return list.filter((each) => {
    const key = JSON.stringify(each)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
