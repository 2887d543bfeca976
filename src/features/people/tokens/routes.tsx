import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../platform/input/form.ts'
import { proofFor, readAccountRequest } from '../account/call.ts'
import { drawAccount } from '../account/page.tsx'
import { readIdentifier } from '../network-people/call.ts'
import { sendOwnPage } from '../page.tsx'
import { paths } from '../paths.ts'
import { listRolesOf } from '../roles/queries.ts'
import { endToken, makeToken } from './commands.ts'
import { tokenForm } from './schema.ts'
import { MadeTokenPage } from './views/made-token-page.tsx'

/** One's own tokens: made, shown once, ended. */
export function addTokenRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/account/tokens', readAccountRequest, async (asked) => {
    const { request, reply } = asked
    const proof = proofFor(asked, 'tokens')
    if (proof !== null) return reply.redirect(proof, 303)
    const { context, reader, person } = asked
    const refuse = (values: FormValues, errors: FieldError[]) =>
      drawAccount(asked, { form: 'token', values, errors })
    const form = readForm(tokenForm, request.body)
    if (!form.valid) return refuse(form.values, form.errors)
    const now = context.clock.now().epochMilliseconds
    const role = (await listRolesOf(context, person.id)).find(
      (each) => each.networkSlug === form.data.network && each.startsAt.getTime() <= now,
    )
    if (!role) return refuse(form.values, [fieldError('network', 'ui.form.wrong')])
    const { tokenName: name, scopes, days } = form.data
    const token = { personId: person.id, networkId: role.networkId, name, scopes, days }
    const made = await makeToken(context, application, token)
    if (made === 'tooMany') return refuse(form.values, [fieldError('tokenName', 'people.tokens.tooMany')])
    return sendOwnPage(application, reply, reader, {
      title: reader.t('people.tokens.madeTitle'),
      description: reader.t('people.tokens.madeTitle'),
      path: '/account',
      children: (
        <MadeTokenPage
          secret={made.secret}
          name={name}
          days={days}
          sample={
            scopes.includes('read')
              ? `${application.settings.baseUrl}/api/v1/networks/${role.networkSlug}/suggestions`
              : null
          }
        />
      ),
    })
  })

  pages.post('/:language/account/tokens/:id/end', readAccountRequest, async (asked) => {
    const { request, reply } = asked
    await endToken(asked.context, asked.person.id, readIdentifier(request))
    return reply.redirect(`${paths.account(asked.reader.interfaceLanguage)}#tokens`, 303)
  })
}
