/** Numbers that look like chance and are the same in every run (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 up to, and without, `below`. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }

  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)]
    if (chosen === undefined) throw new Error('There is nothing to choose from')
    return chosen
  }

  /** Some different ones of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[] {
    const places = new Set<number>()
    while (places.size < Math.min(count, list.length)) places.add(this.below(list.length))
    return list.filter((_, place) => places.has(place))
  }

  /** A list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((each) => ({ each, at: this.below(1 << 30) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ each }) => each)
  }
}
