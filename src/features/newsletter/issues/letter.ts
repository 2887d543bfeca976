import { describeDate } from '../../../platform/dates/index.ts'
import { type InterfaceLanguage, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { Letter, LetterPart, Passage } from '../../../platform/letters/letter.ts'
import { placeholders } from '../../../platform/letters/letter-words.ts'
import type { Network } from '../../networks/index.ts'
import {
  type Issue,
  type IssueItem,
  type IssuePart,
  type ItemsPart,
  shownParts,
  titleOf,
  wordsOf,
} from './issue.ts'
import { pictureAddress } from './paths.ts'

export interface LetterGoing {
  baseUrl: string
  /** Words of the interface in the language of the letter. */
  t: Translate
  network: Pick<Network, 'slug' | 'name'>
  language: InterfaceLanguage
  /** ISO day shown on a letter without one of its own. */
  today: string
}

// Inboxes show about this much beside the subject.
const longestPreview = 140

/** What a letter is composed from. */
type Tellable = Pick<Issue, 'title' | 'introduction' | 'parts' | 'number' | 'publishedOn'>

/** A letter as readers of one language get it: each text in their language, or in that of the original. */
export function letterOf(issue: Tellable, going: LetterGoing): Letter {
  const { baseUrl, network, language } = going
  const parts = shownParts(issue.parts).flatMap((part) => partOf(part, going) ?? [])
  const introduction = passageOf(issue.introduction, going)
  const home = `${baseUrl}/${language}/${network.slug}`
  const place = `${home}/newsletter`
  return {
    language,
    sender: chooseName(network.name, language).text,
    heading: headingOf(issue, going),
    title: passageOf(issue.title, going) ?? { text: '', language },
    preview: previewOf(introduction, parts),
    introduction,
    parts,
    groupAddress: `${home}/group`,
    webAddress: issue.number === null ? place : `${place}/${issue.number}`,
  }
}

/** « Lettre n° 12 · octobre 2026 ». */
export function headingOf(
  { number, publishedOn }: Pick<Issue, 'number' | 'publishedOn'>,
  { t, language, today }: Pick<LetterGoing, 't' | 'language' | 'today'>,
): string {
  const month = describeDate((publishedOn ?? today).slice(0, 7), language)
  return number === null
    ? t('newsletter.issues.headingOfDraft', { month })
    : t('newsletter.issues.heading', { number: String(number), month })
}

function partOf(part: IssuePart, going: LetterGoing): LetterPart | null {
  switch (part.kind) {
    case 'items': {
      const items = part.items.flatMap((item) => itemOf(item, going) ?? [])
      const title = passageOf(titleOf(part), going)
      if (items.length === 0 || title === null) return null
      const more = moreOf(part, going)
      return { kind: 'items', title, items, ...(more ? { more } : {}) }
    }
    case 'text': {
      const text = passageOf(part.text, going)
      return text && { kind: 'text', title: passageOf(part.title, going), text }
    }
    case 'quote': {
      const text = passageOf(part.text, going)
      return text && { kind: 'quote', text, author: part.author }
    }
    case 'button': {
      const label = passageOf(part.label, going)
      return label && { kind: 'button', label, address: part.address }
    }
    case 'picture': {
      const alternative = passageOf(part.alternative, going)
      const { width, height, pictureId } = part
      const address = `${going.baseUrl}${pictureAddress(going.language, going.network.slug, pictureId)}`
      const caption = passageOf(part.caption, going)
      return alternative && { kind: 'picture', address, width, height, alternative, caption }
    }
  }
}

function moreOf({ left = [] }: ItemsPart, { baseUrl, t, network, language }: LetterGoing) {
  const more = left.find(({ kind }) => kind === 'more')
  if (!more) return null
  const label = t('newsletter.issues.more', { count: more.count })
  return { label, address: `${baseUrl}/${language}/${network.slug}${more.path}` }
}

function itemOf(item: IssueItem, going: LetterGoing) {
  const { baseUrl, network, language } = going
  const words = wordsOf(item)
  const title = passageOf(words.title, going)
  if (title === null) return null
  const base = `${baseUrl}/${language}/${network.slug}`
  return {
    title,
    text: passageOf(words.text, going),
    facts: item.facts[language],
    credit: passageOf(item.credit, going),
    address: item.path === null ? null : `${base}${item.path}`,
  }
}

function passageOf(given: LocalizedText, { language: wanted, t }: LetterGoing): Passage | null {
  const chosen = chooseText(given, wanted)
  if (chosen === null) return null
  const { text, language, state } = chosen
  const mark = state === 'machine' ? t('ui.text.machine') : state === 'stale' ? t('ui.text.stale') : undefined
  return { text, language, ...(mark === undefined ? {} : { mark }) }
}

function previewOf(introduction: Passage | null, parts: readonly LetterPart[]): string {
  const titles = parts.flatMap((part) => (part.kind === 'items' ? part.items : []))
  const text = introduction?.text ?? titles.map(({ title }) => title.text).join(' · ')
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longestPreview ? line : `${line.slice(0, longestPreview - 1).trimEnd()}…`
}

export const widths = ['desktop', 'phone', 'text'] as const
export const schemes = ['light', 'dark'] as const

/** How the preview of a letter is shown. */
export interface PreviewChoice {
  in: InterfaceLanguage
  width: (typeof widths)[number]
  scheme: (typeof schemes)[number]
}

/** A mail as a screen of this scheme shows it. The scheme is fixed in the HTML, since frames do not inherit it everywhere. */
export function inScheme(html: string, scheme: PreviewChoice['scheme']): string {
  return html.replaceAll(
    /@media\s*\(prefers-color-scheme:\s*dark\)/g,
    scheme === 'dark' ? '@media all' : '@media not all',
  )
}

/** A mail without a reader, as in a trial: the reader’s links lead to the public form. */
export function withoutReader(part: string, address: string): string {
  return Object.values(placeholders).reduce(
    (told, placeholder) => told.replaceAll(placeholder, address),
    part,
  )
}

/** The choice in the address; by default the reader’s language on a wide, light screen. */
export function readPreviewChoice(query: unknown, usual: InterfaceLanguage): PreviewChoice {
  const language = parameterOf(query, 'in') ?? ''
  const width = parameterOf(query, 'width')
  const scheme = parameterOf(query, 'scheme')
  return {
    in: isInterfaceLanguage(language) ? language : usual,
    width: widths.find((each) => each === width) ?? 'desktop',
    scheme: schemes.find((each) => each === scheme) ?? 'light',
  }
}
