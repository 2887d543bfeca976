import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest, type PageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { type FormState, says, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { LegalNotice } from '../../../platform/settings/legal-settings.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { countryName } from '../../directory/index.ts'
import { countUnknown } from '../attempts/request.ts'
import { addOwnAction, hideAddress, sendOwnPage } from '../frame.tsx'
import { type Invitation, lookUpInvitation, lookUpWord } from '../invitations/queries.ts'
import { LanguageField } from '../language-field.tsx'
import { paths } from '../paths.ts'
import { lookUpPersonByAddress } from '../queries.ts'
import { personName, writtenLanguage } from '../schema.ts'
import { sessionOf, signInHere } from '../sessions/request.ts'
import { acceptInvitation } from './commands.ts'
import { AcceptForm, InvitationPage, NoInvitation, SignInFirst, WrongPerson } from './invitation-page.tsx'

export function addAcceptanceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const address = '/:language/invitation/:token'
  pages.get(address, loadOpenInvitation, (asked) => renderInvitation(asked, { values: {}, errors: [] }))

  addOwnAction(
    pages,
    { path: '/sign-in', address },
    {
      open: loadAnswerableInvitation,
      schema: ({ account }) => (account ? withAccount : newcomerForm),
      again: renderInvitation,
      save: async (visit, newcomer) => {
        const { request, reply, context, reader, invitation, account } = visit
        const landing = `/${reader.interfaceLanguage}/${invitation.networkSlug}`
        if (account) await acceptInvitation(context, invitation, { personId: account.id })
        else if (newcomer === null || sessionOf(request) !== null) return []
        else {
          const { name, language, country, transfer } = newcomer
          const words = { name, language, country, hasConsentedToTransfer: transfer === 'yes' }
          const personId = await acceptInvitation(context, invitation, words)
          await signInHere(visit, { personId, isOperator: false, method: 'invitation' })
          hideAddress(reply)
        }
        return landing
      },
    },
  )
}

interface OpenInvitation extends PageRequest {
  token: string
  invitation: Invitation
  /** The account of the invited address, if there is one. */
  account: { id: string } | null
}

/** The invitation of the token in the address, while it can be accepted. */
async function loadOpenInvitation(visit: Visit): Promise<OpenInvitation | null> {
  const { request, application } = visit
  const token = parameterOf(request.params, 'token') ?? ''
  const invitation = await lookUpInvitation(application, token)
  if (invitation === null) await countUnknown(visit)
  const state = invitation && (await findState(application, invitation))
  if (invitation === null || state !== 'open') {
    renderGone(visit, state)
    return null
  }
  const loaded = loadPageRequest(visit)
  const account = await lookUpPersonByAddress(loaded.context, invitation.address)
  return { ...loaded, token, invitation, account }
}

// The link alone never opens an existing account: its owner must be signed in.
async function loadAnswerableInvitation(visit: Visit): Promise<OpenInvitation | null> {
  const asked = await loadOpenInvitation(visit)
  if (!asked?.account || sessionOf(visit.request)?.personId === asked.account.id) return asked
  renderInvitation(withStatus(asked, 403), { values: {}, errors: [] })
  return null
}

// A person with an account fills in nothing.
const withAccount = z.object({}).transform(() => null)

const gone = {
  accepted: 'people.invitation.accepted',
  own: 'people.invitation.own',
  withdrawn: 'people.invitation.expired',
  expired: 'people.invitation.expired',
  lapsed: 'people.invitation.expired',
} as const
type State = keyof typeof gone | 'open'

async function findState(application: Application, invitation: Invitation): Promise<State> {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.withdrawnAt !== null) return 'withdrawn'
  if (invitation.expiresAt.getTime() <= application.clock.now().epochMilliseconds) return 'expired'
  const account = await lookUpPersonByAddress(application, invitation.address)
  const word = await lookUpWord(application, invitation, account?.id ?? null)
  return word === 'given' ? 'open' : word
}

function renderInvitation(asked: OpenInvitation, form: FormState): FastifyReply {
  const { application, request, reply, reader, invitation, account, token } = asked
  const address = paths.invitation(reader.interfaceLanguage, token)
  const session = sessionOf(request)
  const isNewcomer = session === null && account === null
  const answer = (): ComponentChildren => {
    if (session && session.personId !== account?.id)
      return <WrongPerson name={session.name} address={invitation.address} />
    if (session) return <AcceptForm address={address} />
    if (account) return <SignInFirst address={invitation.address} next={address} />
    return (
      <NewcomerForm invitation={invitation} legal={application.settings.legal} action={address} form={form} />
    )
  }
  hideAddress(reply)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.invitation.short'),
    description: reader.t('people.invitation.short'),
    path: `/invitation/${token}`,
    isSecret: true,
    children: (
      <>
        {isNewcomer ? <ErrorList form={form} /> : null}
        <InvitationPage invitation={invitation}>{answer()}</InvitationPage>
      </>
    ),
  })
}

