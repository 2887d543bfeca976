import { languageNames } from '../../../platform/i18n/languages.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { countryName } from '../../directory/index.ts'
import { answerWords, type Question } from './questions/question.ts'
import type { Registration } from './registration.ts'

interface EntryFactsProps {
  questions: readonly Question[]
  registration: Registration
}

/** The entry of a registrant, with their answers. */
export function EntryFacts({ questions, registration }: EntryFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { name, organisation, country, address, language, attendance, answers } = registration
  const words = {
    language: reader.language,
    yes: t('agenda.registration.yes'),
    no: t('agenda.registration.no'),
  }
  const fact = (term: string, detail: string): Fact[] => (detail === '' ? [] : [{ term, detail }])
  const facts: Fact[] = [
    ...fact(t('agenda.registration.name'), name),
    ...fact(t('agenda.registration.organisation'), organisation),
    ...fact(t('agenda.registration.country'), countryName(reader, country)),
    ...fact(t('agenda.registration.address'), address ?? ''),
    ...fact(t('agenda.registration.language'), languageNames[language]),
    ...(attendance
      ? fact(t('agenda.registration.attendance'), t(`agenda.registration.presence.${attendance}`))
      : []),
    ...questions.flatMap((question) =>
      fact(chooseText(question.label, reader.language)?.text ?? '', answerWords(question, answers, words)),
    ),
  ]
  return <FactList facts={facts} />
}
