import type { ProfileTable } from '../profile-table.ts'
import type { Ranker } from '../rank.ts'

/** How many partners of each authority are shown. */
export const bestKept = 50
// A few more are kept, so that one that falls out is replaced without measuring all again.
const spare = 10
const width = bestKept + spare

/** The best partners of every authority of two sides, the best first; a row is that of the table. */
export class PairBook {
  readonly #others: Int32Array
  readonly #scores: Float64Array
  readonly #counts: Int32Array

  constructor(rows: number) {
    this.#others = new Int32Array(rows * width)
    this.#scores = new Float64Array(rows * width)
    this.#counts = new Int32Array(rows)
  }

  /** The best partners of a row with their scores; 50 at most. */
  bestOf(row: number): { other: number; score: number }[] {
    const count = Math.min(bestKept, this.#counts[row] ?? 0)
    return Array.from({ length: count }, (_, place) => ({
      other: this.#others[row * width + place] ?? -1,
      score: this.#scores[row * width + place] ?? 0,
    }))
  }

  /** Offers a row a partner: kept when better than the last of those that are. */
  offer(row: number, other: number, score: number): void {
    const start = row * width
    const count = this.#counts[row] ?? 0
    if (count === width && score <= (this.#scores[start + width - 1] ?? 0)) return
    let place = count === width ? width - 1 : count
    while (place > 0 && (this.#scores[start + place - 1] ?? 0) < score) {
      this.#others[start + place] = this.#others[start + place - 1] ?? -1
      this.#scores[start + place] = this.#scores[start + place - 1] ?? 0
      place -= 1
    }
    this.#others[start + place] = other
    this.#scores[start + place] = score
    this.#counts[row] = Math.min(width, count + 1)
  }

  /** Offers a row a partner after others were taken away: what comes after the last kept one is unknown. */
  offerAgain(row: number, other: number, score: number): void {
    const count = this.#counts[row] ?? 0
    if (count > 0 && score > (this.#scores[row * width + count - 1] ?? 0)) this.offer(row, other, score)
  }

  /** Takes a partner from a row; false when fewer are left than are shown, so that the row is to be measured again. */
  withdraw(row: number, other: number): boolean {
    const start = row * width
    const count = this.#counts[row] ?? 0
    const place = this.#others.subarray(start, start + count).indexOf(other)
    if (place === -1) return true
    this.#others.copyWithin(start + place, start + place + 1, start + count)
    this.#scores.copyWithin(start + place, start + place + 1, start + count)
    this.#counts[row] = count - 1
    return count - 1 >= bestKept
  }

  /** Forgets the partners of a row. */
  clear(row: number): void {
    this.#counts[row] = 0
  }
}

export interface Sides {
  one: readonly number[]
  other: readonly number[]
}

/** The rows of two countries, or of one and all others. */
export function sidesOf({ profiles }: ProfileTable, country: string): Sides {
  const rows = profiles.map((_, row) => row)
  return {
    one: rows.filter((row) => profiles[row]?.country === country),
    other: rows.filter((row) => profiles[row]?.country !== country),
  }
}

/** Measures every pair of two sides and keeps the best 50 of each authority; `tell` hears how many rows of the first side are done. */
export function measureAll(
  ranker: Ranker,
  { one, other }: Sides,
  tell?: (done: number, of: number) => void,
): PairBook {
  const { table } = ranker.measuring
  const book = new PairBook(table.profiles.length)
  for (const [index, row] of one.entries()) {
    for (const partner of other) offerBoth(ranker, book, row, partner)
    if (tell && (index + 1) % 250 === 0) tell(index + 1, one.length)
  }
  tell?.(one.length, one.length)
  return book
}

/** Measures one authority again after its profile changed, and all of which it is or was among the best; the table has the new profile. */
export function measureAgain(ranker: Ranker, book: PairBook, { one, other }: Sides, row: number): void {
  const isFirst = one.includes(row)
  const [own, partners] = isFirst ? [one, other] : [other, one]
  const { room } = ranker.measuring.table
  book.clear(row)
  for (const partner of partners) {
    offerOne(ranker, book, row, partner)
    if (book.withdraw(partner, row)) {
      book.offerAgain(partner, row, ranker.join(partner, row) * (room[row] ?? 1))
      continue
    }
    book.clear(partner)
    for (const each of own) offerOne(ranker, book, partner, each)
  }
}

function offerBoth(ranker: Ranker, book: PairBook, row: number, partner: number): void {
  const { room } = ranker.measuring.table
  const joined = ranker.join(row, partner)
  book.offer(row, partner, joined * (room[partner] ?? 1))
  book.offer(partner, row, joined * (room[row] ?? 1))
}

function offerOne(ranker: Ranker, book: PairBook, row: number, partner: number): void {
  book.offer(row, partner, ranker.join(row, partner) * (ranker.measuring.table.room[partner] ?? 1))
}
