import type { WrongParts } from './wrong-parts.ts'

/**
 * The entry that each sent one is, undefined for a new one. Ids are given here: one that is not in the list, or is in it twice, is wrong.
 */
export function matchEntries<E extends { id: string }>(
  before: readonly E[],
  sent: readonly { id?: string | undefined }[],
  path: readonly PropertyKey[],
  wrong: WrongParts,
): (E | undefined)[] {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const seen = new Set<string>()
  return sent.map(({ id }, index) => {
    if (id === undefined) return undefined
    const found = known.get(id)
    if (found === undefined)
      wrong.add(
        [...path, index, 'id'],
        'the id of an entry of this list; a new one has none until it is written',
      )
    else if (seen.has(id)) wrong.add([...path, index, 'id'], 'an id that stands only once in this list')
    seen.add(id)
    return found
  })
}

/** Says which of some values were given before in the same list. */
export function refuseRepeated(
  values: readonly string[],
  pathOf: (index: number) => readonly PropertyKey[],
  wrong: WrongParts,
): void {
  for (const [index, value] of values.entries())
    if (values.indexOf(value) < index) wrong.add(pathOf(index), `${value} is given already`)
}
