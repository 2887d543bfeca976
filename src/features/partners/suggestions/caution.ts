import { type Theme, themes } from '../../networks/themes/index.ts'
import { mainTiers, strengthOf, type Tier } from '../competences/competence.ts'
import type { Profile } from './profile.ts'

/** What speaks against it, to be said as plainly. */
export type Caution =
  | { says: 'theyMayNotAct' | 'youMayNotAct'; theme: Theme; mainTiers: Tier[]; otherTiers: Tier[] }
  | { says: 'stateMatter'; themes: Theme[]; country: string }
  | { says: 'manyTies'; count: number }
  | { says: 'refused'; count: number }
  | { says: 'otherSize'; factor: number }
  | { says: 'alreadyTied'; cooperationId: string }

const manyTies = 10
const otherSize = 12

/** What is to be borne in mind about a pair. */
export function cautionsOf(own: Profile, other: Profile): Caution[] {
  const tied = own.ties.find(({ partnerId }) => partnerId === other.id)
  const live = other.ties.filter(({ isLive }) => isLive).length
  const factor = own.population && other.population ? factorOf(own.population, other.population) : 1
  return [
    ...(tied ? [{ says: 'alreadyTied' as const, cooperationId: tied.cooperationId }] : []),
    ...competenceCautions(own, other),
    ...(other.refusals > 0 ? [{ says: 'refused' as const, count: other.refusals }] : []),
    ...(live >= manyTies ? [{ says: 'manyTies' as const, count: live }] : []),
    ...(factor >= otherSize ? [{ says: 'otherSize' as const, factor: Math.round(factor) }] : []),
  ]
}

function competenceCautions(own: Profile, other: Profile): Caution[] {
  const weak = (theme: Theme, { tiers }: Profile) => (strengthOf(theme, tiers) ?? 1) < 0.3
  const caution = (says: 'theyMayNotAct' | 'youMayNotAct', theme: Theme): Caution => ({
    says,
    theme,
    mainTiers: mainTiers(theme, (says === 'youMayNotAct' ? own : other).country),
    otherTiers: mainTiers(theme, (says === 'youMayNotAct' ? other : own).country),
  })
  const sought = themes.filter((theme) => own.seeks.some((use) => use.theme === theme))
  const isOfState = (theme: Theme, { country, tiers }: Profile) =>
    tiers.length > 0 && mainTiers(theme, country).length === 0
  const stateMatters = (profile: Profile): Caution[] => {
    const list = sought.filter((theme) => isOfState(theme, profile))
    return list.length === 0 ? [] : [{ says: 'stateMatter', themes: list, country: profile.country }]
  }
  return [
    ...sought.flatMap((theme) => [
      ...(weak(theme, own) && !isOfState(theme, own) ? [caution('youMayNotAct', theme)] : []),
      ...(weak(theme, other) && !isOfState(theme, other) ? [caution('theyMayNotAct', theme)] : []),
    ]),
    ...stateMatters(other),
  ]
}

/** How many times larger the larger of two is. */
export function factorOf(one: number, other: number): number {
  return Math.max(one, other) / Math.min(one, other)
}
