import { describeDate } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { personMail } from '../../../platform/mail/person-mail.ts'
import { postLine, reviewAddress } from '../contact-mails.ts'
import type { Caretaker } from '../reminders/queries.ts'
import type { EndingPost } from './queries.ts'

/** Tells a coordinator which contacts will be removed, and when. */
export function retentionMail(
  application: Pick<Application, 'translate' | 'settings'>,
  coordinator: Caretaker,
  posts: readonly EndingPost[],
): Mail {
  return personMail(application, coordinator, (t, language) => {
    const [first] = posts
    const network = first ? chooseName(first.networkName, language).text : ''
    return {
      networkId: first?.networkId ?? null,
      kind: 'contacts.retention',
      subject: t('contacts.retentionMail.subject', { count: posts.length, network }),
      body: [
        t('contacts.retentionMail.text', { name: coordinator.name, network }),
        {
          kind: 'list',
          items: posts.map(
            (post) => `${postLine(post, language)} – ${describeDate(post.retentionUntil, language)}`,
          ),
        },
      ],
      action: t('contacts.retentionMail.action'),
      address: reviewAddress(application, language, first?.networkSlug ?? ''),
      notes: [t('contacts.retentionMail.stays')],
    }
  })
}
