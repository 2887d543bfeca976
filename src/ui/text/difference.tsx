import { diffArrays } from 'diff'
import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { languageAttributes } from './language-attributes.ts'

interface DifferenceProps {
  before: string
  after: string
  /** BCP 47 tag of the texts, if it is not the reader’s. */
  language?: string
}

/** Texts up to this length that have no word in common are shown one after the other. */
const shortText = 80

/** The changes in a text: struck out and underlined, and in words for screen readers. */
export function Difference({ before, after, language }: DifferenceProps) {
  const reader = useReader()
  const attributes = language === undefined ? {} : languageAttributes(reader, language)
  if (before === after) {
    return (
      <span class="difference" {...attributes}>
        {after}
      </span>
    )
  }
  const runs = differenceRuns(before, after)
  const isShort = Math.max(before.length, after.length) <= shortText
  if (before !== '' && after !== '' && isShort && isReplacement(runs)) {
    return (
      <span class="difference" {...attributes}>
        <Removed>{before}</Removed> <span aria-hidden="true">→</span> <Added>{after}</Added>
      </span>
    )
  }
  return (
    <span class="difference" {...attributes}>
      {runs.map(({ kind, text }, index) => {
        if (kind === 'same') return text
        const Change = kind === 'added' ? Added : Removed
        return <Change key={index}>{text}</Change>
      })}
    </span>
  )
}

/**
 * One of two texts side by side under their own headings, with marks on what the other lacks if most of it stayed. Screen readers read the
 * plain text.
 */
export function DifferenceSide({ before, after, side }: Sides) {
  const runs = differenceRuns(before, after)
  if (!isRevision(runs)) return <>{side === 'before' ? before : after}</>
  return (
    <>
      {runs.map(({ kind, text }, index) => {
        if (kind === 'same') return text
        if (side === 'before') return kind === 'removed' ? <del key={index}>{text}</del> : null
        return kind === 'added' ? <ins key={index}>{text}</ins> : null
      })}
    </>
  )
}

interface Sides {
  before: string
  after: string
  side: 'before' | 'after'
}

interface ListDifferenceProps {
  before: readonly string[]
  after: readonly string[]
}

/** What was added to a list and removed from it: the present list, then what left it. */
export function ListDifference({ before, after }: ListDifferenceProps) {
  const removed = before.filter((item) => !after.includes(item))
  return (
    <ul class="difference difference-list">
      {after.map((item) => (
        <li key={item}>{before.includes(item) ? item : <Added>{item}</Added>}</li>
      ))}
      {removed.map((item) => (
        <li key={item}>
          <Removed>{item}</Removed>
        </li>
      ))}
    </ul>
  )
}

interface ChangeProps {
  children: ComponentChildren
}

function Removed({ children }: ChangeProps) {
  const reader = useReader()
  return (
    <del>
      <span class="visually-hidden" lang={reader.interfaceLanguage}>
        {' '}
        {reader.t('ui.difference.removed')}{' '}
      </span>
      {children}
    </del>
  )
}

function Added({ children }: ChangeProps) {
  const reader = useReader()
  return (
    <ins>
      <span class="visually-hidden" lang={reader.interfaceLanguage}>
        {' '}
        {reader.t('ui.difference.added')}{' '}
      </span>
      {children}
    </ins>
  )
}

/** A stretch of a text that stayed, was removed or was added. */
interface Run {
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
function isReplacement(runs: readonly Run[]): boolean {
  return !runs.some(({ kind, text }) => kind === 'same' && /[\p{L}\p{N}]/u.test(text))
}

/** Whether half of the longer text stayed: in a rewritten text marks would mark everything. */
function isRevision(runs: readonly Run[]): boolean {
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
