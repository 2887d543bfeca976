import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { inEachLanguage, wordsInEachLanguage } from '../../../platform/letters/letter-reader.ts'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { mostItems } from '../../../platform/letters/letter-span.ts'
import { dateWords } from '../../../ui/text/date-words.ts'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'
import { agreementWords } from '../tie.ts'
import { countToldTies, listToldTies, type ToldStep, type ToldTie } from './queries.ts'

/** Cooperations that are new, or newly bound by an agreement. */
export const newTies: LetterSource = {
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
