import type { LinePattern, Part, Passage } from '../../../../platform/documents/sheet.ts'
import type { Speaker } from '../../../../platform/documents/speaker.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Status } from '../../codes.ts'
import type { Evidence } from '../../evidence/queries.ts'
import type { Room } from '../room.ts'
import { type Saying, sayingsIn } from '../sayings.ts'

export interface Limited<T> {
  shown: T[]
  /** « et 3 autres », or nothing if all are shown. */
  more: Passage
}

/** The first ones of a list, and the number of the others: a note never hides that there is more. */
export function limited<T>({ words, reader }: Speaker, all: T[], most: number): Limited<T> {
  const left = all.length - most
  return {
    shown: all.slice(0, most),
    more: left > 0 ? words(reader.t('registry.list.more', { count: left }), 'quiet') : [],
  }
}

/** A part of one paragraph, or nothing if the passage is empty. */
export function prosePart(title: string, passage: Passage): Part[] {
  return passage.length > 0 ? [{ kind: 'prose', title, passages: [passage] }] : []
}

/** The line of a tie: its pattern is its state, as on the pages. */
export const linePatterns: Record<Status, LinePattern> = {
  active: 'solid',
  slow: 'longDashes',
  in_talks: 'dashes',
  dormant: 'dots',
  reactivating: 'dotsThenSolid',
  suspended: 'barred',
  ended: 'broken',
  prospective: 'openEnd',
}

/**
 * The sources of the facts, the page that shows each with its source, and a note on machine translations, if there are any: called last,
 * once every text is written.
 */
export function sheetFoot(speaker: Speaker, evidence: Evidence[], url: string, room: Room): Passage[] {
  const { reader, words } = speaker
  const { shown, more } = limited(speaker, sourceTitles(speaker, evidence), room.sources)
  const titles = [...shown, ...(more.length > 0 ? [more] : [])].map((passage) =>
    passage.map(({ text }) => text).join(''),
  )
  return [
    ...(shown.length > 0
      ? [words(reader.t('registry.note.sources', { titles: titles.join(speaker.semicolon) }))]
      : []),
    [...words(reader.t('registry.note.page')), { text: ' ' }, { text: url, href: url }],
    ...(speaker.usedMachine() ? [words(reader.t('registry.note.machine'))] : []),
  ]
}

/** The titles of the sources, those of most facts first. */
function sourceTitles(speaker: Speaker, evidence: Evidence[]): Passage[] {
  const bySlug = Map.groupBy(evidence, ({ source }) => source.slug)
  return [...bySlug.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([first]) => (first ? [speaker.say(first.source.title)] : []))
    .filter((title) => title.length > 0)
}

/** What a guest says to the other side, or that nobody wrote it down in its language; and the title that must not be translated word for word. */
export function usefulWordsPart(
  speaker: Speaker,
  parties: { country: string; kind: string }[],
  room: Room,
): Part[] {
  if (!room.usefulWords) return []
  const { reader, words } = speaker
  const { t } = reader
  const others = new Set(
    parties.map(({ country }) => languageOf(country)).filter((language) => language !== reader.language),
  )
  const hasDeputies = parties.some(({ kind }) => kind === 'commune' || kind === 'ville_paris')
  const points = [
    ...[...others].flatMap((language) => {
      const said = sayingsIn(language).map((saying) => sayingWords(speaker, language, saying))
      if (said.length > 0) return said
      return [words(t('registry.note.noWords', { language: languageInWords(reader, language) }))]
    }),
    ...(hasDeputies && others.size > 0 ? [words(t('registry.note.deputy'))] : []),
  ]
  return points.length === 0 ? [] : [{ kind: 'points', title: t('registry.note.usefulWords'), points }]
}

/** « Merci : 감사합니다 (gamsahamnida). » How it sounds only for those who read another script. */
function sayingWords({ reader, words }: Speaker, language: string, saying: Saying): Passage {
  const isOtherScript = (language === 'ko') !== (reader.interfaceLanguage === 'ko')
  const meaning = reader.t(`registry.note.say.${saying.occasion}`)
  return [
    ...words(`${meaning}${reader.interfaceLanguage === 'fr' ? '\u00a0: ' : ': '}`),
    { text: saying.text, language, emphasis: 'strong' },
    ...(isOtherScript
      ? [...words(' ('), { text: saying.sounds, language: saying.soundsIn }, ...words(').')]
      : words('.')),
  ]
}
