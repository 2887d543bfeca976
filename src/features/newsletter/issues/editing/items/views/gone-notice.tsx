import type { Reader } from '../../../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../../../ui/blocks/notice.tsx'

/** That an item was taken away while somebody worded it, and what can be done with their words. */
export function GoneNotice({ reader }: { reader: Reader }) {
  const { t } = reader
  return (
    <Notice reader={reader} kind="warning" live>
      <p>{t('newsletter.issues.gone.why')}</p>
      <p>{t('newsletter.issues.gone.next')}</p>
    </Notice>
  )
}
