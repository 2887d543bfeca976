import type { Application } from '../../../platform/http/application.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { StoredMail } from '../../../platform/mail/stored-mail.ts'

/** Name and address, as far as there is a name. */
export function Recipient({ mail }: { mail: Pick<StoredMail, 'toName' | 'toAddress'> }) {
  return (
    <span class="mail-words mail-recipient">
      {mail.toName ? (
        <>
          {mail.toName}
          <br />
        </>
      ) : null}
      <span class="quiet">{mail.toAddress}</span>
    </span>
  )
}

/** A kind of mail as its feature calls it; the code of one that no feature knows any more. */
export function kindInWords(reader: Reader, kindWords: Application['mailKinds'], kind: string): string {
  const key = kindWords[kind]
  return key ? reader.t(key) : kind
}
