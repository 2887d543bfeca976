import type { ComponentChildren } from 'preact'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
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
  const reader = useReader()
  const { person, roles, sessions, sessionId, isFresh, passkeys, tokens, held, done, sent } = props
  const { t } = reader
  const told =
    done === 'profile' ? t('people.account.saved') : done === 'address' ? t('people.account.asked') : null
  const sentIf = (form: SentAccountForm['form']) => (sent?.form === form ? sent : undefined)
  return (
    <>
      {sent ? <ErrorList form={sent} /> : null}
      <PageHeading lead={person.address} actions={<SignOut />}>
        {t('people.account.title')}
      </PageHeading>
      {told === null ? null : (
        <Notice kind="done" live>
          <p>{told}</p>
        </Notice>
      )}
      <RolesSection roles={roles} isOperator={person.operatorSince !== null} />
      <ProfileSection person={person} sent={sentIf('profile')} />
      <AddressSection person={person} isFresh={isFresh} sent={sentIf('address')} />
      <PasskeysSection passkeys={passkeys} isFresh={isFresh} />
      <TokensSection tokens={tokens} roles={held} isFresh={isFresh} sent={sentIf('token')} />
      <SessionsSection sessions={sessions} sessionId={sessionId} />
      {props.sections}
    </>
  )
}

function SignOut() {
  const reader = useReader()
  return (
    <form method="post" action={paths.signOut(reader.interfaceLanguage)}>
      <button class="button" type="submit">
        {reader.t('people.signedIn.signOut')}
      </button>
    </form>
  )
}
