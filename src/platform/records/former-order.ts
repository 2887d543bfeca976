/** A list after a new choice: former values keep their place, the others follow. */
export function inFormerOrder<T>(before: readonly T[], chosen: readonly T[]): T[] {
  return [
    ...before.filter((each) => chosen.includes(each)),
    ...chosen.filter((each) => !before.includes(each)),
  ]
}
