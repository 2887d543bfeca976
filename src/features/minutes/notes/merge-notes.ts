import { diffArrays } from 'diff'
import { conflictKey, mergeDocuments } from '../../../platform/records/merge.ts'
import { isEntryList, isObject, type RecordEntry } from '../../../platform/records/record-document.ts'

/**
 * Merges one person’s notes with what others typed meanwhile, line by line. Where both changed the same line, both lines stay, one under
 * the other: during a meeting nobody is asked, and nothing is lost.
 */
export function mergeNotes(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs
  if (theirs === base) return mine
  const lines = base.split('\n')
  const own = entriesFrom(lines, mine.split('\n'))
  const other = entriesFrom(lines, theirs.split('\n'))
  const documents = [
    { lines: lines.map((text, index) => ({ id: `line-${index}`, text })) },
    { lines: own },
    { lines: other },
  ] as const
  // A line that I changed and another person removed comes back.
  const { conflicts } = mergeDocuments(...documents)
  const back = conflicts.filter(({ mine: kept, theirs: gone }) => kept !== undefined && gone === undefined)
  const choices = new Map(back.map(({ path }) => [conflictKey(path), 'mine' as const]))
  const merged = mergeDocuments(...documents, choices)
  const twice = new Map(
    merged.conflicts.flatMap(({ path, mine: said }): [string, string][] =>
      typeof said === 'string' ? [[path[1] ?? '', said]] : [],
    ),
  )
  const result = merged.merged.lines
  if (!isEntryList(result)) return theirs
  return inPlace(result, own, other)
    .flatMap((entry) => [textOf(entry), ...(twice.has(entry.id) ? [twice.get(entry.id) ?? ''] : [])])
    .join('\n')
}

// Merged records append what was added; here a new line stays under the one below which it was written.
function inPlace(
  merged: readonly RecordEntry[],
  own: readonly RecordEntry[],
  other: readonly RecordEntry[],
): RecordEntry[] {
  const byId = new Map(merged.map((entry) => [entry.id, entry]))
  const order = other.map(({ id }) => id).filter((id) => byId.has(id))
  let before = -1
  for (const { id } of own) {
    if (!byId.has(id)) continue
    const at = order.indexOf(id)
    if (at < 0) order.splice(before + 1, 0, id)
    before = at < 0 ? before + 1 : at
  }
  return order.flatMap((id) => byId.get(id) ?? [])
}

// Gives each line the id of the base line that it equals or replaces; other lines get an id from their words and place.
function entriesFrom(base: readonly string[], lines: readonly string[]): RecordEntry[] {
  const entries: RecordEntry[] = []
  const used = new Set<string>()
  const add = (wished: string, text: string) => {
    let id = wished
    for (let number = 2; used.has(id); number++) id = `${wished}-${number}`
    used.add(id)
    entries.push({ id, text })
  }
  let at = 0
  let removed: number[] = []
  for (const change of diffArrays([...base], [...lines])) {
    if (change.removed) {
      removed = change.value.map((_, index) => at + index)
      at += change.value.length
    } else if (change.added) {
      for (const text of change.value) {
        const replaced = removed.shift()
        add(replaced === undefined ? `after-${at}-${text}` : `line-${replaced}`, text)
      }
    } else {
      removed = []
      for (const text of change.value) add(`line-${at++}`, text)
    }
  }
  return entries
}

function textOf(entry: RecordEntry): string {
  return isObject(entry) && typeof entry.text === 'string' ? entry.text : ''
}
