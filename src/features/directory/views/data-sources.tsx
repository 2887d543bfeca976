import type { Reader } from '../../../platform/i18n/reader.ts'
import { isOwn } from '../organisation.ts'
import type { OrganisationRecord } from '../queries.ts'

interface DataSourcesProps {
  reader: Reader
  organisation: OrganisationRecord
  /** Address of the page on licences. */
  licences: string
}

/** Where the facts of the page come from, and under which licence. */
export function DataSources({ reader, organisation: { key, country }, licences }: DataSourcesProps) {
  return (
    <section class="section">
      <p class="result-count">
        {reader.t(wordsFor(key, country))} <a href={licences}>{reader.t('directory.page.licences')}</a>
      </p>
    </section>
  )
}

function wordsFor(key: string, country: string) {
  if (isOwn({ key })) return 'directory.page.sourcesOwn'
  if (country === 'FR') return 'directory.page.sourcesFrance'
  return country === 'KR' ? 'directory.page.sourcesKorea' : 'directory.page.sourcesElsewhere'
}
