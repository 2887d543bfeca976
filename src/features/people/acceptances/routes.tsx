import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
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
  app.get('/:language/invitation/:token', async (request, reply) => {
    const { invitation, state, token } = await readInvitation(application, request)
    if (invitation === null || state !== 'open') return drawGone(application, request, reply, state)
    return drawInvitation(application, request, reply, invitation, token)
  })

  app.post('/:language/invitation/:token', async (request, reply) => {
    const { invitation, state, token } = await readInvitation(application, request)
    if (invitation === null || state !== 'open') return drawGone(application, request, reply, state)
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

/** The invitation of an address, and how it stands. */
async function readInvitation(application: Application, request: FastifyRequest) {
  const token = parameterOf(request.params, 'token') ?? ''
  const invitation = await lookUpInvitation(application, token)
  if (invitation === null) await countUnknown(application, request)
  return { invitation, token, state: invitation && (await findState(application, invitation)) }
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
  state: State | null,
): FastifyReply {
  const { reader } = readPageRequest(application, request)
  const lead = reader.t(state === null || state === 'open' ? 'people.invitation.unknown' : gone[state])
  hideAddress(reply)
  reply.code(state === null ? 404 : 410)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.invitation.goneTitle'),
    description: lead,
    path: '/sign-in',
    children: <NoInvitation reader={reader} lead={lead} />,
  })
}
