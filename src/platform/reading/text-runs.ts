import type { Link, Slice } from './text-document.ts'

/** A stretch of words in one style. `at[i]` is the place in the source of its i-th unit, `end` that of its end; -1 without a source. */
export interface Run {
  text: string
  at: readonly number[]
  end: number
  strong?: boolean
  /** One object for all runs of a link. */
  link?: { url: string | null } | null
}

export interface ComposedText {
  text: string
  at: readonly number[]
  strong: readonly Slice[]
  links: readonly Link[]
}

/** A run whose units follow one another in the source, from this place on. */
export function runAt(text: string, from: number, style: Pick<Run, 'strong' | 'link'> = {}): Run {
  return {
    text,
    at: Array.from({ length: text.length }, (_, i) => from + i),
    end: from + text.length,
    ...style,
  }
}

/** A run of a format that has no source to quote to the letter. */
export function runOf(text: string, style: Pick<Run, 'strong' | 'link'> = {}): Run {
  return { text, at: [], end: -1, ...style }
}

/** Runs as plain text: NFC, breakable white space collapsed, invisible signs left out, no space at either end. */
export function composeText(runs: readonly Run[]): ComposedText {
  // Half a letter, as damaged files have, could not be stored.
  const raw = runs
    .map(({ text }) => text)
    .join('')
    .toWellFormed()
  const tidy = compose(collapse(raw))
  const places = placesOf(runs)
  const at = tidy.from.map((index) => places.starts[index] ?? -1)
  at.push(tidy.end > 0 ? (places.ends[tidy.end - 1] ?? -1) : (runs[0]?.at[0] ?? runs[0]?.end ?? -1))
  const slice = (start: number, end: number) => sliceOf(tidy, start, end)
  return { text: tidy.text, at, strong: strongSlices(runs, slice), links: linksOf(runs, slice, tidy.text) }
}

/** Signs that are written and never seen: marks of direction, zero-width spaces, soft hyphens, controls. */
export const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

/** A text and, for each of its units, the unit of the raw text that it comes from; `end` is that of the raw text after its last. */
interface Tidy {
  text: string
  from: number[]
  end: number
}

function collapse(raw: string): Tidy {
  const from: number[] = []
  let text = ''
  let gap = -1
  let end = 0
  for (let index = 0; index < raw.length; index += 1) {
    const unit = raw[index] ?? ''
    if (/[ \t\r\n\f\v]/.test(unit)) {
      if (gap < 0) gap = index
      continue
    }
    if (invisible.test(unit)) continue
    if (gap >= 0 && text !== '') {
      text += ' '
      from.push(gap)
    }
    gap = -1
    text += unit
    from.push(index)
    end = index + 1
  }
  return { text, from, end }
}

// What composes with the letter before it: accents, and the vowels and final consonants of Hangul typed apart.
const composing = /(?:[\uac00-\ud7a3\u1100-\u115f][\u1160-\u11ff]+|\P{M})\p{M}*|\p{M}+/gu

function compose({ text, from, end }: Tidy): Tidy {
  if (text.normalize('NFC') === text) return { text, from, end }
  const composed: Tidy = { text: '', from: [], end }
  for (const { 0: piece, index } of text.matchAll(composing)) {
    const whole = piece.normalize('NFC')
    composed.text += whole
    for (let unit = 0; unit < whole.length; unit += 1)
      composed.from.push(from[index + Math.min(unit, piece.length - 1)] ?? 0)
  }
  return composed
}

function placesOf(runs: readonly Run[]): { starts: number[]; ends: number[] } {
  const starts: number[] = []
  const ends: number[] = []
  for (const { text, at, end } of runs) {
    for (let index = 0; index < text.length; index += 1) {
      const start = at[index] ?? -1
      starts.push(start)
      let next = index + 1
      while (next < text.length && at[next] === start) next += 1
      ends.push(next < text.length ? (at[next] ?? -1) : end)
    }
  }
  return { starts, ends }
}

type ToSlice = (start: number, end: number) => Slice | null

function sliceOf({ text, from }: Tidy, rawStart: number, rawEnd: number): Slice | null {
  let start = firstAtLeast(from, rawStart)
  let end = firstAtLeast(from, rawEnd)
  while (start < end && text[start] === ' ') start += 1
  while (end > start && text[end - 1] === ' ') end -= 1
  return start < end ? { start, end } : null
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function strongSlices(runs: readonly Run[], slice: ToSlice): Slice[] {
  return stretches(runs, (run) => run.strong || null).flatMap(({ start, end }) => slice(start, end) ?? [])
}

function linksOf(runs: readonly Run[], slice: ToSlice, text: string): Link[] {
  return stretches(runs, (run) => run.link ?? null).flatMap(({ start, end, mark }) => {
    const place = slice(start, end)
    return place ? [{ ...place, label: text.slice(place.start, place.end), url: mark.url }] : []
  })
}

/** Neighbouring runs that have the same mark, as one stretch of the raw text. */
function stretches<M>(runs: readonly Run[], markOf: (run: Run) => M | null): (Slice & { mark: M })[] {
  const found: (Slice & { mark: M })[] = []
  let offset = 0
  let isOpen = false
  for (const run of runs) {
    const mark = markOf(run)
    const end = offset + run.text.length
    if (mark === null) {
      // White space between two bold words does not end the bold stretch.
      if (run.text.trim() !== '') isOpen = false
    } else {
      const last = isOpen ? found.at(-1) : undefined
      if (last?.mark === mark) last.end = end
      else found.push({ start: offset, end, mark })
      isOpen = true
    }
    offset = end
  }
  return found
}
