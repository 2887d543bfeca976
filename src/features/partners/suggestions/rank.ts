import { findBridges } from './bridges.ts'
import type { ProfileTable } from './profile-table.ts'
import { type Measuring, measures, oneSidedSignals, soughtSignals, termsLeave } from './signals.ts'
import { type SignalKey, signals, type Weight, weights } from './weights.ts'

/** A pair as it was measured: how each side sees it, and the two combined. */
export interface Measured {
  /** Row of the other. */
  other: number
  /** 0 to 1: both interests together, by the room that the other has. */
  score: number
  /** 0 to 1: how far the other suits the first authority, and the first the other. */
  interest: number
  interestOfOther: number
}

export interface Ranker {
  /** Both interests of a pair together, 0 to 1, before anybody’s room is considered; symmetric. */
  join(own: number, other: number): number
  /** Measures one pair; rows of the table. */
  measure(own: number, other: number): Measured
  /** The best of some rows, the best first; equals in the order of the table. */
  rank(own: number, others: Iterable<number>, limit: number): Measured[]
  /** What each signal said of a pair, NaN where nothing is known, as the first row sees the second. */
  signalsOf(own: number, other: number): Record<SignalKey, number>
  measuring: Measuring
}

/** Signals with other weights than usual, or without some: for measuring what each is worth. */
export type Weighing = Readonly<Record<SignalKey, Weight>>

/**
 * Ranks partners. Each side’s interest is the weighted mean of the signals, silence counting as neutral, as far as the other is what its wishes ask for; the two are joined by their
 * harmonic mean, so that a match that only one side would want ranks low; what the other has no room for ranks lower.
 */
export function makeRanker(table: ProfileTable, weighing: Weighing = weights): Ranker {
  const used = signals.filter((key) => weighing[key].weight > 0)
  const measuring: Measuring = { table, bridges: findBridges(table) }
  const terms = used.map((key) => ({
    measure: measures[key],
    weight: weighing[key].weight,
    neutral: weighing[key].neutral,
    isOneSided: oneSidedSignals.includes(key),
    isSought: soughtSignals.includes(key),
  }))
  const total = terms.reduce((sum, { weight }) => sum + weight, 0)

  // Written into, so that millions of pairs make no object each.
  const interests = new Float64Array(2)
  const weigh = (own: number, other: number): void => {
    let mutual = 0
    let mine = 0
    let theirs = 0
    const isAsking = table.hasTerms[own] === 1 || table.hasTerms[other] === 1
    for (const { measure: read, weight, neutral, isOneSided, isSought } of terms) {
      const value = read(measuring, own, other)
      const known = Number.isNaN(value) ? neutral : value
      if (!isOneSided && !(isSought && isAsking)) {
        mutual += weight * known
        continue
      }
      const back = read(measuring, other, own)
      mine += weight * known
      theirs += weight * (Number.isNaN(back) ? neutral : back)
    }
    interests[0] = ((mutual + mine) / total) * termsLeave(table, own, other)
    interests[1] = ((mutual + theirs) / total) * termsLeave(table, other, own)
  }
  const join = (own: number, other: number): number => {
    weigh(own, other)
    const [mine = 0, theirs = 0] = interests
    return mine + theirs === 0 ? 0 : (2 * mine * theirs) / (mine + theirs)
  }
  const measure = (own: number, other: number): Measured => {
    const joined = join(own, other)
    const [interest = 0, interestOfOther = 0] = interests
    return { other, score: joined * (table.room[other] ?? 1), interest, interestOfOther }
  }

  return {
    join,
    measure,
    measuring,
    rank(own, others, limit) {
      const best: Measured[] = []
      for (const other of others) {
        if (other === own) continue
        const measured = measure(own, other)
        if (best.length === limit && measured.score <= (best[limit - 1]?.score ?? 0)) continue
        let place = best.length
        while (place > 0 && (best[place - 1]?.score ?? 0) < measured.score) place -= 1
        best.splice(place, 0, measured)
        if (best.length > limit) best.pop()
      }
      return best
    },
    signalsOf: (own, other) => ({
      wishes: measures.wishes(measuring, own, other),
      themes: measures.themes(measuring, own, other),
      competence: measures.competence(measuring, own, other),
      forms: measures.forms(measuring, own, other),
      size: measures.size(measuring, own, other),
      level: measures.level(measuring, own, other),
      character: measures.character(measuring, own, other),
      bridges: measures.bridges(measuring, own, other),
      assets: measures.assets(measuring, own, other),
      networks: measures.networks(measuring, own, other),
      contacts: measures.contacts(measuring, own, other),
      experience: measures.experience(measuring, own, other),
      nearness: measures.nearness(measuring, own, other),
      languages: measures.languages(measuring, own, other),
    }),
  }
}
