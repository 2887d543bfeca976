import { describeDate } from '../../../platform/dates/index.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../country-name.ts'
import { kindsOf, kindTitle } from '../kind-name.ts'
import { isAuthorityKind } from '../organisation.ts'
import { directoryAddress } from '../paths.ts'
import type { DirectorySearch } from '../search.schema.ts'

interface Count {
  country: string
  kind: string
  count: number
}

/** Counts of each kind: authorities by country, other bodies together; each leads to its list. */
export function Counts({ search, counts }: { search: DirectorySearch; counts: Count[] }) {
  const reader = useReader()
  const on = search.on ?? undefined
  const territorial = counts.filter(({ kind }) => isTerritorial(kind))
  const bodies = counts.filter(({ kind }) => !isTerritorial(kind))
  const title = on
    ? reader.t('directory.search.countsOn', { day: describeDate(on, reader.interfaceLanguage) })
    : reader.t('directory.search.counts')
  return (
    <Section id="counts" title={title}>
      <div class="columns">
        {byOwnSide(reader, [...new Set(territorial.map(({ country }) => country))]).map((country) => {
          const own = territorial.filter((each) => each.country === country)
          return (
            <KindCounts
              key={country}
              title={countryTitle(reader, country, own)}
              counts={own}
              href={(kind) => directoryAddress(reader, { country, kind, on })}
            />
          )
        })}
        {bodies.length > 0 ? (
          <KindCounts
            title={reader.t('directory.search.bodies')}
            counts={bodies}
            href={(kind) => directoryAddress(reader, { country: search.country ?? undefined, kind, on })}
          />
        ) : null}
      </div>
    </Section>
  )
}

interface KindCountsProps {
  title: string
  counts: Count[]
  href: (kind: string) => string
}

function KindCounts({ title, counts, href }: KindCountsProps) {
  const reader = useReader()
  const number = numberFormatter(reader.interfaceLanguage, {})
  const kinds = kindsOf(null).filter((kind) => counts.some((each) => each.kind === kind))
  return (
    <div class="section">
      <h3>{title}</h3>
      <EntryList
        entries={kinds.map((kind) => ({
          key: kind,
          title: (
            <>
              <a href={href(kind)}>{kindTitle(reader, kind)}</a>{' '}
              <span class="own-name">
                {number.format(sumOf(counts.filter((each) => each.kind === kind)))}
              </span>
            </>
          ),
        }))}
      />
    </div>
  )
}

function countryTitle(reader: Reader, country: string, counts: Count[]): string {
  const authorities = sumOf(counts.filter(({ kind }) => isAuthorityKind(kind)))
  return `${countryName(reader, country)} · ${reader.t('directory.search.countOf', { count: authorities })}`
}

function sumOf(counts: Count[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

function isTerritorial(kind: string): boolean {
  return isAuthorityKind(kind) || kind === 'administrative_place'
}
