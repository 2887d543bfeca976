import type { Reader } from '../../../platform/i18n/reader.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Paragraphs, Points } from './prose.tsx'

/** Who answers for the site and what it does with data; says plainly what its operator still has to fill in. */
export function LegalPage({ reader }: { reader: Reader }) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('site.legal.lead')}>{t('site.legal.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.legal.publisherTitle')}</h2>
        <Notice reader={reader} kind="warning">
          <p>{t('site.legal.publisherMissing')}</p>
          <Points
            reader={reader}
            keys={[
              'site.legal.publisherName',
              'site.legal.publisherReach',
              'site.legal.publisherDirector',
              'site.legal.publisherPrivacy',
            ]}
          />
        </Notice>
        <Paragraphs reader={reader} keys={['site.legal.publisherSoftware']} />
        <h2>{t('site.legal.hostTitle')}</h2>
        <Paragraphs reader={reader} keys={['site.legal.host']} />
        <h2>{t('site.legal.dataTitle')}</h2>
        <Paragraphs reader={reader} keys={['site.legal.dataNone', 'site.legal.dataLogs']} />
        <h2>{t('site.legal.peopleTitle')}</h2>
        <Paragraphs reader={reader} keys={['site.legal.people']} />
        <h2>{t('site.legal.rightsTitle')}</h2>
        <Paragraphs
          reader={reader}
          keys={['site.legal.rightsEurope', 'site.legal.rightsKorea', 'site.legal.rightsTransfer']}
        />
        <h2>{t('site.legal.contentTitle')}</h2>
        <Paragraphs reader={reader} keys={['site.legal.content']} />
      </div>
    </>
  )
}
