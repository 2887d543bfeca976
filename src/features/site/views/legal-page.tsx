import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { LegalNotice } from '../../../platform/settings/legal-settings.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Paragraphs, Points } from './prose.tsx'

interface LegalPageProps {
  /** The details that the body that runs the server has given. */
  legal: LegalNotice
}

/** The publisher of the site and its use of data; says plainly what the operator still has to fill in. */
export function LegalPage({ legal }: LegalPageProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('site.legal.lead')}>{t('site.legal.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.legal.publisherTitle')}</h2>
        <Publisher legal={legal} />
        <Paragraphs keys={['site.legal.publisherSoftware']} />
        <h2>{t('site.legal.hostTitle')}</h2>
        {legal.hosting === null ? (
          <Paragraphs keys={['site.legal.hostingMissing']} />
        ) : (
          <FactList facts={[{ term: t('site.legal.hostingIs'), detail: legal.hosting }]} />
        )}
        <Paragraphs keys={['site.legal.host']} />
        <h2>{t('site.legal.dataTitle')}</h2>
        <Paragraphs keys={['site.legal.dataAccounts', 'site.legal.dataLogs']} />
        <h2>{t('site.legal.peopleTitle')}</h2>
        <Paragraphs keys={['site.legal.people']} />
        <h2>{t('site.legal.rightsTitle')}</h2>
        <Paragraphs
          keys={['site.legal.rightsEurope', 'site.legal.rightsKorea', 'site.legal.rightsTransfer']}
        />
        <h2>{t('site.legal.contentTitle')}</h2>
        <Paragraphs keys={['site.legal.content']} />
      </div>
    </>
  )
}

const lines = [
  { said: 'publisher', term: 'site.legal.publisherIs', missing: 'site.legal.publisherName' },
  { said: 'contact', term: 'site.legal.contactIs', missing: 'site.legal.publisherReach' },
  { said: 'director', term: 'site.legal.directorIs', missing: 'site.legal.publisherDirector' },
  { said: 'privacy', term: 'site.legal.privacyIs', missing: 'site.legal.publisherPrivacy' },
] as const satisfies readonly { said: keyof LegalNotice; term: PlainMessageKey; missing: PlainMessageKey }[]

function Publisher({ legal }: LegalPageProps) {
  const { t } = useReader()
  const said = lines.flatMap(({ said: name, term }) => {
    const detail = legal[name]
    return detail === null ? [] : [{ term: t(term), detail }]
  })
  const missing = lines.filter(({ said: name }) => legal[name] === null).map((line) => line.missing)
  return (
    <>
      {said.length > 0 ? <FactList facts={said} /> : null}
      {missing.length > 0 ? (
        <Notice kind="warning">
          <p>{t('site.legal.publisherMissing')}</p>
          <Points keys={missing} />
          <p>{t('site.legal.howToFill')}</p>
        </Notice>
      ) : null}
    </>
  )
}
