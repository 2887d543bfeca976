import type { Preferences } from './preferences.ts'
import type { Pair } from './problem.ts'

interface Asked {
  sides: readonly (0 | 1)[]
  preferences: Preferences
  /** How many each still takes. */
  quotas: readonly number[]
  proposing: 0 | 1
  /** Pairs that were tried and cannot be. */
  isOut(one: number, other: number): boolean
}

/**
 * Pairs of which no two would rather have each other: deferred acceptance with quotas on both sides (Gale and Shapley; Roth). Those who
 * propose offer themselves to the next on their list as long as they have room; the others keep the best that have come.
 */
export function matchStably({ sides, preferences, quotas, proposing, isOut }: Asked): Pair[] {
  const count = sides.length
  const next = new Array<number>(count).fill(0)
  const held: number[][] = Array.from({ length: count }, () => [])
  const room = [...quotas]
  const waiting = [...sides.keys()].filter((one) => sides[one] === proposing).reverse()
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const list = preferences.lists[one] ?? []
    while ((room[one] ?? 0) > 0) {
      const at = next[one] ?? 0
      const other = list[at]
      if (other === undefined) break
      next[one] = at + 1
      if (isOut(one, other)) continue
      const turnedAway = offer(preferences, held[other] ?? [], quotas[other] ?? 0, other, one)
      if (turnedAway === one) continue
      room[one] = (room[one] ?? 0) - 1
      if (turnedAway === null) continue
      room[turnedAway] = (room[turnedAway] ?? 0) + 1
      waiting.push(turnedAway)
    }
  }
  return held.flatMap((those, other) =>
    those.map((one): Pair => (proposing === 0 ? [one, other] : [other, one])),
  )
}

// The one who goes away when another comes to a participant that holds some: null for none.
function offer(
  { rankOf }: Preferences,
  held: number[],
  quota: number,
  other: number,
  one: number,
): number | null {
  if (held.length < quota) {
    held.push(one)
    return null
  }
  const rank = (who: number) => rankOf(other, who) ?? Number.POSITIVE_INFINITY
  let worst = -1
  for (const [at, who] of held.entries()) if (worst < 0 || rank(who) > rank(held[worst] ?? who)) worst = at
  const leaves = held[worst]
  if (leaves === undefined || rank(leaves) <= rank(one)) return one
  held[worst] = one
  return leaves
}
