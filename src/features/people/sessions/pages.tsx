import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { sendOwnPage } from '../frame.tsx'
import { providerOf, providerSignOut } from '../providers/request.ts'
import { endSession } from './commands.ts'
import { sessionOf } from './request.ts'
import { cookieAttributes, cookieName } from './session-cookie.ts'

export function addSessionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const { baseUrl } = application.settings
  pages.post('/:language/sign-out', async (visit) => {
    const { request, reply } = visit
    const { reader } = loadPageRequest(visit)
    const session = sessionOf(request)
    const ended = session ? await endSession(application, session.personId, session.id) : null
    const { maxAge: _, ...attributes } = cookieAttributes(baseUrl)
    reply.clearCookie(cookieName(baseUrl), attributes)
    const onward = ended ? await providerSignOut(application, ended, reader.interfaceLanguage) : null
    if (onward) return leadOn(application, reply, reader, onward)
    return reply.redirect(`/${reader.interfaceLanguage}`, 303)
  })

  // The address to which a provider returns people who signed out there. `state` is the language in which they left.
  pages.get('/auth/:provider/signed-out', async ({ request, reply }) => {
    providerOf(application.settings, request)
    const language = parameterOf(request.query, 'state') ?? ''
    return reply.redirect(isInterfaceLanguage(language) ? `/${language}` : '/', 303)
  })
}

// Under our policy a form may not redirect to another site, but a page may continue by itself or by its link.
function leadOn(application: Application, reply: FastifyReply, reader: Reader, onward: string): FastifyReply {
  reply.header('refresh', `0; url=${onward}`).header('referrer-policy', 'no-referrer')
  return sendOwnPage(application, reply, withoutPerson(reader), {
    title: reader.t('people.signedOut.title'),
    description: reader.t('people.signedOut.lead'),
    path: '/sign-in',
    children: <SignedOutPage onward={onward} />,
  })
}

function withoutPerson({ person: _, ...reader }: Reader): Reader {
  return reader
}

/** Leads on to the provider’s sign-out. */
function SignedOutPage({ onward }: { onward: string }) {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('people.signedOut.lead')}>{t('people.signedOut.title')}</PageHeading>
      <p>
        <a href={onward}>{t('people.signedOut.onward')}</a>
      </p>
    </>
  )
}
