import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { askForNewAddress } from '../addresses/commands.ts'
import { admitAttempt } from '../attempts/commands.ts'
import { linksAnAddress } from '../attempts/limit.ts'
import { readIdentifier } from '../network-people/call.ts'
import { addOwnAction } from '../page.tsx'
import { paths } from '../paths.ts'
import { changeProfile } from '../persons.commands.ts'
import { endRole } from '../roles.commands.ts'
import { listRolesOf } from '../roles.queries.ts'
import { endOtherSessions, endSession } from '../sessions/commands.ts'
import { readAccountRequest, readProvenRequest } from './call.ts'
import { drawAccount, path } from './page.tsx'
import { addressForm, profileForm } from './schema.ts'

export function addAccountRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/account', readAccountRequest, (asked) => drawAccount(asked))
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
      open: readAccountRequest,
      schema: profileForm,
      again: (asked, form) => drawAccount(asked, { ...form, form: 'profile' }),
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
      open: (visit) => readProvenRequest(visit, 'address'),
      schema: addressForm,
      again: (asked, form) => drawAccount(asked, { ...form, form: 'address' }),
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
      open: readAccountRequest,
      schema: z.object({}),
      again: (asked, { errors }) => drawAccount(asked, { values: {}, errors, form: 'role' }),
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
  pages.post('/:language/account/sessions/:id/end', readAccountRequest, async (asked) => {
    const { request, reply } = asked
    const ended = await endSession(asked.context, asked.person.id, readIdentifier(request))
    if (ended === null) notFound()
    return reply.redirect(`${paths.account(asked.reader.interfaceLanguage)}#sessions`, 303)
  })

  pages.post('/:language/account/other-sessions/end', readAccountRequest, async (asked) => {
    const { reply } = asked
    await endOtherSessions(asked.context, asked.person.id, asked.session.id)
    return reply.redirect(`${paths.account(asked.reader.interfaceLanguage)}#sessions`, 303)
  })
}
