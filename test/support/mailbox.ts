import type { Mail } from '../../src/platform/mail/mail.ts'
import { renderMail } from '../../src/platform/mail/rendering/render-mail.ts'
import { asStoredMail, selectMails } from '../../src/platform/mail/stored-mail.ts'
import type { TestApp } from './open-test-app.ts'

export interface ReadMail {
  id: string
  to: string
  subject: string
  kind: string
  language: string
  /** The text part. */
  text: string
  /** Its addresses, in order. */
  links: string[]
}

/** The mails written so far, the oldest first, as their recipients would read them. */
export async function readMailbox(testApp: TestApp): Promise<ReadMail[]> {
  const rows = await selectMails(testApp.context.database).orderBy('mail_id').execute()
  return rows.map(asStoredMail).map((mail) => {
    const text = renderMail(testApp.application, mail)?.text ?? ''
    return {
      id: mail.id,
      to: mail.toAddress,
      subject: mail.subject,
      kind: mail.kind,
      language: mail.language,
      text,
      links: text.match(/https?:\/\/\S+/g) ?? [],
    }
  })
}

/** A mail with a sign-in link; what matters to the test is given. */
export function sampleMail(given: Partial<Mail> = {}): Mail {
  return {
    to: { address: 'claire@ville.example', name: 'Claire Martin' },
    language: 'fr',
    networkId: null,
    kind: 'outbox.test',
    isSecret: false,
    subject: 'Votre lien de connexion',
    body: [
      { kind: 'paragraph', text: 'Bonjour, voici votre lien.' },
      { kind: 'action', label: 'Se connecter', address: 'https://entente.example/fr/sign-in?token=abc' },
    ],
    ...given,
  }
}

/** The last mail written to an address; its text without line ends, so that it can be searched. */
export async function lastMailTo(testApp: TestApp, address: string): Promise<ReadMail | undefined> {
  const mail = (await readMailbox(testApp)).findLast(({ to }) => to === address)
  return mail && { ...mail, text: mail.text.replaceAll(/\s+/g, ' ') }
}
