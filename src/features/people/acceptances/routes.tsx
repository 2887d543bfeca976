import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { readForm, readValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { FormErrors } from '../../../ui/form/form-errors.tsx'
import { countUnknown } from '../attempts/call.ts'
import { type Invitation, lookUpInvitation, lookUpWord } from '../invitations/queries.ts'
import { hideAddress, sendOwnPage } from '../page.tsx'
import { paths } from '../paths.ts'
import { lookUpPersonByAddress } from '../persons/queries.ts'
import { sessionOf, signInHere } from '../sessions/call.ts'
import { acceptInvitation } from './commands.ts'
import { newcomerForm } from './schema.ts'
import { AcceptForm, NoInvitation, SignInFirst, WrongPerson } from './views/accept-parts.tsx'
import { InvitationPage } from './views/invitation-page.tsx'
import { NewcomerForm } from './views/newcomer-form.tsx'

export function addAcceptanceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/invitation/:token', readInvitation, (visit) => {
    const { invitation, state, token } = visit
    if (invitation === null || state !== 'open') return drawGone(visit, state)
    return drawInvitation(visit, invitation, token)
  })

  pages.post('/:language/invitation/:token', readInvitation, async (visit) => {
    const { request, reply, invitation, state, token } = visit
    if (invitation === null || state !== 'open') return drawGone(visit, state)
    const { context, reader } = readPageRequest(visit)
    const account = await lookUpPersonByAddress(context, invitation.address)
    const landing = `/${reader.interfaceLanguage}/${invitation.networkSlug}`
    if (account) {
      // The link alone lets nobody into an account that exists: its owner is signed in, or signs in first.
      if (sessionOf(request)?.personId !== account.id)
        return drawInvitation(withStatus(visit, 403), invitation, token)
      await acceptInvitation(context, invitation, { personId: account.id })
      return reply.redirect(landing, 303)
    }
    const form = readForm(newcomerForm, request.body)
    if (!form.valid || sessionOf(request) !== null)
      return drawInvitation(withStatus(visit, 422), invitation, token)
    const { name, language, country, transfer } = form.data
    const words = { name, language, country, hasConsentedToTransfer: transfer === 'yes' }
    const personId = await acceptInvitation(context, invitation, words)
    await signInHere(visit, { personId, isOperator: false, method: 'invitation' })
    hideAddress(reply)
    return reply.redirect(landing, 303)
  })
}

/** The invitation of an address, and how it stands. */
async function readInvitation(visit: Visit) {
  const { request, application } = visit
  const token = parameterOf(request.params, 'token') ?? ''
  const invitation = await lookUpInvitation(application, token)
  if (invitation === null) await countUnknown(visit)
  return { ...visit, invitation, token, state: invitation && (await findState(application, invitation)) }
}

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

async function drawInvitation(visit: Visit, invitation: Invitation, token: string): Promise<FastifyReply> {
  const { request, application, reply } = visit
  const { context, reader } = readPageRequest(visit)
  const address = paths.invitation(reader.interfaceLanguage, token)
  const session = sessionOf(request)
  const account = await lookUpPersonByAddress(context, invitation.address)
  const values = readValues(request.body)
  const form = request.method === 'POST' ? readForm(newcomerForm, request.body) : null
  const errors = form && !form.valid && account === null && session === null ? form.errors : []
  const answer = (): ComponentChildren => {
    if (session && session.personId !== account?.id)
      return <WrongPerson name={session.name} address={invitation.address} />
    if (session) return <AcceptForm address={address} />
    if (account) return <SignInFirst address={invitation.address} next={address} />
    const { legal } = application.settings
    return <NewcomerForm {...{ reader, invitation, legal, address, values, errors }} />
  }
  hideAddress(reply)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.invitation.short'),
    description: reader.t('people.invitation.short'),
    path: `/invitation/${token}`,
    isSecret: true,
    children: (
      <>
        <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(reader.t) }))} />
        <InvitationPage invitation={invitation}>{answer()}</InvitationPage>
      </>
    ),
  })
}

function drawGone(visit: Visit, state: State | null): FastifyReply {
  const { reply, application } = visit
  const { reader } = readPageRequest(visit)
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
