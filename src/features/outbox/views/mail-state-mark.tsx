import type { Reader } from '../../../platform/i18n/reader.ts'
import type { StoredMail } from '../../../platform/mail/stored-mail.ts'
import { stateOf } from '../mail-state.ts'

const signs = { waiting: '…', retrying: '↻', sent: '✓', failed: '!', returned: '↩' } as const

/** How a mail stands: a sign and a word. */
export function MailStateMark({
  reader,
  mail,
}: {
  reader: Reader
  mail: Pick<StoredMail, 'sentAt' | 'failedAt' | 'lastError' | 'returnedAt'>
}) {
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
