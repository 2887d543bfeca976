import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'

/** That nothing leaves this house, and what becomes of what is ordered meanwhile. */
export function NoServer({ reader }: { reader: Reader }) {
  return (
    <Notice reader={reader} kind="warning">
      {reader.t('newsletter.sending.noServer')}
    </Notice>
  )
}
