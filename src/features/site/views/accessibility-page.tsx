import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Paragraphs, Points } from './prose.tsx'

/** What was checked, what was not, and whom to tell: after RGAA's model of a statement. */
export function AccessibilityPage() {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('site.accessibility.lead')}>{t('site.accessibility.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.accessibility.stateTitle')}</h2>
        <Paragraphs
          keys={[
            'site.accessibility.stateFrance',
            'site.accessibility.stateKorea',
            'site.accessibility.stateAim',
          ]}
        />
        <h2>{t('site.accessibility.testedTitle')}</h2>
        <Points
          keys={[
            'site.accessibility.testedAxe',
            'site.accessibility.testedKeyboard',
            'site.accessibility.testedScript',
            'site.accessibility.testedLanguage',
          ]}
        />
        <h2>{t('site.accessibility.openTitle')}</h2>
        <Points
          keys={[
            'site.accessibility.openReaders',
            'site.accessibility.openAudit',
            'site.accessibility.openDocuments',
            'site.accessibility.openUsers',
          ]}
        />
        <h2>{t('site.accessibility.contactTitle')}</h2>
        <Paragraphs keys={['site.accessibility.contact', 'site.accessibility.recourse']} />
      </div>
    </>
  )
}
