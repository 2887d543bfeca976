import { cellText } from '../../../../platform/documents/cell-text.ts'
import { languageNames } from '../../../../platform/i18n/languages.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { momentWords } from '../../../../ui/text/moment.tsx'
import { countryName } from '../../../directory/index.ts'
import { answerWords, type Question } from '../questions/question.ts'
import type { Registration } from '../registration.ts'

interface Column {
  title: string
  width: number
  cell(person: Registration): string
}

/** The columns of the list of who comes, in the reader’s language: every question is one. */
export function attendanceColumns(reader: Reader, questions: readonly Question[]): Column[] {
  const { t, language } = reader
  const words = { language, yes: t('agenda.registration.yes'), no: t('agenda.registration.no') }
  const moment = (at: Date | null) => (at === null ? '' : momentWords(reader, at))
  return [
    { title: t('agenda.registration.name'), width: 28, cell: ({ name }) => name },
    {
      title: t('agenda.registration.organisation'),
      width: 32,
      cell: ({ organisation }) => organisation,
    },
    {
      title: t('agenda.registration.country'),
      width: 20,
      cell: ({ country }) => countryName(reader, country),
    },
    { title: t('agenda.registration.address'), width: 30, cell: ({ address }) => address ?? '' },
    {
      title: t('agenda.registration.language'),
      width: 12,
      cell: ({ language: spoken }) => languageNames[spoken],
    },
    {
      title: t('agenda.registration.attendance'),
      width: 14,
      cell: ({ attendance }) => (attendance ? t(`agenda.registration.presence.${attendance}`) : ''),
    },
    {
      title: t('agenda.registration.stateTitle'),
      width: 16,
      cell: ({ state }) => t(`agenda.registration.state.${state}`),
    },
    { title: t('agenda.registration.since'), width: 24, cell: ({ queuedAt }) => moment(queuedAt) },
    { title: t('agenda.registration.present'), width: 24, cell: ({ arrivedAt }) => moment(arrivedAt) },
    ...questions.map((question) => ({
      title: cellText(chooseText(question.label, language)?.text ?? ''),
      width: 32,
      cell: ({ answers }: Registration) => answerWords(question, answers, words),
    })),
  ]
}

/** A person as a row: texts that fit every table, and that none runs as a formula. */
export function attendanceRow(columns: readonly Column[], person: Registration): string[] {
  return columns.map(({ cell }) => cellText(cell(person)))
}
