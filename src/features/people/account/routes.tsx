import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { fieldError, readForm } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { askForNewAddress } from '../addresses/commands.ts'
import { admitAttempt } from '../attempts/commands.ts'
import { linksAnAddress } from '../attempts/limit.ts'
import { readIdentifier } from '../network-people/call.ts'
import { paths } from '../paths.ts'
import { changeProfile } from '../persons/commands.ts'
import { endRole } from '../roles/commands.ts'
import { listRolesOf } from '../roles/queries.ts'
import { endOtherSessions, endSession } from '../sessions/commands.ts'
import { proofFor, readAccountRequest } from './call.ts'
import { drawAccount } from './page.tsx'
import { addressForm, profileForm } from './schema.ts'

export function addAccountRoutes(app: FastifyInstance, application: Application): void {
  app.get('/:language/account', async (request, reply) => drawAccount(application, request, reply))
  addProfileRoutes(app, application)
  addOwnRoleRoutes(app, application)
  addSessionEnds(app, application)
}

function addProfileRoutes(app: FastifyInstance, application: Application): void {
  app.post('/:language/account/profile', async (request, reply) => {
    const asked = await readAccountRequest(application, request, reply)
    if (asked === null) return reply
    const form = readForm(profileForm, request.body)
    if (!form.valid) return drawAccount(application, request, reply, { ...form, form: 'profile' })
    await changeProfile(asked.context, asked.person.id, form.data)
    return reply.redirect(`${paths.account(asked.reader.interfaceLanguage)}?done=profile`, 303)
  })

  app.post('/:language/account/address', async (request, reply) => {
    const asked = await readAccountRequest(application, request, reply)
    if (asked === null) return reply
    const proof = proofFor(application, request, 'address')
    if (proof !== null) return reply.redirect(proof, 303)
    const { context, person, reader } = asked
    const form = readForm(addressForm, request.body)
    if (!form.valid) return drawAccount(application, request, reply, { ...form, form: 'address' })
    const { address } = form.data
    const refuse = (key: 'people.account.sameAddress' | 'people.account.tooManyAddresses') =>
      drawAccount(application, request, reply, {
        ...form,
        form: 'address',
        errors: [fieldError('address', key)],
      })
    if (address === person.address) return refuse('people.account.sameAddress')
    if ((await admitAttempt(application, [[linksAnAddress, `account ${person.id}`]])) > 0)
      return refuse('people.account.tooManyAddresses')
    await askForNewAddress(context, application, person.id, address)
    return reply.redirect(`${paths.account(reader.interfaceLanguage)}?done=address`, 303)
  })
}

function addOwnRoleRoutes(app: FastifyInstance, application: Application): void {
  app.post('/:language/account/roles/:id/end', async (request, reply) => {
    const asked = await readAccountRequest(application, request, reply)
    if (asked === null) return reply
    const { context, person, reader } = asked
    const id = readIdentifier(request)
    const own = (await listRolesOf(context, person.id)).find((role) => role.id === id) ?? notFound()
    if ((await endRole(context, own.networkId, id)) === 'lastCoordinator') {
      const errors = [fieldError('', 'people.error.lastCoordinator')]
      return drawAccount(application, request, reply, { values: {}, form: 'role', errors })
    }
    return reply.redirect(`${paths.account(reader.interfaceLanguage)}#roles`, 303)
  })
}

function addSessionEnds(app: FastifyInstance, application: Application): void {
  app.post('/:language/account/sessions/:id/end', async (request, reply) => {
    const asked = await readAccountRequest(application, request, reply)
    if (asked === null) return reply
    const ended = await endSession(asked.context, asked.person.id, readIdentifier(request))
    if (ended === null) notFound()
    return reply.redirect(`${paths.account(asked.reader.interfaceLanguage)}#sessions`, 303)
  })

  app.post('/:language/account/other-sessions/end', async (request, reply) => {
    const asked = await readAccountRequest(application, request, reply)
    if (asked === null) return reply
    await endOtherSessions(asked.context, asked.person.id, asked.session.id)
    return reply.redirect(`${paths.account(asked.reader.interfaceLanguage)}#sessions`, 303)
  })
}
