import type { StoredMail } from '../../../platform/mail/stored-mail.ts'
import { useReader } from '../../../ui/reader.tsx'
import { stateOf } from '../mail-state.ts'

const signs = { waiting: '…', retrying: '↻', sent: '✓', failed: '!', returned: '↩' } as const

/** The state of a mail: a sign and a word. */
export function MailStateMark({
  mail,
}: {
  mail: Pick<StoredMail, 'sentAt' | 'failedAt' | 'lastError' | 'returnedAt'>
}) {
  const reader = useReader()
  const state = stateOf(mail)
  return (
    <span class={`mail-state mail-${state}`}>
      <span class="mail-sign" aria-hidden="true">
        {signs[state]}
      </span>
      {reader.t(`outbox.state.${state}`)}
    </span>
  )
}
