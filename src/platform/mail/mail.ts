import type { Context } from '../context/context.ts'
import { newId } from '../context/identifier.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'

export type MailBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'action'; label: string; address: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'quotation'; text: string; language?: string }
  | { kind: 'small'; text: string }

export interface Mail {
  to: { address: string; name?: string }
  language: InterfaceLanguage
  networkId: string | null
  kind: string
  /** It holds a link that lets somebody in: shown to nobody else. */
  isSecret: boolean
  subject: string
  blocks: MailBlock[]
}

/** Writes a mail down, inside the transaction of the change that it tells of. */
export async function sendMail(context: Context, mail: Mail): Promise<void> {
  await context.database
    .insertInto('platform_mail')
    .values({
      mail_id: newId(),
      to_address: mail.to.address,
      language: mail.language,
      network_id: mail.networkId,
      kind: mail.kind,
      is_secret: mail.isSecret,
      subject: mail.subject,
      body: JSON.stringify(mail.blocks),
      written_at: context.clock.now().toString(),
    })
    .execute()
}
