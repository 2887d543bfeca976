import type { Application } from '../../../platform/http/application.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { personMail } from '../../../platform/mail/person-mail.ts'
import { dayInWords } from '../day-in-words.ts'
import { paths } from '../paths.ts'
import { roleMeaning, roleName } from '../role-name.ts'
import type { Invitation } from './queries.ts'

/** Says who invites to which role and until when, in the language of the invitee. */
export function invitationMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  invitation: Invitation,
  token: string,
): Mail {
  return personMail({ translate }, invitation, (t, language) => {
    const network = chooseName(invitation.networkName, language).text
    const inviter = invitation.inviter ?? t('people.invitation.theServer')
    const organisations = invitation.organisations.map(({ name }) => chooseName(name, language).text)
    return {
      networkId: invitation.networkId,
      kind: 'invitation',
      isSecret: true,
      subject: t('people.invitationMail.subject', { network }),
      body: [
        t('people.invitationMail.text', { name: invitation.name, inviter, network }),
        invitation.words ? { kind: 'quotation', text: invitation.words, language } : null,
        {
          kind: 'facts',
          facts: [
            { label: t('people.invitation.network'), value: network },
            { label: t('people.invitation.role'), value: roleName(t, invitation.role) },
            ...(organisations.length > 0
              ? [{ label: t('people.invitation.organisations'), value: organisations.join(', ') }]
              : []),
            { label: t('people.invitation.until'), value: dayInWords(invitation.expiresAt, language) },
          ],
        },
        roleMeaning(t, invitation.role),
      ],
      action: t('people.invitationMail.action'),
      address: settings.baseUrl + paths.invitation(language, token),
      notes: [t('people.invitationMail.notYou')],
    }
  })
}
