import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { type LinkPurpose, tokenFor } from './link.ts'
import { paths } from './paths.ts'
import type { Subscription } from './subscription.ts'

type SubscriberNews = 'confirm' | 'already' | 'welcome' | 'added' | 'member' | 'address' | 'moved'

interface Notifying extends NotificationContext {
  /** The language of a quoted text, as far as it is known; the recipient’s own when left out. */
  quotedIn?: string | undefined
}

interface Subscriber {
  subscription: Subscription
  /** How a reader who was added is said to have agreed. */
  declaration: string | null
}

// A reader who moved gets no link of their own at the old address, only the public form.
const purposes: Readonly<Record<SubscriberNews, LinkPurpose | null>> = {
  confirm: 'confirm',
  already: 'preferences',
  welcome: 'preferences',
  added: 'preferences',
  member: 'preferences',
  address: 'address',
  moved: null,
}

/** Writes to a reader about their subscription, at the address that it concerns; does nothing once the address is gone. */
export async function notifySubscriber(
  notifying: Notifying,
  subscription: Subscription,
  key: SubscriberNews,
  declaration: string | null = null,
): Promise<void> {
  await notifySubscribers(notifying, [{ subscription, declaration }], key)
}

/** Writes to many readers about their subscriptions, each with their own declaration. */
export async function notifySubscribers(
  notifying: Notifying,
  people: readonly Subscriber[],
  key: SubscriberNews,
): Promise<void> {
  const { application, network, quotedIn } = notifying
  const { secret, settings } = application
  const purpose = purposes[key]
  const recipients = people.flatMap(({ subscription, declaration }) => {
    const address = key === 'address' ? subscription.newAddress : subscription.address
    // An unconfirmed subscription uses the language of the latest request.
    const { language } = key === 'confirm' ? (subscription.asked ?? subscription) : subscription
    return address === null
      ? []
      : [{ personId: null, address, name: '', language, subscription, declaration }]
  })
  const archive = (language: string) => `/${language}/${network.slug}/newsletter`
  const link = (of: LinkPurpose, language: InterfaceLanguage, subscription: Subscription) =>
    paths[of](language, network.slug, tokenFor(secret, of, subscription))
  await notify(notifying, recipients, {
    leadsTo: (language, { subscription }) =>
      purpose === null ? `${archive(language)}/subscribe` : link(purpose, language, subscription),
    write: ({ to: { subscription, declaration }, t, language, network: name }) => ({
      kind: 'newsletter.subscription',
      subject: t(`newsletter.subscribers.mail.${key}.subject`, { network: name }),
      body: [
        t(`newsletter.subscribers.mail.${key}.text`, { network: name }),
        declaration !== null && { kind: 'quotation', text: declaration, language: quotedIn ?? language },
      ],
      action: t(`newsletter.subscribers.mail.${key}.action`),
      // They do not get the issue that is being sent now.
      below: [
        key === 'welcome' &&
          t('newsletter.subscribers.mail.welcome.archive', { address: settings.baseUrl + archive(language) }),
      ],
      notes: [t(`newsletter.subscribers.mail.${key}.note`)],
      list:
        purpose === 'preferences'
          ? {
              id: ['newsletter', network.slug].join('.'),
              name,
              unsubscribeAddress: settings.baseUrl + link('leaving', language, subscription),
            }
          : null,
    }),
  })
}
