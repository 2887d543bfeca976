import { parentPort } from 'node:worker_threads'
import type { Profile } from '../profile.ts'
import { tabulate } from '../profile-table.ts'
import { makeRanker, type Ranker } from '../rank.ts'
import { measureAgain, measureAll, type PairBook, type Sides, sidesOf } from './pair-book.ts'
import type { Asked, Told } from './pair-keeper.ts'

// A thread of its own: millions of pairs take seconds, in which other requests go on.
const port = parentPort
if (port) {
  const tell = (told: Told) => port.postMessage(told)
  let profiles: Profile[] = []
  let ranker: Ranker | null = null
  let book: PairBook | null = null
  let sides: Sides = { one: [], other: [] }

  port.on('message', (visit: Asked) => {
    const startedAt = performance.now()
    if ('profiles' in visit) {
      profiles = visit.profiles
      ranker = makeRanker(tabulate(profiles))
      sides = sidesOf(ranker.measuring.table, visit.country)
      book = measureAll(ranker, sides, (done, of) => tell({ done, of }))
    } else if ('changed' in visit && book) {
      const rows = new Map(profiles.map(({ id }, row) => [id, row]))
      profiles = [...profiles]
      const changed = visit.changed.flatMap((profile) => {
        const row = rows.get(profile.id)
        if (row === undefined) return []
        profiles[row] = profile
        return [row]
      })
      ranker = makeRanker(tabulate(profiles))
      for (const row of changed) measureAgain(ranker, book, sides, row)
    } else if ('best' in visit && book) {
      tell({ best: bestPairs(book, sides, profiles, visit), id: visit.id })
      return
    }
    tell({ ready: performance.now() - startedAt })
  })
}

/** The best pairs of all, each once, as the mean of what it is to both; of some authorities alone where these are named. */
function bestPairs(
  book: PairBook,
  { one }: Sides,
  profiles: readonly Profile[],
  { best, among }: { best: number; among: readonly string[] | null },
): { own: string; other: string; score: number }[] {
  const wanted = among === null ? null : new Set(among)
  const pairs = one.flatMap((row) => {
    const own = profiles[row]?.id ?? ''
    if (wanted && !wanted.has(own)) return []
    return book
      .bestOf(row)
      .map(({ other, score }) => ({ own, other: profiles[other]?.id ?? '', score }))
      .filter(({ other }) => !wanted || wanted.has(other))
  })
  return pairs.sort((one, two) => two.score - one.score).slice(0, best)
}
