import { useReader } from '../../../ui/reader.tsx'
import { isOwn } from '../organisation.ts'
import type { OrganisationRecord } from '../queries.ts'

interface DataSourcesProps {
  organisation: OrganisationRecord
  /** Address of the page on licences. */
  licences: string
}

/** Where the facts of the page come from, and under which licence. */
export function DataSources({ organisation: { key, country }, licences }: DataSourcesProps) {
  const reader = useReader()
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
