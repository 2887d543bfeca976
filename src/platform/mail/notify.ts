import { personIdOf } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import type { Application } from '../http/application.ts'
import { type InterfaceLanguage, interfaceLanguageFor } from '../i18n/languages.ts'
import { chooseName, type LocalizedName } from '../i18n/localized-text.ts'
import type { Reader } from '../i18n/reader.ts'
import type { Translate } from '../i18n/translate.ts'
import { exercise } from '../settings/exercise.ts'
import type { Mail } from './mail.ts'
import { type MailWords, mailOf } from './mail-words.ts'
import { sendMails } from './send-mail.ts'

/** What a command notifies people with; a request for a page of a network is one. */
export interface NotificationContext {
  application: Pick<Application, 'settings' | 'translate' | 'secret'>
  /** Of the command: its transaction keeps the mails. */
  writing: Context
  network: { id: string; slug: string; name: LocalizedName }
}

/** A person who is notified. */
export interface Recipient {
  /**
   * Null for a person who goes on by a link of their own: their mail is secret, since its link speaks for them, and belongs to no network,
   * since the outbox of a network shows the addresses of its mails. Left out where neither matters.
   */
  personId?: string | null
  address: string
  name: string
  /** BCP 47; they get English where the interface has no words in it. */
  language: string
}

/** A recipient, and what the words of their mail depend on. */
export interface Notified<R> {
  to: R
  language: InterfaceLanguage
  t: Translate
  reader: Reader
  /** The name of the network, in their language. */
  network: string
}

type MaybeLater<T> = T | Promise<T>

/** What recipients are notified of. */
export interface Notification<R> {
  /** The path of the page where it goes on, such as a fresh link for a person without an account; null where there is none. */
  leadsTo(language: InterfaceLanguage, to: R): MaybeLater<string | null>
  write: Write<R>
  /** Notifies the person who acts too; false by default. */
  includesActor?: boolean
  /** Notifies a person listed twice, such as for two roles, twice; false by default. */
  includesRepeats?: boolean
}

type Write<R> = (notified: Notified<R>) => MaybeLater<MailWords>

/**
 * Writes to each recipient once, in their language, in the transaction of the command; not to the person who acts. Of two recipients who
 * are the same person, or have no account and the same address, the second counts, at the place of the first.
 */
export async function notify<R extends Recipient>(
  notifying: NotificationContext,
  recipients: readonly R[],
  { leadsTo, write, includesActor = false, includesRepeats = false }: Notification<R>,
): Promise<void> {
  const { application, writing } = notifying
  const own = includesActor ? null : personIdOf(writing.actor)
  const once = new Map(recipients.map((to) => [to.personId ?? to.address, to]))
  const mails: Mail[] = []
  for (const to of includesRepeats ? recipients : once.values()) {
    if (own !== null && to.personId === own) continue
    const path = await leadsTo(interfaceLanguageFor(to.language), to)
    const address = path === null ? null : application.settings.baseUrl + path
    mails.push(await mailTo(notifying, to, address, write))
  }
  await sendMails(writing, mails)
}

/** The mail to one recipient, which leads to an absolute address or nowhere. */
export async function mailTo<R extends Recipient>(
  { application, writing, network }: NotificationContext,
  to: R,
  address: string | null,
  write: Write<R>,
): Promise<Mail> {
  const reader = mailReader(application, writing, to)
  const { interfaceLanguage: language, t } = reader
  const written = await write({ to, language, t, reader, network: chooseName(network.name, language).text })
  const words = network.slug === exercise ? asExercise(written, t) : written
  const isByLink = to.personId === null
  return mailOf(
    {
      to: { address: to.address, name: to.name },
      language,
      networkId: isByLink ? null : network.id,
      address,
    },
    isByLink ? { ...words, isSecret: true } : words,
  )
}

/** A mail of the invented network says so in its subject and below its words. */
function asExercise(words: MailWords, t: Translate): MailWords {
  return {
    ...words,
    subject: t('platform.mail.exerciseSubject', { subject: words.subject }),
    notes: [t('platform.mail.exercise'), ...(words.notes ?? [])],
  }
}

/** The recipient of a mail as its reader: in their language where the interface speaks it, else in English. */
export function mailReader(
  services: { translate(language: InterfaceLanguage): Translate },
  { today }: { today: string },
  to: { language: string },
): Reader {
  const language = interfaceLanguageFor(to.language)
  return { language, interfaceLanguage: language, t: services.translate(language), today, now: null }
}
