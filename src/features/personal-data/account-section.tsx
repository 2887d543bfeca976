import type { Reader } from '../../platform/i18n/reader.ts'
import { Section } from '../../ui/text/headings.tsx'
import { paths } from './paths.ts'

/** On the account page: the way to everything that is kept about oneself. */
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
