import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Theme } from '../../networks/index.ts'
import { lookUpCompetence, mainTiers, tiersOf } from '../../partners/index.ts'
import type { LinkedRecord, Practice } from './queries.ts'

/** What a sheet is called, in words for titles. */
export function practiceTitle(reader: Reader, { title, slug }: Pick<Practice, 'title' | 'slug'>): string {
  return chooseText(title, reader.language)?.text ?? slug
}

/** A tie by its parties, an event by its title. */
export function linkWords(
  { language }: Reader,
  { title, parties }: Pick<LinkedRecord, 'title' | 'parties'>,
): string {
  return title === null
    ? parties.map((name) => chooseName(name, language).text).join(' – ')
    : (chooseText(title, language)?.text ?? '')
}

/** « 12 000 € (2016) », or that it was not said. What it covers is another text. */
export function costWords(
  reader: Reader,
  { costSaid, costAmount, costCurrency, costYear }: Practice,
): string {
  if (costSaid !== 'said') return reader.t(`practices.said.${costSaid}`)
  const amount = { style: 'currency', currency: costCurrency, maximumFractionDigits: 0 } as const
  return `${numberFormatter(reader.interfaceLanguage, amount).format(costAmount ?? 0)} (${costYear})`
}

/** « 0,5 équivalent temps plein pendant 6 mois », or that it was not said. */
export function staffWords(reader: Reader, { staffSaid, staffFte, staffMonths }: Practice): string {
  if (staffSaid !== 'said') return reader.t(`practices.said.${staffSaid}`)
  return reader.t(staffMonths === null ? 'practices.staff.open' : 'practices.staff.months', {
    fte: numberFormatter(reader.interfaceLanguage, {}).format(staffFte ?? 0),
    count: staffMonths ?? 0,
  })
}

/** Which levels would do it in a country, by the table of competences; in the holder’s own, by what right it does. */
export function levelWords({ t }: Reader, theme: Theme, country: string, holder: Practice['holder']): string {
  const levels = country === holder.country ? tiersOf(holder) : mainTiers(theme, country)
  const words = levels.flatMap((tier) => {
    const competence = lookUpCompetence(theme, tier)
    if (competence === null) return []
    const state = competence.isStateToo ? `, ${t('practices.transfer.stateToo')}` : ''
    return [`${t(`partners.tier.${tier}`)} (${t(`partners.grade.${competence.grade}`)}${state})`]
  })
  return words.length > 0 ? words.join(', ') : t('practices.transfer.unknown')
}
