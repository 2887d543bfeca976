import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'
import type { NamedThings } from './named.queries.ts'
import { cautionWords, nameIn } from './reason-words.ts'
import type { Suggestions } from './suggest.ts'
import { SuggestionItem } from './suggestion-item.tsx'
import { type SignalKey, signals, weights } from './weights.ts'

interface SuggestionsPageProps {
  network: string
  slug: string
  suggestions: Suggestions
  named: NamedThings
  isAmongMembers: boolean
}

/** The partners that would suit an authority, each with its reasons, and those that it has. */
export function SuggestionsPage({ network, slug, suggestions, named, isAmongMembers }: SuggestionsPageProps) {
  const reader = useReader()
  const { t } = reader
  const { own, cautions, best, tied, candidates } = suggestions
  const item = { reader, network, named, ownId: own.id }
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={paths.suggestions(reader, network)}>{t('partners.suggestion.title')}</a>
            {' · '}
            <a href={addressFor(reader, `/${network}/organisations/${slug}`)}>
              {nameIn(reader, named, own.id)}
            </a>
          </>
        }
        lead={t('partners.suggestion.lead', { count: candidates })}
      >
        {t('partners.suggestion.titleFor', { name: nameIn(reader, named, own.id) })}
      </PageHeading>
      <Tabs
        label={t('partners.suggestion.among')}
        tabs={[
          {
            label: t('partners.suggestion.amongAll'),
            href: paths.suggestions(reader, network, slug),
            current: !isAmongMembers,
          },
          {
            label: t('partners.suggestion.amongMembers'),
            href: paths.suggestions(reader, network, slug, { among: 'members' }),
            current: isAmongMembers,
          },
        ]}
      />
      {own.seeks.length === 0 ? (
        <Notice>
          <p>{t('partners.suggestion.raise.sayWhatYouSeek')}</p>
        </Notice>
      ) : null}
      {cautions.length > 0 ? (
        <Notice kind="warning">
          <ul class="suggestion-cautions">
            {cautions.map((caution, index) => (
              <li key={index}>{cautionWords({ reader }, caution)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {best.length === 0 ? (
        <EmptyState title={t('partners.suggestion.emptyTitle')} why={t('partners.suggestion.emptyWhy')} />
      ) : (
        <ol class="suggestions">
          {best.map((suggestion) => (
            <SuggestionItem key={suggestion.id} {...item} suggestion={suggestion} level={2} />
          ))}
        </ol>
      )}
      {tied.length > 0 ? (
        <Section id="tied" title={t('partners.suggestion.tied')}>
          <p>{t('partners.suggestion.tiedLead')}</p>
          <ul class="suggestions">
            {tied.map((suggestion) => (
              <SuggestionItem key={suggestion.id} {...item} suggestion={suggestion} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="how" title={t('partners.suggestion.how')}>
        <HowSuggested />
      </Section>
    </>
  )
}

/** What each sign counts for: nothing of a suggestion is hidden. */
function HowSuggested() {
  const reader = useReader()
  const { t } = reader
  const total = signals.reduce((sum, key) => sum + weights[key].weight, 0)
  const share = (key: SignalKey) =>
    numberFormatter(reader.interfaceLanguage, percent).format(weights[key].weight / total)
  return (
    <>
      <p>{t('partners.suggestion.howText')}</p>
      <DataTable
        caption={t('partners.suggestion.how')}
        captionHidden
        columns={[
          {
            key: 'sign',
            label: t('partners.suggestion.sign'),
            header: true,
            cell: (key: SignalKey) => t(`partners.signal.${key}`),
          },
          {
            key: 'share',
            label: t('partners.suggestion.share'),
            numeric: true,
            cell: (key: SignalKey) => share(key),
          },
        ]}
        rows={signals.toSorted((one, two) => weights[two].weight - weights[one].weight)}
        rowKey={(key) => key}
      />
    </>
  )
}

const percent = { style: 'percent', maximumFractionDigits: 0 } as const
