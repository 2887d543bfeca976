import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { CodesField } from '../../../ui/form/codes-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { spokenLanguages } from '../../../ui/form/language-options.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { dayInWords } from '../day-in-words.ts'
import { sendOwnPage } from '../frame.tsx'
import { LanguageField } from '../language-field.tsx'
import { PasskeysSection } from '../passkeys/passkeys-section.tsx'
import { listPasskeys, type Passkey } from '../passkeys/queries.ts'
import { paths } from '../paths.ts'
import { listRolesOf, type OwnRole } from '../queries.ts'
import { isFresh } from '../sessions/lifetime.ts'
import { type ListedSession, listSessions } from '../sessions/queries.ts'
import { type ListedToken, listTokens } from '../tokens/queries.ts'
import { TokensSection } from '../tokens/tokens-section.tsx'
import { browserWords } from './browser-words.ts'
import { ProofFirst } from './proof-first.tsx'
import type { AccountRequest } from './request.ts'
import { RolesSection } from './roles-section.tsx'
import type { SentAccountForm } from './schema.ts'

/** The part of the address after the language. */
export const path = '/account'

/** Draws one’s own account, with the refused form if there is one. */
export async function renderAccount(visit: AccountRequest, sent?: SentAccountForm): Promise<FastifyReply> {
  const { reply, application, request, context, reader, person, session } = visit
  const [roles, sessions, passkeys, tokens, sections] = await Promise.all([
    listRolesOf(context, person.id),
    listSessions(context, person.id),
    listPasskeys(context, person.id),
    listTokens(context, person.id),
    Promise.all(
      application.accountSections.map((render) => render({ reader, context, personId: person.id })),
    ),
  ])
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.account.title'),
    description: reader.t('people.account.title'),
    path,
    children: (
      <AccountPage
        sections={sections}
        person={person}
        roles={roles}
        sessions={sessions}
        sessionId={session.id}
        isFresh={isFresh(context.clock, session)}
        passkeys={passkeys}
        tokens={tokens}
        held={roles.filter(({ startsAt }) => startsAt.getTime() <= context.clock.now().epochMilliseconds)}
        done={parameterOf(request.query, 'done')}
        sent={sent}
      />
    ),
  })
}

interface AccountPageProps {
  person: OwnRecord
  roles: OwnRole[]
  sessions: ListedSession[]
  sessionId: string
  /** Whether the person signed in just before, and so may change who gets in. */
  isFresh: boolean
  passkeys: Passkey[]
  /** Sections that other features add. */
  sections: ComponentChildren[]
  tokens: ListedToken[]
  /** The roles held now. */
  held: OwnRole[]
  /** The name of the form that was just saved. */
  done: string | undefined
  sent: SentAccountForm | undefined
}

/** Everything about one’s own account, one section each. */
function AccountPage(props: AccountPageProps) {
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

interface AddressSectionProps {
  person: OwnRecord
  isFresh: boolean
  sent: SentAccountForm | undefined
}

/** Changes the address of the account, once a link sent there has confirmed it. */
function AddressSection({ person, isFresh, sent }: AddressSectionProps) {
  const reader = useReader()
  const { t } = reader
  if (!isFresh)
    return (
      <Section id="address" title={t('people.account.address')}>
        <p>{t('people.account.addressLead', { address: person.address })}</p>
        <ProofFirst section="address" label={t('people.account.address')} />
      </Section>
    )
  return (
    <Section id="address" title={t('people.account.address')}>
      <Form action={paths.changeAddress(reader.interfaceLanguage)} form={sent}>
        <p>{t('people.account.addressLead', { address: person.address })}</p>
        <Field
          name="address"
          type="email"
          autocomplete="email"
          label={t('people.account.newAddress')}
          hint={t('people.account.newAddressHint')}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.account.changeAddress')}
          </button>
        </p>
      </Form>
    </Section>
  )
}

interface OwnRecord {
  name: string
  address: string
  language: string
  languages: string[] | null
  operatorSince: Date | null
}

interface ProfileSectionProps {
  person: OwnRecord
  sent: SentAccountForm | undefined
}

/** Name, language of mails, and the languages that one reads. */
function ProfileSection({ person, sent }: ProfileSectionProps) {
  const reader = useReader()
  const { t } = reader
  const { name, language } = person
  const reads = person.languages ?? [...new Set([reader.interfaceLanguage, language])]
  return (
    <Section id="profile" title={t('people.account.profile')}>
      <Form
        action={paths.profile(reader.interfaceLanguage)}
        form={sent ?? { values: { name, language, reads }, errors: [] }}
      >
        <Field
          name="name"
          autocomplete="name"
          label={t('people.newcomer.name')}
          hint={t('people.newcomer.nameHint')}
          required
        />
        <LanguageField label={t('people.newcomer.language')} usual={language} />
        <CodesField
          name="reads"
          label={t('people.account.reads')}
          hint={t('people.account.readsHint')}
          options={spokenLanguages(reader, reads)}
          usual={interfaceLanguages}
          addLabel={t('people.account.readsMore')}
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.account.save')}
          </button>
        </p>
      </Form>
    </Section>
  )
}

interface SessionsSectionProps {
  sessions: ListedSession[]
  /** The session that reads the page. */
  sessionId: string
}

/** Lists the browsers in which the person is signed in, each with a way to end it. */
function SessionsSection({ sessions, sessionId }: SessionsSectionProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <Section id="sessions" title={t('people.sessions.title')} aside={String(sessions.length)}>
      <ul class="own-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionEntry session={session} isThis={session.id === sessionId} />
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <form method="post" action={paths.otherSessionsEnd(interfaceLanguage)}>
          <button class="button" type="submit">
            {t('people.sessions.endOthers')}
          </button>
        </form>
      )}
    </Section>
  )
}

interface SessionEntryProps {
  session: ListedSession
  isThis: boolean
}

function SessionEntry({ session, isThis }: SessionEntryProps) {
  const { t, interfaceLanguage } = useReader()
  const day = (instant: Date) => dayInWords(instant, interfaceLanguage)
  const browser = browserWords(t, session.userAgent)
  return (
    <>
      <p>
        <strong>{browser}</strong>
        {isThis ? <span class="tag">{t('people.sessions.this')}</span> : null}
        <span class="cell-note">
          {t('people.sessions.dates', { begun: day(session.begunAt), used: day(session.usedAt) })}{' '}
          {t(methods[session.method] ?? 'people.sessions.byProvider')}
        </span>
      </p>
      {isThis ? null : (
        <form method="post" action={paths.sessionEnd(interfaceLanguage, session.id)}>
          <button class="button" type="submit">
            {t('people.sessions.end')}
            <span class="visually-hidden"> ({browser})</span>
          </button>
        </form>
      )}
    </>
  )
}

const methods: Readonly<Record<string, PlainMessageKey>> = {
  link: 'people.sessions.byLink',
  invitation: 'people.sessions.byInvitation',
  passkey: 'people.sessions.byPasskey',
}
