import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { askForNewAddress } from '../addresses/commands.ts'
import { admitAttempt } from '../attempts/commands.ts'
import { linksAnAddress } from '../attempts/limit.ts'
import { addOwnAction } from '../frame.tsx'
import { readIdentifier } from '../network-people/request.ts'
import { paths } from '../paths.ts'
import { changeProfile } from '../persons.commands.ts'
import { listRolesOf } from '../queries.ts'
import { endRole } from '../roles.commands.ts'
import { endOtherSessions, endSession } from '../sessions/commands.ts'
import { path, renderAccount } from './frame.tsx'
import { loadAccountRequest, loadProvenRequest } from './request.ts'
import { addressForm, profileForm } from './schema.ts'

export function addAccountRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/account', loadAccountRequest, (visit) => renderAccount(visit))
  addProfileRoutes(app, application)
  addOwnRoleRoutes(app, application)
  addSessionEnds(app, application)
}

function addProfileRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addOwnAction(
    pages,
    { path, address: '/:language/account/profile' },
    {
      open: loadAccountRequest,
      schema: profileForm,
      again: (visit, form) => renderAccount(visit, { ...form, form: 'profile' }),
      save: async ({ context, person, reader }, typed) => {
        await changeProfile(context, person.id, typed)
        return `${paths.account(reader.interfaceLanguage)}?done=profile`
      },
    },
  )

  addOwnAction(
    pages,
    { path, address: '/:language/account/address' },
    {
      open: (visit) => loadProvenRequest(visit, 'address'),
      schema: addressForm,
      again: (visit, form) => renderAccount(visit, { ...form, form: 'address' }),
      save: async ({ context, person, reader }, { address }) => {
        if (address === person.address) return [fieldError('address', 'people.account.sameAddress')]
        if ((await admitAttempt(application, [[linksAnAddress, `account ${person.id}`]])) > 0)
          return [fieldError('address', 'people.account.tooManyAddresses')]
        await askForNewAddress(context, application, person.id, address)
        return `${paths.account(reader.interfaceLanguage)}?done=address`
      },
    },
  )
}

function addOwnRoleRoutes(app: FastifyInstance, application: Application): void {
  addOwnAction(
    pagesOf(app, application),
    { path, address: '/:language/account/roles/:id/end' },
    {
      open: loadAccountRequest,
      schema: z.object({}),
      again: (visit, { errors }) => renderAccount(visit, { values: {}, errors, form: 'role' }),
      save: async ({ request, context, person, reader }) => {
        const id = readIdentifier(request)
        const own = (await listRolesOf(context, person.id)).find((role) => role.id === id) ?? notFound()
        if ((await endRole(context, own.networkId, id)) === 'lastCoordinator')
          return [fieldError('', 'people.error.lastCoordinator')]
        return `${paths.account(reader.interfaceLanguage)}#roles`
      },
    },
  )
}

function addSessionEnds(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/account/sessions/:id/end', loadAccountRequest, async (visit) => {
    const { request, reply } = visit
    const ended = await endSession(visit.context, visit.person.id, readIdentifier(request))
    if (ended === null) notFound()
    return reply.redirect(`${paths.account(visit.reader.interfaceLanguage)}#sessions`, 303)
  })

  pages.post('/:language/account/other-sessions/end', loadAccountRequest, async (visit) => {
    const { reply } = visit
    await endOtherSessions(visit.context, visit.person.id, visit.session.id)
    return reply.redirect(`${paths.account(visit.reader.interfaceLanguage)}#sessions`, 303)
  })
}
