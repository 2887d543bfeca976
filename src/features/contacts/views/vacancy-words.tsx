import { describeDate } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'

interface Vacancy {
  vacantSince: string | null
  announcedFor: string | null
}

/** « Poste vacant depuis juin 2017, arrivée annoncée : octobre 2017 ». */
export function VacancyWords({ post }: { post: Vacancy }) {
  const reader = useReader()
  return <>{vacancyWords(reader, post)}</>
}

/** The vacancy as plain text. */
export function vacancyWords(
  { t, interfaceLanguage }: Reader,
  { vacantSince, announcedFor }: Vacancy,
): string {
  const words = [
    vacantSince === null
      ? t('contacts.vacancy.vacant')
      : t('contacts.vacancy.since', { date: describeDate(vacantSince, interfaceLanguage) }),
    ...(announcedFor === null
      ? []
      : [t('contacts.vacancy.announced', { date: describeDate(announcedFor, interfaceLanguage) })]),
  ]
  return words.join(t('contacts.vacancy.and'))
}
