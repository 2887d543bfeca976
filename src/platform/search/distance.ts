/**
 * How many slips two folded texts are apart: a letter left out, added, replaced by another or swapped with the next
 * (optimal string alignment). Hangul is compared by consonants and vowels: 순천 and 순창 are two apart. A distance
 * above `limit` comes back as `limit + 1`, and early.
 */
export function distance(a: string, b: string, limit: number): number {
  const [left, right] = [a.normalize('NFD'), b.normalize('NFD')]
  if (left === right) return 0
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row += 1) {
    const current = nextRow(left, right, row, limit, above, before)
    if (Math.min(...current) > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(above[right.length] ?? limit + 1, limit + 1)
}

// Cells further than `limit` from the diagonal cannot lie on a path that is short enough, so they are not
// computed.
function nextRow(
  left: string,
  right: string,
  row: number,
  limit: number,
  above: number[],
  before: number[],
): number[] {
  const far = limit + 1
  const current = new Array<number>(right.length + 1).fill(far)
  if (row <= limit) current[0] = row
  const letter = left[row - 1]
  for (let at = Math.max(1, row - limit); at <= Math.min(right.length, row + limit); at += 1) {
    const other = right[at - 1]
    let best = (above[at - 1] ?? far) + (letter === other ? 0 : 1)
    best = Math.min(best, (above[at] ?? far) + 1, (current[at - 1] ?? far) + 1)
    const swapped = row > 1 && at > 1 && letter === right[at - 2] && left[row - 2] === other
    current[at] = swapped ? Math.min(best, (before[at - 2] ?? far) + 1) : best
  }
  return current
}
