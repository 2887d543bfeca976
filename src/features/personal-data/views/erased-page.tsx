import type { Reader } from '../../../platform/i18n/reader.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'

/** The last page that somebody sees whose data were erased. */
export function ErasedPage({ reader }: { reader: Reader }) {
  const { t } = reader
  return (
    <>
      <PageHeading>{t('personal-data.erased.title')}</PageHeading>
      <Notice reader={reader} kind="done" live>
        <p>{t('personal-data.erased.lead')}</p>
      </Notice>
      <p>
        <a href={`/${reader.interfaceLanguage}`}>{t('personal-data.erased.home')}</a>
      </p>
    </>
  )
}
