import type { FastifyReply } from 'fastify'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { sendOwnPage } from '../page.tsx'
import { listPasskeys } from '../passkeys/queries.ts'
import { listRolesOf } from '../roles/queries.ts'
import { isFresh } from '../sessions/lifetime.ts'
import { listSessions } from '../sessions/queries.ts'
import { listTokens } from '../tokens/queries.ts'
import type { SentAccountForm } from './account-form.ts'
import type { AccountRequest } from './call.ts'
import { AccountPage } from './views/account-page.tsx'

/** What follows the language in the address. */
export const path = '/account'

/** Draws one's own account, with a form that was refused when one was. */
export async function drawAccount(asked: AccountRequest, sent?: SentAccountForm): Promise<FastifyReply> {
  const { reply, application, request, context, reader, person, session } = asked
  const [roles, sessions, passkeys, tokens, sections] = await Promise.all([
    listRolesOf(context, person.id),
    listSessions(context, person.id),
    listPasskeys(context, person.id),
    listTokens(context, person.id),
    Promise.all(application.accountSections.map((draw) => draw({ reader, context, personId: person.id }))),
  ])
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.account.title'),
    description: reader.t('people.account.title'),
    path,
    children: (
      <AccountPage
        sections={sections}
        person={person}
        roles={roles}
        sessions={sessions}
        sessionId={session.id}
        isFresh={isFresh(context.clock, session)}
        passkeys={passkeys}
        tokens={tokens}
        held={roles.filter(({ startsAt }) => startsAt.getTime() <= context.clock.now().epochMilliseconds)}
        done={parameterOf(request.query, 'done')}
        sent={sent}
      />
    ),
  })
}
