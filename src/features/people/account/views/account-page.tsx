import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { Passkey } from '../../passkeys/queries.ts'
import { PasskeysSection } from '../../passkeys/views/passkeys-section.tsx'
import { paths } from '../../paths.ts'
import type { OwnRole } from '../../roles/queries.ts'
import type { ListedSession } from '../../sessions/queries.ts'
import type { ListedToken } from '../../tokens/queries.ts'
import { TokensSection } from '../../tokens/views/tokens-section.tsx'
import type { SentAccountForm } from '../account-form.ts'
import { AddressSection } from './address-section.tsx'
import { type OwnRecord, ProfileSection } from './profile-section.tsx'
import { RolesSection } from './roles-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

interface AccountPageProps {
  reader: Reader
  person: OwnRecord
  roles: OwnRole[]
  sessions: ListedSession[]
  sessionId: string
  /** Whether they signed in just before, so that they may change who gets in. */
  isFresh: boolean
  passkeys: Passkey[]
  /** What other features add. */
  sections: ComponentChildren[]
  tokens: ListedToken[]
  /** Those of the roles that are held now. */
  held: OwnRole[]
  /** What was just done, by the name of its form. */
  done: string | undefined
  sent: SentAccountForm | undefined
}

/** All that concerns one's own account, a section each. */
export function AccountPage(props: AccountPageProps) {
  const { reader, person, roles, sessions, sessionId, isFresh, passkeys, tokens, held, done, sent } = props
  const { t } = reader
  const errors =
    sent?.errors.map(({ field, message }) => ({ ...(field ? { field } : {}), message: message(t) })) ?? []
  const told =
    done === 'profile' ? t('people.account.saved') : done === 'address' ? t('people.account.asked') : null
  const sentIf = (form: SentAccountForm['form']) => (sent?.form === form ? sent : undefined)
  return (
    <>
      <FormErrors reader={reader} errors={errors} />
      <PageHeading lead={person.address} actions={<SignOut reader={reader} />}>
        {t('people.account.title')}
      </PageHeading>
      {told === null ? null : (
        <Notice reader={reader} kind="done" live>
          <p>{told}</p>
        </Notice>
      )}
      <RolesSection reader={reader} roles={roles} isOperator={person.operatorSince !== null} />
      <ProfileSection reader={reader} person={person} sent={sentIf('profile')} />
      <AddressSection reader={reader} person={person} isFresh={isFresh} sent={sentIf('address')} />
      <PasskeysSection reader={reader} passkeys={passkeys} isFresh={isFresh} />
      <TokensSection reader={reader} tokens={tokens} roles={held} isFresh={isFresh} sent={sentIf('token')} />
      <SessionsSection reader={reader} sessions={sessions} sessionId={sessionId} />
      {props.sections}
    </>
  )
}

function SignOut({ reader }: { reader: Reader }) {
  return (
    <form method="post" action={paths.signOut(reader.interfaceLanguage)}>
      <button class="button" type="submit">
        {reader.t('people.signedIn.signOut')}
      </button>
    </form>
  )
}
