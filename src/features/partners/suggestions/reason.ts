import { type Theme, themes } from '../../networks/themes/index.ts'
import { strengthOf } from '../competences/competence.ts'
import { type Caution, cautionsOf, factorOf } from './caution.ts'
import type { Ground, Profile, ThemeUse } from './profile.ts'
import type { Ranker, Weighing } from './rank.ts'
import type { Trait } from './traits.ts'
import type { SignalKey } from './weights.ts'

/** One reason why a partner is suggested, in parts from which a sentence is made in any language; with what says so. */
export type Reason = { signal: SignalKey; grounds: Ground[] } & (
  | {
      says: 'theyHaveWhatYouSeek' | 'youHaveWhatTheySeek' | 'bothSeek' | 'bothWorkOn' | 'bothMayAct'
      themes: Theme[]
    }
  | { says: 'likeSize'; population: number; otherPopulation: number }
  | { says: 'likeRank' }
  | { says: 'alike'; traits: Trait[] }
  | { says: 'bridge'; holderId: string; partnerId: string | null; cooperationId: string; isOwn: boolean }
  | { says: 'onTheGround'; isYours: boolean }
  | { says: 'sameNetworks' | 'metBefore' | 'knowsYourCountry'; count: number }
  | { says: 'near'; kilometres: number }
  | { says: 'sameLanguage'; languages: string[] }
)

/** What would make a suggestion surer: what either side could say, or do. */
export type Raise = 'sayWhatYouSeek' | 'askWhatTheySeek' | 'sayWhatYouOffer' | 'meet' | 'findBridge'

export interface Explanation {
  /** The strongest first. */
  reasons: Reason[]
  cautions: Caution[]
  raises: Raise[]
}

/** Explains a pair as it was measured: each reason with its evidence, what speaks against it, and what would raise its rank. */
export function explain(ranker: Ranker, weighing: Weighing, ownRow: number, otherRow: number): Explanation {
  const { table } = ranker.measuring
  const [own, other] = [table.profiles[ownRow], table.profiles[otherRow]]
  if (!own || !other) return { reasons: [], cautions: [], raises: [] }
  const said = ranker.signalsOf(ownRow, otherRow)
  const back = ranker.signalsOf(otherRow, ownRow)
  const gain = (key: SignalKey) =>
    weighing[key].weight * (Math.max(orNothing(said[key]), orNothing(back[key])) - weighing[key].neutral)
  const reasons = [
    ...wishReasons(own, other),
    ...themeReasons(own, other),
    ...sizeReasons(own, other),
    ...rankReasons(said.level),
    ...traitReasons(own, other),
    ...bridgeReasons(ranker, ownRow, otherRow),
    ...assetReasons(own, other),
    ...countedReasons(own, other),
    ...nearReasons(said.nearness),
    ...languageReasons(own, other),
  ]
  return {
    reasons: reasons
      .filter(({ signal }) => gain(signal) > 0)
      .sort((one, two) => gain(two.signal) - gain(one.signal)),
    cautions: cautionsOf(own, other),
    raises: raisesOf(own, other, said),
  }
}

const orNothing = (value: number) => (Number.isNaN(value) ? 0 : value)

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
  const inPlay = themes.filter((theme) => [...own.seeks, ...other.seeks].some((use) => use.theme === theme))
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

function sizeReasons(own: Profile, other: Profile): Reason[] {
  const [population, otherPopulation] = [own.population, other.population]
  if (!population || !otherPopulation || factorOf(population, otherPopulation) > 2.5) return []
  return [{ signal: 'size', says: 'likeSize', population, otherPopulation, grounds: [] }]
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
    .flatMap(({ tie, holder }): Reason[] => {
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
          grounds: [{ kind: 'cooperation', id: cooperationId }],
        },
      ]
    })
}

function assetReasons(own: Profile, other: Profile): Reason[] {
  const yours = own.assets.filter(({ country }) => country === other.country)
  const theirs = other.assets.filter(({ country }) => country === own.country)
  return [
    ...(yours.length > 0
      ? [
          {
            signal: 'assets' as const,
            says: 'onTheGround' as const,
            isYours: true,
            grounds: yours.map(({ ground }) => ground),
          },
        ]
      : []),
    ...(theirs.length > 0
      ? [
          {
            signal: 'assets' as const,
            says: 'onTheGround' as const,
            isYours: false,
            grounds: theirs.map(({ ground }) => ground),
          },
        ]
      : []),
  ]
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

function raisesOf(own: Profile, other: Profile, said: Record<SignalKey, number>): Raise[] {
  return [
    ...(own.seeks.length === 0 ? ['sayWhatYouSeek' as const] : []),
    ...(own.offers.length === 0 ? ['sayWhatYouOffer' as const] : []),
    ...(other.seeks.length === 0 && other.offers.length === 0 ? ['askWhatTheySeek' as const] : []),
    ...(Number.isNaN(said.contacts) ? ['meet' as const] : []),
    ...(Number.isNaN(said.bridges) && Number.isNaN(said.assets) ? ['findBridge' as const] : []),
  ]
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
