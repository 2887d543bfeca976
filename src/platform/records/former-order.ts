/** A list after it was chosen anew: those that were in it keep their place, the others follow. */
export function inFormerOrder<T>(before: readonly T[], chosen: readonly T[]): T[] {
  return [
    ...before.filter((each) => chosen.includes(each)),
    ...chosen.filter((each) => !before.includes(each)),
  ]
}
