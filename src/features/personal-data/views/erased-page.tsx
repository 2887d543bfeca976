import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'

/** The last page that somebody sees whose data were erased. */
export function ErasedPage() {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('personal-data.erased.title')}</PageHeading>
      <Notice kind="done" live>
        <p>{t('personal-data.erased.lead')}</p>
      </Notice>
      <p>
        <a href={`/${reader.interfaceLanguage}`}>{t('personal-data.erased.home')}</a>
      </p>
    </>
  )
}
