import type { Reader } from '../../platform/i18n/reader.ts'
import { Section } from '../../ui/text/headings.tsx'
import { paths } from './paths.ts'

/** Link on the account page to all data that are kept about the person. */
export function dataSection({ reader }: { reader: Reader }) {
  const { t } = reader
  return (
    <Section key="data" id="data" title={t('personal-data.page.title')}>
      <p>{t('personal-data.page.lead')}</p>
      <p>
        <a class="button" href={paths.data(reader.interfaceLanguage)}>
          {t('personal-data.section.open')}
        </a>
      </p>
    </Section>
  )
}
