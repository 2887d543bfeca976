import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { readForm, readValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { FormErrors } from '../../../ui/form/form-errors.tsx'
import { noteAttempt } from '../attempts/commands.ts'
import { wrongTokens } from '../attempts/limit.ts'
import { countMinutesToWait } from '../attempts/queries.ts'
import { type Invitation, lookUpInvitation } from '../invitations/queries.ts'
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
  app.get('/:language/invitation/:token', async (request, reply) => {
    const { invitation, token } = await readInvitation(application, request)
    if (invitation === null || stateOf(application, invitation) !== 'open')
      return drawGone(application, request, reply, invitation)
    return drawInvitation(application, request, reply, invitation, token)
  })

  app.post('/:language/invitation/:token', async (request, reply) => {
    const { invitation, token } = await readInvitation(application, request)
    if (invitation === null || stateOf(application, invitation) !== 'open')
      return drawGone(application, request, reply, invitation)
    const { context, reader } = readPageRequest(application, request)
    const account = await lookUpPersonByAddress(context, invitation.address)
    const landing = `/${reader.interfaceLanguage}/${invitation.networkSlug}`
    if (account) {
      // The link alone lets nobody into an account that exists: its owner is signed in, or signs in first.
      if (sessionOf(request)?.personId !== account.id)
        return drawInvitation(application, request, reply.code(403), invitation, token)
      await acceptInvitation(context, invitation, { personId: account.id })
      return reply.redirect(landing, 303)
    }
    const form = readForm(newcomerForm, request.body)
    if (!form.valid || sessionOf(request) !== null)
      return drawInvitation(application, request, reply.code(422), invitation, token)
    const { name, language, country, transfer } = form.data
    const words = { name, language, country, hasConsentedToTransfer: transfer === 'yes' }
    const personId = await acceptInvitation(context, invitation, words)
    await signInHere(application, request, reply, { personId, isOperator: false, method: 'invitation' })
    hideAddress(reply)
    return reply.redirect(landing, 303)
  })
}

/** The invitation of an address; who tries too many is refused without a look. */
async function readInvitation(application: Application, request: FastifyRequest) {
  if ((await countMinutesToWait(application, wrongTokens, request.ip)) > 0) throw new Refusal('tooMany')
  const token = parameterOf(request.params, 'token') ?? ''
  const invitation = await lookUpInvitation(application, token)
  if (invitation === null) await noteAttempt(application, wrongTokens, request.ip)
  return { invitation, token }
}

function stateOf({ clock }: Application, { acceptedAt, withdrawnAt, expiresAt }: Invitation) {
  if (acceptedAt !== null) return 'accepted'
  if (withdrawnAt !== null) return 'withdrawn'
  return expiresAt.getTime() <= clock.now().epochMilliseconds ? 'expired' : 'open'
}

async function drawInvitation(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  invitation: Invitation,
  token: string,
): Promise<FastifyReply> {
  const { context, reader } = readPageRequest(application, request)
  const address = paths.invitation(reader.interfaceLanguage, token)
  const session = sessionOf(request)
  const account = await lookUpPersonByAddress(context, invitation.address)
  const values = readValues(request.body)
  const form = request.method === 'POST' ? readForm(newcomerForm, request.body) : null
  const errors = form && !form.valid && account === null && session === null ? form.errors : []
  const answer = (): ComponentChildren => {
    if (session && session.personId !== account?.id)
      return <WrongPerson reader={reader} name={session.name} address={invitation.address} />
    if (session) return <AcceptForm reader={reader} address={address} />
    if (account) return <SignInFirst reader={reader} address={invitation.address} next={address} />
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
        <FormErrors
          reader={reader}
          errors={errors.map(({ field, message }) => ({ field, message: message(reader.t) }))}
        />
        <InvitationPage reader={reader} invitation={invitation}>
          {answer()}
        </InvitationPage>
      </>
    ),
  })
}

function drawGone(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  invitation: Invitation | null,
): FastifyReply {
  const { reader } = readPageRequest(application, request)
  const state = invitation && stateOf(application, invitation)
  const lead =
    state === 'accepted'
      ? reader.t('people.invitation.accepted')
      : state === 'withdrawn' || state === 'expired'
        ? reader.t('people.invitation.expired')
        : reader.t('people.invitation.unknown')
  hideAddress(reply)
  reply.code(state === null ? 404 : 410)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.invitation.goneTitle'),
    description: lead,
    path: '/sign-in',
    children: <NoInvitation reader={reader} lead={lead} />,
  })
}
