import { sentences as sentencesOf } from '../../../platform/i18n/sentences.ts'
import { plainCopy } from '../../../platform/reading/plain-copy.ts'
import type { TextDocument, TextPassage } from '../../../platform/reading/text-document.ts'
import { readOnce } from './bilingual.ts'
import { splitLetters } from './split-letters.ts'

/** A part of a text under its title; the text itself is the root, without title. */
export interface Section {
  title: Unit | null
  level: number
  parent: Section | null
  sections: Section[]
  /** Its own passages, without those of the sections beneath. */
  units: Unit[]
}

/** A passage in its place. */
export interface Unit {
  index: number
  passage: TextPassage
  /** `plainCopy` of its text. */
  plain: string
  section: Section
  sentences: Sentence[]
  /** The number of its mail, from 0; 0 in a text that does not consist of several. */
  letter: number
}

export interface Sentence {
  unit: Unit
  /** Offsets in the passage's text. */
  start: number
  end: number
  text: string
  plain: string
}

export interface Outline {
  root: Section
  units: Unit[]
  titles: Unit[]
  /** The name of the file, as a passage that is never quoted. */
  name: Unit | null
}

/** A text as sections of passages of sentences. */
export function outlineOf(document: TextDocument): Outline {
  const root: Section = { title: null, level: 0, parent: null, sections: [], units: [] }
  const outline: Outline = { root, units: [], titles: [], name: nameOf(document, root) }
  let section = root
  const passages = withHeadings(document, readOnce(document))
  const letters = splitLetters(passages)
  for (const [index, passage] of passages.entries()) {
    if (passage === null) continue
    const letter = letters?.[index] ?? 0
    // A title in one mail is never above the words of another.
    if (letter !== (outline.units.at(-1)?.letter ?? 0)) section = root
    const plain = plainCopy(passage.text)
    const unit: Unit = { index, passage, plain, section, sentences: [], letter }
    unit.sentences = splitUnit(unit)
    outline.units.push(unit)
    if (passage.kind !== 'title') {
      section.units.push(unit)
      continue
    }
    const parent = parentOf(section, passage)
    section = { title: unit, level: passage.level, parent, sections: [], units: [] }
    unit.section = section
    parent.sections.push(section)
    outline.titles.push(unit)
  }
  return outline
}

function nameOf({ name: text }: TextDocument, section: Section): Unit | null {
  if (!text) return null
  const passage = {
    kind: 'paragraph',
    level: 0,
    text,
    at: [],
    line: 1,
    page: null,
    strong: [],
    links: [],
    cells: [],
    table: null,
  } as const
  return { index: -1, passage, plain: plainCopy(text), section, sentences: [], letter: 0 }
}

// No sentence is as long: patterns that compare two of its words would be slow.
const longest = 3000

function cut({ start, end }: { start: number; end: number }): { start: number; end: number }[] {
  const parts = Math.ceil((end - start) / longest)
  return Array.from({ length: Math.max(1, parts) }, (_, at) => ({
    start: start + at * longest,
    end: Math.min(end, start + (at + 1) * longest),
  }))
}

function splitUnit(unit: Unit): Sentence[] {
  const { text, kind } = unit.passage
  const spans = kind === 'row' || kind === 'title' ? [{ start: 0, end: text.length }] : sentencesOf(text)
  return spans.flatMap(cut).map(({ start, end }) => ({
    unit,
    start,
    end,
    text: text.slice(start, end),
    plain: unit.plain.slice(start, end),
  }))
}

/** Two titles « A – B » are always side by side, though minutes set some of them a level deeper. */
function parentOf(current: Section, title: TextPassage): Section {
  let parent: Section = current
  if (isPairTitle(title.text)) {
    for (let above: Section | null = current; above; above = above.parent)
      if (above.title && above.parent && isPairTitle(above.title.passage.text)) return above.parent
  }
  while (parent.parent && parent.level >= title.level) parent = parent.parent
  return parent
}

export const isPairTitle = (text: string) => /\S\s+[–—-]\s+\S|\S\s*[↔⇔]\s*\S/u.test(text)

/** A section's passages with those of all sections beneath, in reading order, without titles. */
export function unitsUnder(section: Section): Unit[] {
  return [...section.units, ...section.sections.flatMap(unitsUnder)].sort((a, b) => a.index - b.index)
}

/** The section itself and those above it, the nearest first. */
export function sectionsAbove(section: Section): Section[] {
  return section.parent ? [section, ...sectionsAbove(section.parent)] : [section]
}

/** All sections of an outline, in reading order, without the root. */
export function sectionsIn(section: Section): Section[] {
  return section.sections.flatMap((each) => [each, ...sectionsIn(each)])
}

/** The sentence of a passage that contains a place. */
export function sentenceHolding({ sentences }: Unit, place: number): Sentence | undefined {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found.start <= place ? found : undefined
}

/**
 * The passages of a text without marks for titles, with titles recognised by their look: a line in capitals, and numbered lines each
 * above a paragraph.
 */
function withHeadings({ format }: TextDocument, passages: readonly (TextPassage | null)[]) {
  if (format !== 'markdown' || passages.some((each) => each?.kind === 'title' && each.level > 1))
    return passages
  const isAbove = (at: number) => {
    const [own, next] = [passages[at], passages[at + 1]]
    return (
      own?.kind === 'item' &&
      own.level === 1 &&
      own.text.length < 110 &&
      !/[.;:,!?]$/u.test(own.text) &&
      next?.kind === 'paragraph' &&
      next.text.length > own.text.length
    )
  }
  const numbered = passages.flatMap((_, at) => (isAbove(at) ? [at] : []))
  return passages.map((passage, at) =>
    passage === null
      ? null
      : passage.kind === 'paragraph' && isInCapitals(passage.text)
        ? { ...passage, kind: 'title' as const, level: 2 }
        : numbered.length > 1 && numbered.includes(at)
          ? { ...passage, kind: 'title' as const, level: 3 }
          : passage,
  )
}

function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return letters > 5 && text.length < 110 && capitals > letters * 0.85 && !/[.;,]$/u.test(text)
}
