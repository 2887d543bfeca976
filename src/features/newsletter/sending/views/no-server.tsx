import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'

/** That nothing leaves this house, and what becomes of what is ordered meanwhile. */
export function NoServer() {
  const reader = useReader()
  return <Notice kind="warning">{reader.t('newsletter.sending.noServer')}</Notice>
}
