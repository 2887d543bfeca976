import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application)
  pages.get('/:language/account', drawAccount)
  addProfileRoutes(app, application)
  addOwnRoleRoutes(app, application)
  addSessionEnds(app, application)
}

function addProfileRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/account/profile', readAccountRequest, async (asked) => {
    const { request, reply } = asked
    const form = readForm(profileForm, request.body)
    if (!form.valid) return drawAccount(asked, { ...form, form: 'profile' })
    await changeProfile(asked.context, asked.person.id, form.data)
    return reply.redirect(`${paths.account(asked.reader.interfaceLanguage)}?done=profile`, 303)
  })

  pages.post('/:language/account/address', readAccountRequest, async (asked) => {
    const { request, reply } = asked
    const proof = proofFor(asked, 'address')
    if (proof !== null) return reply.redirect(proof, 303)
    const { context, person, reader } = asked
    const form = readForm(addressForm, request.body)
    if (!form.valid) return drawAccount(asked, { ...form, form: 'address' })
    const { address } = form.data
    const refuse = (key: 'people.account.sameAddress' | 'people.account.tooManyAddresses') =>
      drawAccount(asked, {
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
  const pages = pagesOf(app, application)
  pages.post('/:language/account/roles/:id/end', readAccountRequest, async (asked) => {
    const { request, reply, context, person, reader } = asked
    const id = readIdentifier(request)
    const own = (await listRolesOf(context, person.id)).find((role) => role.id === id) ?? notFound()
    if ((await endRole(context, own.networkId, id)) === 'lastCoordinator') {
      const errors = [fieldError('', 'people.error.lastCoordinator')]
      return drawAccount(asked, { values: {}, form: 'role', errors })
    }
    return reply.redirect(`${paths.account(reader.interfaceLanguage)}#roles`, 303)
  })
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
