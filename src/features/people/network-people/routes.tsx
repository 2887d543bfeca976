import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { sendOnce } from '../../../platform/http/sent-form.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { fieldError, readForm, readValues, typedValue } from '../../../platform/input/form.ts'
import { applyListAction } from '../../../platform/input/list-action.ts'
import { chosenId, readChoices } from '../../directory/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { nameChair } from '../chairs/commands.ts'
import { inviteToNetwork, renewInvitation, withdrawInvitation } from '../invitations/commands.ts'
import { isOwnAddress, listOpenInvitations } from '../invitations/queries.ts'
import { paths } from '../paths.ts'
import { endRole } from '../roles/commands.ts'
import { listRoles } from '../roles/queries.ts'
import { readIdentifier, readPeopleRequest } from './call.ts'
import { chosenIds, missingOrganisation, organisationErrors, readInvited } from './organisation-choices.ts'
import type { SentForm } from './people-form.ts'
import { chairForm, invitationForm, roleEndForm } from './schema.ts'
import { PeoplePage } from './views/people-page.tsx'

export function addNetworkPeopleRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/people', draw)
  addInvitationRoutes(app, application)
  addRoleRoutes(app, application)
}

function addInvitationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/:network/people/invitations', readPeopleRequest, async (visit) => {
    const { request, reply, context, network, reader } = visit
    const sent = readValues(request.body)
    const moved = applyListAction(sent, typedValue(sent, 'action'))
    if (moved) {
      const { values, focus } = moved
      const choices = await readInvited(context, values)
      return draw(visit, {
        form: 'invitation',
        values,
        errors: [],
        choices,
        focus: focus.index,
      })
    }
    const form = readForm(invitationForm, request.body)
    const choices = await readInvited(context, form.values)
    const errors = [
      ...(form.valid ? [] : form.errors),
      ...organisationErrors(choices, network.countries),
      ...missingOrganisation(choices, typedValue(form.values, 'role')),
      ...((await isOwnAddress(context, typedValue(form.values, 'address').trim()))
        ? [fieldError('address', 'people.error.ownAddress')]
        : []),
    ]
    if (!form.valid || errors.length > 0)
      return draw(visit, { form: 'invitation', values: form.values, errors, choices })
    const { organisations: _, ...invitation } = form.data
    const invited = { ...invitation, organisationIds: chosenIds(choices) }
    const led = await sendOnce(context, { action: request.url, values: sent }, async (inside) =>
      (await inviteToNetwork(inside, application, network.id, invited)) === null
        ? null
        : `${paths.people(reader, network.slug)}#invitations`,
    )
    if (led !== null) return reply.redirect(led, 303)
    const isInvited = [fieldError('address', 'people.error.invitedAlready')]
    return draw(visit, {
      form: 'invitation',
      values: form.values,
      errors: isInvited,
      choices,
    })
  })

  pages.post(
    '/:language/:network/people/invitations/:id/renewal',
    readPeopleRequest,
    async ({ request, reply, context, network, reader }) => {
      await renewInvitation(context, application, network.id, readIdentifier(request))
      return reply.redirect(`${paths.people(reader, network.slug)}#invitations`, 303)
    },
  )

  pages.post(
    '/:language/:network/people/invitations/:id/withdrawal',
    readPeopleRequest,
    async ({ request, reply, context, network, reader }) => {
      await withdrawInvitation(context, network.id, readIdentifier(request))
      return reply.redirect(`${paths.people(reader, network.slug)}#invitations`, 303)
    },
  )
}

function addRoleRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/:network/people/roles/:id/end', readPeopleRequest, async (visit) => {
    const { request, reply, context, network, reader } = visit
    const id = readIdentifier(request)
    const form = readForm(roleEndForm, request.body)
    if (!form.valid) return draw(visit, { ...form, form: 'role', id })
    const { endsOn, reason } = form.data
    const now = context.clock.now()
    const endsAt = endsOn === '' ? now : Temporal.Instant.from(`${endsOn}T00:00:00Z`)
    const isPast = Temporal.Instant.compare(endsAt, now) < 0
    const refuse = (field: string, key: 'people.error.pastDay' | 'people.error.lastCoordinator') =>
      draw(visit, { ...form, form: 'role', id, errors: [fieldError(field, key)] })
    if (isPast) return refuse('endsOn', 'people.error.pastDay')
    const outcome = await endRole(context, network.id, id, { endsAt, reason })
    if (outcome === 'lastCoordinator') return refuse('endsOn', 'people.error.lastCoordinator')
    return reply.redirect(paths.people(reader, network.slug), 303)
  })

  pages.post('/:language/:network/people/chair', readPeopleRequest, async (visit) => {
    const { request, reply, context, network, reader } = visit
    const form = readForm(chairForm, request.body)
    const choices = await readChoices(context, form.values, ['organisation'])
    const organisationId = chosenId(choices, 'organisation')
    const errors = [
      ...(form.valid ? [] : form.errors),
      ...organisationErrors(choices, network.countries, false),
    ]
    if (!form.valid || organisationId === null || errors.length > 0)
      return draw(visit, { form: 'chair', values: form.values, errors, choices })
    await nameChair(context, network.id, { personId: form.data.personId, organisationId })
    return reply.redirect(paths.people(reader, network.slug), 303)
  })
}

async function draw(visit: Visit, sent?: SentForm): Promise<FastifyReply> {
  const { reply } = visit
  const asked = await readPeopleRequest(visit)
  const { context, reader, network } = asked
  const [roles, invitations] = await Promise.all([
    listRoles(context, network.id),
    listOpenInvitations(context, network.id),
  ])
  if (sent && sent.focus === undefined) reply.code(422)
  return drawNetworkPage(asked, {
    title: reader.t('people.page.title'),
    description: reader.t('people.page.lead'),
    path: '/people',
    noindex: true,
    children: (
      <PeoplePage
        network={network}
        roles={roles}
        invitations={invitations}
        now={new Date(context.clock.now().epochMilliseconds)}
        sent={sent}
      />
    ),
  })
}
