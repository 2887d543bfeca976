import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../../ui/reader.tsx'

/** That an item was taken away while somebody worded it, and what can be done with their words. */
export function GoneNotice() {
  const { t } = useReader()
  return (
    <Notice kind="warning" live>
      <p>{t('newsletter.issues.gone.why')}</p>
      <p>{t('newsletter.issues.gone.next')}</p>
    </Notice>
  )
}
