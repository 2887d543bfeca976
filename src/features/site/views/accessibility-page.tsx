import type { Reader } from '../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Paragraphs, Points } from './prose.tsx'

/** What was checked, what was not, and whom to tell: after RGAA's model of a statement. */
export function AccessibilityPage({ reader }: { reader: Reader }) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('site.accessibility.lead')}>{t('site.accessibility.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.accessibility.stateTitle')}</h2>
        <Paragraphs
          reader={reader}
          keys={[
            'site.accessibility.stateFrance',
            'site.accessibility.stateKorea',
            'site.accessibility.stateAim',
          ]}
        />
        <h2>{t('site.accessibility.testedTitle')}</h2>
        <Points
          reader={reader}
          keys={[
            'site.accessibility.testedAxe',
            'site.accessibility.testedKeyboard',
            'site.accessibility.testedScript',
            'site.accessibility.testedLanguage',
          ]}
        />
        <h2>{t('site.accessibility.openTitle')}</h2>
        <Points
          reader={reader}
          keys={[
            'site.accessibility.openReaders',
            'site.accessibility.openAudit',
            'site.accessibility.openDocuments',
            'site.accessibility.openUsers',
          ]}
        />
        <h2>{t('site.accessibility.contactTitle')}</h2>
        <Paragraphs reader={reader} keys={['site.accessibility.contact', 'site.accessibility.recourse']} />
      </div>
    </>
  )
}
