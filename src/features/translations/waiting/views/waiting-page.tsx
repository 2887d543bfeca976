import type { ComponentChildren } from 'preact'
import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { ParityMeter } from '../../../../ui/text/parity-meter.tsx'
import type { Network } from '../../../networks/index.ts'
import type { LanguageParity } from '../../parity/queries.ts'
import { paths } from '../../paths.ts'
import type { ListedText } from '../queries.ts'
import { parametersOf, type WaitingFilter } from '../schema.ts'
import { TextTable } from './text-table.tsx'
import { WaitingFilters } from './waiting-filters.tsx'

interface WaitingPageProps {
  network: Network
  owners: readonly TextOwner[]
  parities: LanguageParity[]
  filter: WaitingFilter
  texts: ListedText[]
  total: number
  most: number
  page: number
  pages: number
  first: number
  /** What coordinators may ask of a machine. */
  children?: ComponentChildren
}

/** How even the languages of a group are, and the texts that wait for somebody. */
export function WaitingPage(props: WaitingPageProps) {
  const reader = useReader()
  const { network, owners, filter, texts, total, most, page, pages, first } = props
  const { t } = reader
  const isNarrowed = Object.values(parametersOf(filter)).some((value) => value)
  return (
    <>
      <PageHeading lead={<p>{t('translations.list.lead')}</p>}>{t('translations.list.title')}</PageHeading>
      <ParityMeter
        parities={props.parities}
        href={(language) => paths.list(reader, network.slug, { language })}
      />
      <Section id="texts" title={t('translations.list.waiting')}>
        <WaitingFilters network={network} owners={owners} filter={filter} />
        {total === 0 ? (
          <EmptyState
            title={t(isNarrowed ? 'translations.list.noMatch' : 'translations.list.nothingWaits')}
            why={t(isNarrowed ? 'translations.list.noMatchWhy' : 'translations.list.nothingWaitsWhy')}
            next={
              isNarrowed ? (
                <a href={paths.list(reader, network.slug)}>{t('translations.list.all')}</a>
              ) : (
                <a href={paths.list(reader, network.slug, { state: 'reviewed' })}>
                  {t('translations.list.reviewed')}
                </a>
              )
            }
          />
        ) : (
          <>
            <ResultCount
              total={Math.min(total, most - 1)}
              totalIs={total >= most ? 'at_least' : 'exact'}
              first={first}
              last={first + texts.length - 1}
            />
            <TextTable network={network} owners={owners} texts={texts} />
            <Pagination
              page={page}
              pages={pages}
              href={(each) =>
                paths.list(reader, network.slug, {
                  ...parametersOf(filter),
                  page: each === 1 ? undefined : String(each),
                })
              }
            />
          </>
        )}
      </Section>
      {props.children}
    </>
  )
}
