import { diffArrays } from 'diff'

/** A stretch of a text that stayed, was removed or was added. */
export interface Run {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/**
 * The changes from one text to another, word by word; character by character if a single word changed and most of it stayed, as when a
 * Korean word takes another particle. A number changes as a whole.
 */
export function differenceRuns(before: string, after: string): Run[] {
  const runs = runsOf(wordsOf(before), wordsOf(after))
  const changes = runs.filter(({ kind }) => kind !== 'same')
  const [removed, added] = changes
  if (changes.length !== 2 || !removed || !added || !isOneWord(removed) || !isOneWord(added)) return runs
  if (/\p{N}/u.test(removed.text + added.text)) return runs
  const within = runsOf(signsOf(removed.text), signsOf(added.text))
  const kept = within.reduce((length, { kind, text }) => length + (kind === 'same' ? text.length : 0), 0)
  const isWorth = kept * 2 >= Math.max(removed.text.length, added.text.length)
  const isInPlace = runs.indexOf(added) === runs.indexOf(removed) + 1
  if (!isWorth || !isInPlace) return runs
  return runs.flatMap((run) => (run === removed ? within : run === added ? [] : [run]))
}

/** Whether two texts have nothing in common but punctuation and spaces. */
export function isReplacement(runs: readonly Run[]): boolean {
  return !runs.some(({ kind, text }) => kind === 'same' && /[\p{L}\p{N}]/u.test(text))
}

/** Whether half of the longer text stayed: in a rewritten text marks would mark everything. */
export function isRevision(runs: readonly Run[]): boolean {
  const lengthOf = (kinds: readonly Run['kind'][]) =>
    runs.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? text.length : 0), 0)
  const longer = Math.max(lengthOf(['same', 'removed']), lengthOf(['same', 'added']))
  return lengthOf(['same']) * 2 >= longer
}

// Beyond it the two are different texts, and comparing them would delay all other requests.
const mostEdits = 1500

function runsOf(before: string[], after: string[]): Run[] {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits })
  if (changes === undefined) {
    return [
      { kind: 'removed', text: before.join('') },
      { kind: 'added', text: after.join('') },
    ]
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
}

function signsOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment)
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function isOneWord({ text }: Run): boolean {
  return /^[\p{L}\p{N}\p{M}]+$/u.test(text)
}
