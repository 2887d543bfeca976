import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'

/** Says that no mail leaves this server, and what happens to orders meanwhile. */
export function NoServer() {
  const reader = useReader()
  return <Notice kind="warning">{reader.t('newsletter.sending.noServer')}</Notice>
}
