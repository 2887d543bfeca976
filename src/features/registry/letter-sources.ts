import { capitalized } from '../../platform/i18n/capitalized.ts'
import { chooseText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { asAnybody, inEachLanguage, wordsInEachLanguage } from '../../platform/letters/letter-reader.ts'
import type { LetterContext, LetterItem, LetterSource } from '../../platform/letters/letter-source.ts'
import { mostItems, spanOfLetter } from '../../platform/letters/letter-span.ts'
import { dateWords } from '../../ui/text/date-words.ts'
import type { Anniversary } from './anniversaries.ts'
import { cooperationTitle } from './cooperations/views/cooperation-page.tsx'
import { type AnniversarySubject, findAnniversaries } from './group/anniversaries.queries.ts'
import { anniversaryWords, subjectWords } from './group/anniversaries.tsx'
import { countToldTies, listToldTies, type ToldStep, type ToldTie } from './letter.queries.ts'
import { agreementWords } from './tie.ts'

const leastYears = 10

/** Round anniversaries of the months ahead: ten years and more. */
const anniversaries: LetterSource = {
  key: 'registry.anniversaries',
  place: 'group',
  title: 'registry.letter.anniversaries',
  gather: async (letterContext) => {
    const { until } = spanOfLetter(letterContext)
    const found = await findAnniversaries(
      asAnybody(letterContext.context),
      letterContext.network.id,
      // « 2018 » sorts before any day of that year.
      ({ years, on }) => years >= leastYears && on <= until,
    )
    return found.map((anniversary) => itemOf(letterContext, anniversary))
  },
}

function itemOf(letterContext: LetterContext, anniversary: Anniversary<AnniversarySubject>): LetterItem {
  const { subject, years } = anniversary
  return {
    ...concerned(subject, years),
    title: wordsInEachLanguage(letterContext, (reader) =>
      subjectWords(reader, letterContext.network, subject),
    ),
    text: {},
    facts: inEachLanguage(letterContext, (reader) => [anniversaryWords(reader, anniversary)]),
    credit: {},
  }
}

function concerned(
  subject: AnniversarySubject,
  years: number,
): Pick<LetterItem, 'key' | 'path' | 'themes' | 'organisationIds'> {
  if (subject.kind === 'landmark')
    return {
      key: `anniversary:${subject.landmark.slug}:${years}`,
      path: null,
      themes: [],
      organisationIds: subject.concerns.map(({ id }) => id),
    }
  const { id, slug, themes, parties } = subject.cooperation
  const of = subject.kind === 'signature' ? subject.agreement.id : id
  return {
    key: `anniversary:${of}:${years}`,
    path: `/cooperations/${slug}`,
    themes,
    organisationIds: parties.filter(({ capacity }) => capacity === 'party').map((party) => party.id),
  }
}

/** Cooperations that are new, or newly bound by an agreement. */
const newTies: LetterSource = {
  key: 'registry.newTies',
  place: 'group',
  title: 'registry.letter.newTies',
  gather: async (letterContext) => {
    const told = await listToldTies(letterContext)
    return told.map((tie) => ({
      key: `cooperation:${tie.cooperation.id}`,
      title: wordsInEachLanguage(letterContext, (reader) =>
        cooperationTitle(reader, letterContext.network, tie.cooperation),
      ),
      text: tie.cooperation.summary,
      facts: inEachLanguage(letterContext, (reader) => factsOf(reader, tie)),
      credit: {},
      path: `/cooperations/${tie.cooperation.slug}`,
      themes: tie.cooperation.themes,
      organisationIds: tie.cooperation.parties
        .filter(({ capacity }) => capacity === 'party')
        .map(({ id }) => id),
    }))
  },
  leftOut: async (letterContext, told) => {
    if (told.length < mostItems) return []
    const count = (await countToldTies(letterContext)) - told.length
    return count > 0 ? [{ kind: 'more', count, path: '/cooperations' }] : []
  },
}

/** What the registry offers to a letter, in reading order. */
export const registryLetterSources: readonly LetterSource[] = [newTies, anniversaries]

function factsOf(reader: Reader, { cooperation, news, steps }: ToldTie): string[] {
  const { t, interfaceLanguage } = reader
  const { since, sinceWords, standing: status } = cooperation
  const { kind, year } = agreementWords(reader, cooperation)
  const agreement = kind === undefined ? [] : [[kind, year].filter(Boolean).join(' · ')]
  return [
    ...(news === 'began' ? [t('registry.letter.began')] : []),
    ...(news === 'known' ? [t('registry.letter.known')] : []),
    ...(since === null
      ? []
      : [t('registry.letter.since', { date: dateWords(reader, since, sinceWords).shown })]),
    ...(steps.length > 0 ? steps.map((step) => stepWords(reader, step)) : agreement),
    t(`ui.status.${status.status}`),
  ].map((line) => capitalized(line, interfaceLanguage))
}

function stepWords(reader: Reader, { kind, title, state, happened, words }: ToldStep): string {
  const { t } = reader
  return [
    chooseText(title, reader.language)?.text ?? t(`registry.agreementKind.${kind}`),
    t(`registry.agreementState.${state}`),
    dateWords(reader, happened, words).shown,
  ].join(' · ')
}
