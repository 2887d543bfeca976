import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { sendMails } from '../../../platform/mail/send-mail.ts'
import type { Network } from '../../networks/index.ts'
import { type LinkPurpose, tokenFor } from './link.ts'
import { paths } from './paths.ts'
import type { Subscription } from './subscription.ts'
import { type SubscriberNews, subscriptionMail } from './subscription-mail.ts'

/** What a mail about a subscription is written with; the context is that of the command. */
export interface Telling {
  application: Application
  writing: Context
  network: Pick<Network, 'id' | 'slug' | 'name'>
  /** In which what is quoted was written, as far as is known: that of whoever wrote it. The reader’s own when left out. */
  quotedIn?: string | undefined
}

// Who moved has no link of their own at the old address: anybody’s form.
const leadsTo: Readonly<Record<SubscriberNews, LinkPurpose | null>> = {
  confirm: 'confirm',
  already: 'preferences',
  welcome: 'preferences',
  added: 'preferences',
  member: 'preferences',
  address: 'address',
  moved: null,
}

/** Writes to somebody about their subscription, at the address that it is about; to nobody once that is gone. */
export async function tellSubscriber(
  telling: Telling,
  subscription: Subscription,
  key: SubscriberNews,
  declaration: string | null = null,
): Promise<void> {
  await tellSubscribers(telling, [{ subscription, declaration }], key)
}

/** Does so with many, each with their own declaration. */
export async function tellSubscribers(
  telling: Telling,
  people: readonly { subscription: Subscription; declaration: string | null }[],
  key: SubscriberNews,
): Promise<void> {
  const mails = people.flatMap(
    ({ subscription, declaration }) => mailTo(telling, subscription, key, declaration) ?? [],
  )
  await sendMails(telling.writing, mails)
}

function mailTo(
  { application, network, quotedIn }: Telling,
  subscription: Subscription,
  key: SubscriberNews,
  declaration: string | null,
): Mail | null {
  const to = key === 'address' ? subscription.newAddress : subscription.address
  if (to === null) return null
  const { secret, settings } = application
  // Of what is not confirmed, what was asked for last.
  const { language } = key === 'confirm' ? (subscription.asked ?? subscription) : subscription
  const purpose = leadsTo[key]
  const addressOf = (each: LinkPurpose) =>
    settings.baseUrl + paths[each](language, network.slug, tokenFor(secret, each, subscription))
  const name = chooseName(network.name, language).text
  return subscriptionMail(application.translate(language), {
    key,
    to,
    language,
    network: name,
    address:
      purpose === null
        ? `${settings.baseUrl}/${language}/${network.slug}/newsletter/subscribe`
        : addressOf(purpose),
    archive: `${settings.baseUrl}/${language}/${network.slug}/newsletter`,
    declaration: declaration === null ? null : { text: declaration, language: quotedIn ?? language },
    list:
      purpose === 'preferences'
        ? { id: ['newsletter', network.slug].join('.'), name, unsubscribeAddress: addressOf('leaving') }
        : null,
  })
}