function renderGone(visit: Visit, state: State | null): FastifyReply {
  const { reply, application } = visit
  const { reader } = loadPageRequest(visit)
  const lead = reader.t(state === null || state === 'open' ? 'people.invitation.unknown' : gone[state])
  hideAddress(reply)
  reply.code(state === null ? 404 : 410)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.invitation.goneTitle'),
    description: lead,
    path: '/sign-in',
    children: <NoInvitation lead={lead} />,
  })
}

interface NewcomerFormProps {
  invitation: Invitation
  legal: LegalNotice
  action: string
  form: FormState
}

/** For newcomers: name, language and country of work, and what the site stores about them. */
function NewcomerForm({ invitation, legal, action, form }: NewcomerFormProps) {
  const reader = useReader()
  const { t } = reader
  const typed = (name: string) => typedValue(form.values, name)
  return (
    <form class="form newcomer" method="post" action={action} novalidate>
      <FormFields form={form}>
        <Field
          name="name"
          autocomplete="name"
          label={t('people.newcomer.name')}
          hint={t('people.newcomer.nameHint')}
          value={typed('name') || invitation.name}
          required
        />
        <LanguageField label={t('people.newcomer.language')} usual={reader.interfaceLanguage} />
        <Field
          name="country"
          label={t('people.newcomer.country')}
          hint={t('people.newcomer.countryHint')}
          required
        >
          {(control) => (
            <select {...control}>
              <option value="">{t('people.newcomer.choose')}</option>
              {invitation.countries.map((code) => (
                <option key={code} value={code} selected={code === typed('country')}>
                  {countryName(reader, code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <StoredWords legal={legal} />
        <Consent name="consent" label={t('people.newcomer.consent')} isTicked={typed('consent') === 'yes'} />
        {invitation.countries.includes('KR') ? (
          <fieldset class="consent transfer">
            <legend>{t('people.transfer.title')}</legend>
            <TransferWords legal={legal} />
            <Consent
              name="transfer"
              label={t('people.newcomer.transfer')}
              isTicked={typed('transfer') === 'yes'}
            />
          </fieldset>
        ) : null}
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('people.newcomer.accept')}
          </button>
        </p>
      </FormFields>
    </form>
  )
}

interface ConsentProps {
  name: string
  label: string
  isTicked: boolean
}

function Consent({ name, label, isTicked }: ConsentProps) {
  return (
    <Field name={name} label={label} required>
      {(control) => <input {...control} type="checkbox" value="yes" checked={isTicked} />}
    </Field>
  )
}

interface WordsProps {
  legal: LegalNotice
}

/** What the site stores about an account, why, how long, and the contact for questions. */
function StoredWords({ legal }: WordsProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <section class="consent" aria-labelledby="stored">
      <h2 id="stored">{t('people.stored.title')}</h2>
      <FactList
        facts={[
          { term: t('people.stored.who'), detail: legal.publisher ?? t('people.stored.whoUnsaid') },
          { term: t('people.stored.what'), detail: t('people.stored.whatIs') },
          { term: t('people.stored.why'), detail: t('people.stored.whyIs') },
          { term: t('people.stored.howLong'), detail: t('people.stored.howLongIs') },
          { term: t('people.stored.rights'), detail: t('people.stored.rightsAre') },
        ]}
      />
      <p>
        <a href={`/${interfaceLanguage}/legal`}>{t('people.stored.more')}</a>
      </p>
    </section>
  )
}

/** What Korean law requires to be said of a transfer abroad before a person consents to it. */
function TransferWords({ legal }: WordsProps) {
  const { t } = useReader()
  return (
    <>
      <p>{t('people.transfer.lead')}</p>
      <FactList
        facts={[
          { term: t('people.transfer.items'), detail: t('people.stored.whatIs') },
          { term: t('people.transfer.country'), detail: legal.hosting ?? t('people.transfer.countryUnsaid') },
          { term: t('people.transfer.when'), detail: t('people.transfer.whenIs') },
          { term: t('people.transfer.recipient'), detail: legal.publisher ?? t('people.stored.whoUnsaid') },
          { term: t('people.transfer.purpose'), detail: t('people.stored.whyIs') },
          { term: t('people.transfer.howLong'), detail: t('people.stored.howLongIs') },
          { term: t('people.transfer.refusal'), detail: t('people.transfer.refusalIs') },
        ]}
      />
    </>
  )
}

const ticked = (key: Parameters<typeof says>[0]) => z.literal('yes', { error: says(key) })

/** What a newcomer types when accepting an invitation. */
const newcomerForm = z
  .object({
    name: personName,
    language: writtenLanguage,
    country: z.string().regex(/^[A-Z]{2}$/),
    consent: ticked('people.error.consent'),
    transfer: z.enum(['', 'yes']).default(''),
  })
  // Korean law requires this consent to be separate from any other (개인정보 보호법 제28조의8).
  .refine(({ country, transfer }) => country !== 'KR' || transfer === 'yes', {
    path: ['transfer'],
    error: says('people.error.transfer'),
    // Reported together with whatever else is missing.
    when: () => true,
  })
