import { addressFor } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import type { Network } from '../../networks/index.ts'
import { Paragraphs } from './prose.tsx'

/** What Entente is, for whom, and how far it can be relied on. */
export function AboutPage({ networks }: { networks: Network[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('site.about.lead')}>{t('site.about.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.about.whatTitle')}</h2>
        <Paragraphs keys={['site.about.whatGroups', 'site.about.whatDirectory']} />
        <h2>{t('site.about.whomTitle')}</h2>
        <Paragraphs keys={['site.about.whom', 'site.about.whomEqual']} />
        <h2>{t('site.about.factsTitle')}</h2>
        <Paragraphs
          keys={[
            'site.about.factsSource',
            'site.about.factsDates',
            'site.about.factsKnown',
            'site.about.factsStatus',
          ]}
        />
        <h2>{t('site.about.disputeTitle')}</h2>
        <Paragraphs keys={['site.about.dispute']} />
        <h2>{t('site.about.machineTitle')}</h2>
        <Paragraphs keys={['site.about.machine']} />
        <h2 id="contact">{t('site.about.contactTitle')}</h2>
        <Paragraphs keys={['site.about.contact']} />
        {networks.length > 0 ? <p>{t('site.about.contactGroups')}</p> : null}
        {networks.length > 0 ? (
          <ul>
            {networks.map((network) => (
              <li key={network.slug}>
                <a href={addressFor(reader, `/${network.slug}`)}>
                  <Name name={network.name} />
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </>
  )
}
