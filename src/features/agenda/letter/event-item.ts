import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { chooseName, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { sentences } from '../../../platform/i18n/sentences.ts'
import { inEachLanguage, wordsInEachLanguage } from '../../../platform/letters/letter-reader.ts'
import type { LetterContext, LetterItem } from '../../../platform/letters/letter-source.ts'
import { shortNames } from '../../directory/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { hostsLine, placeOf, seriesLines, statusLines, whenLines } from '../feeds/feed-event.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
import type { ToldEvent } from './told.queries.ts'

const mostNamed = 5
const mostSentences = 2

interface Told {
  /** Precedes everything else. */
  first?: (reader: Reader) => string[]
  text?: LocalizedText
}

/** An event in a letter: when on every side’s clock, what has changed, where, with which partners. */
export function eventItem(
  letterContext: LetterContext,
  told: ToldEvent,
  { first, text }: Told = {},
): LetterItem {
  const { event, tieThemes, partyIds } = told
  const { network } = letterContext
  const facts = (reader: Reader) => [
    ...(first?.(reader) ?? []),
    ...seriesLines({ reader, network }, event, 0),
    ...whenLines({ reader, network }, shownOccurrence(event, reader.today)),
    ...statusLines({ reader, network }, event),
    ...lineOf([placeOf({ reader }, event)]),
    ...lineOf([hostsLine({ reader }, event), partnersLine(reader, event)]),
  ]
  return {
    key: `event:${event.id}`,
    title: titleIn(letterContext, event),
    text: inBrief(text ?? event.summary),
    facts: inEachLanguage(letterContext, facts),
    credit: event.credit,
    path: `/agenda/${event.slug}`,
    themes: event.themes.length > 0 ? event.themes : tieThemes,
    organisationIds: [...new Set([...event.organisations.map(({ id }) => id), ...partyIds])],
  }
}

// The known ones of some words, in one line.
function lineOf(words: (string | null)[]): string[] {
  const known = words.filter((each) => each !== null)
  return known.length === 0 ? [] : [known.join(' · ')]
}

function titleIn(letterContext: LetterContext, { title, kind, state }: AgendaEvent): LocalizedText {
  if (Object.keys(title).length === 0)
    return wordsInEachLanguage(letterContext, ({ t }) => t(`agenda.eventKind.${kind}`))
  if (state !== 'cancelled') return title
  const calledOff = { ...title }
  for (const language of interfaceLanguages) {
    const own = title[language]
    if (own)
      calledOff[language] = {
        ...own,
        text: letterContext.translate(language)('agenda.feed.cancelled', { title: own.text }),
      }
  }
  return calledOff
}

// Participants other than the holders; the proposer is named in the credit.
function partnersLine(reader: Reader, { organisations }: AgendaEvent): string | null {
  const partners = organisations.filter(({ role }) => !['host', 'co_organiser', 'proposer'].includes(role))
  if (partners.length === 0) return null
  const names = [...new Set(partners.map((each) => chooseName(shortNames(each), reader.language).text))]
  const shown = names.slice(0, mostNamed).join(', ')
  const more = names.length - mostNamed
  return more > 0
    ? reader.t('agenda.letter.withMore', { names: shown, count: more })
    : reader.t('agenda.letter.with', { names: shown })
}

// The account of a mission may be pages long.
function inBrief(text: LocalizedText): LocalizedText {
  return Object.fromEntries(
    Object.entries(text).map(([language, passage]) => {
      const end = sentences(passage.text).at(mostSentences - 1)?.end
      return [language, end === undefined ? passage : { ...passage, text: passage.text.slice(0, end) }]
    }),
  )
}
