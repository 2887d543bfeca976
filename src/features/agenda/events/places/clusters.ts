/** Something at a point of a sheet, and how much of it there is. */
export interface Marked {
  at: readonly [number, number]
  count: number
}

/** Places so close together that they are drawn as one, at the point of the place with the most. */
export interface Cluster<T> {
  at: readonly [number, number]
  count: number
  members: T[]
}

/** Joins what would overlap: each goes to the first one within reach, those with the most first. */
export function clusters<T extends Marked>(marked: readonly T[], reach: number): Cluster<T>[] {
  const found: Cluster<T>[] = []
  for (const each of marked.toSorted((a, b) => b.count - a.count)) {
    const near = found.find(({ at: [x, y] }) => Math.hypot(x - each.at[0], y - each.at[1]) < reach)
    if (near) {
      near.members.push(each)
      near.count += each.count
    } else found.push({ at: each.at, count: each.count, members: [each] })
  }
  return found
}
