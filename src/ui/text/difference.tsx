import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { differenceRuns, isReplacement, isRevision } from './difference-runs.ts'
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
