import type { Reader } from '../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { Network } from '../../networks/index.ts'

interface HomePageProps {
  reader: Reader
  networks: Network[]
}

/** What this site is, and the country groups that it serves. */
export function HomePage({ reader, networks }: HomePageProps) {
  return (
    <>
      <PageHeading lead={reader.t('site.home.lead')}>{reader.t('site.home.title')}</PageHeading>
      {networks.length === 0 ? (
        <EmptyState title={reader.t('site.home.emptyTitle')} why={reader.t('site.home.emptyWhy')} next={reader.t('site.home.emptyNext')} />
      ) : (
        <EntryList
          entries={networks.map((network) => ({
            key: network.slug,
            title: <Name reader={reader} name={network.name} />,
            href: `/${reader.language}/${network.slug}`,
            body: <Passage reader={reader} text={network.summary} />,
          }))}
        />
      )}
    </>
  )
}
