import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { type FormState, type FormValues, typedValue } from '../../../platform/input/form.ts'
import { readNext } from '../../../platform/input/next.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { admitAttempt } from '../attempts/commands.ts'
import { linksAnAddress, linksAPlace } from '../attempts/limit.ts'
import { countUnknown, placeOf } from '../attempts/request.ts'
import { addOwnAction, hideAddress, sendOwnPage } from '../frame.tsx'
import { linkMinutes, useLink } from '../links/commands.ts'
import { type Link, lookUpLink } from '../links/queries.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../queries.ts'
import { typedAddress } from '../schema.ts'
import { isFresh } from '../sessions/lifetime.ts'
import { sessionOf, signInHere } from '../sessions/request.ts'
import { AfterAnswer } from './after-answer.ts'
import { sendSignInLink } from './commands.ts'
import { findLanding } from './queries.ts'
import { LinkForm, SignInPage } from './sign-in-page.tsx'

// The token is in no link of any page: other languages and search engines are given the sign-in page as address.
const path = '/sign-in'

export function addSignInRoutes(app: FastifyInstance, application: Application): void {
  addAsking(app, application)
  addLinkRoutes(app, application)
}

function addAsking(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const providers = application.settings.oidcProviders
  const later = new AfterAnswer((error) => application.log.error({ err: error }, 'a link was not sent'))
  app.addHook('onClose', () => later.settled())

  pages.get('/:language/sign-in', async (visit) => {
    const { request, reply } = visit
    const { reader } = loadPageRequest(visit)
    const next = readNext(parameterOf(request.query, 'next'))
    const session = sessionOf(request)
    return sendOwnPage(application, reply, reader, {
      title: reader.t('people.signIn.title'),
      description: reader.t('people.signIn.lead'),
      path,
      parameters: { next: next ?? undefined },
      children: session ? (
        <SignedInPage name={session.name} next={next} />
      ) : (
        <SignInPage next={next} providers={providers} form={{ values: {}, errors: [] }} />
      ),
    })
  })

  // For signed-in people who must sign in again before changing who gets into their account.
  pages.get('/:language/sign-in/again', async (visit) => {
    const { request, reply } = visit
    const { reader, context } = loadPageRequest(visit)
    const session = sessionOf(request)
    const next = readNext(parameterOf(request.query, 'next')) ?? paths.account(reader.interfaceLanguage)
    reply.header('cache-control', 'no-store')
    if (session === null) return reply.redirect(paths.signIn(reader.interfaceLanguage, next), 303)
    if (isFresh(application.clock, session)) return reply.redirect(next, 303)
    const { address } = await findPerson(context, session.personId)
    return sendOwnPage(application, reply, reader, {
      title: reader.t('people.again.title'),
      description: reader.t('people.again.title'),
      path: '/sign-in/again',
      parameters: { next },
      children: (
        <SignInPage next={next} providers={providers} form={{ values: { address }, errors: [] }} isAgain />
      ),
    })
  })

  const askingPage = (reader: Reader, form: FormState, wait?: number) => ({
    title: reader.t('people.signIn.title'),
    description: reader.t('people.signIn.lead'),
    children: <SignInPage next={nextOf(form.values)} providers={providers} form={form} wait={wait} />,
  })

  addOwnAction(
    pages,
    { path, address: '/:language/sign-in' },
    {
      open: loadPageRequest,
      schema: signInForm,
      again: ({ reply, reader }, form) =>
        sendOwnPage(application, reply, reader, { ...askingPage(reader, form), path }),
      save: async (visit, { address }, _, values) => {
        const { reply, reader, context } = visit
        const wait = await admitLink(visit, address)
        if (wait > 0) {
          reply.code(429).header('retry-after', String(wait * 60))
          return askingPage(reader, { values, errors: [] }, wait)
        }
        const next = nextOf(values)
        reply.raw.once('close', () => later.run(() => sendSignInLink(application, context, address, next)))
        return {
          title: reader.t('people.sent.title'),
          description: reader.t('people.signIn.lead'),
          children: <SentPage address={address} next={next} />,
        }
      },
    },
  )
}

const nextOf = (values: FormValues) => readNext(typedValue(values, 'next'))

/** Counts a request for a link. Returns the minutes to wait when there were too many, whether or not there is an account. */
async function admitLink(visit: Visit, address: string): Promise<number> {
  const { application, request } = visit
  return admitAttempt(application, [
    [linksAPlace, placeOf(request.ip)],
    [linksAnAddress, address],
  ])
}

function addLinkRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/sign-in/link', async (visit) => {
    const { request, reply } = visit
    const { reader } = loadPageRequest(visit)
    const token = parameterOf(request.query, 'token') ?? ''
    const next = readNext(parameterOf(request.query, 'next'))
    const link = await readLink(visit, token)
    if (typeof link === 'string') return renderWrongLink(visit, link, next)
    hideAddress(reply)
    return sendOwnPage(application, reply, reader, {
      title: reader.t('people.link.title', { name: link.name }),
      description: reader.t('people.link.lead', { address: link.address }),
      path,
      children: <LinkPage link={link} token={token} next={next} />,
    })
  })

  pages.post('/:language/sign-in/link', async (visit) => {
    const { request, reply } = visit
    const { reader } = loadPageRequest(visit)
    const body = request.body
    const token = parameterOf(body, 'token') ?? ''
    const next = readNext(parameterOf(body, 'next'))
    const link = await readLink(visit, token)
    if (typeof link === 'string') return renderWrongLink(visit, link, next)
    if (!(await useLink(application, token))) return renderWrongLink(visit, 'used', next)
    hideAddress(reply)
    const { personId, isOperator } = link
    await signInHere(visit, { personId, isOperator, method: 'link' })
    return reply.redirect(next ?? (await findLanding(application, personId, reader.interfaceLanguage)), 303)
  })
}

/** The link of a token, or why it does not work. */
async function readLink(visit: Visit, token: string) {
  const { application } = visit
  const link = await lookUpLink(application, token)
  if (link === null) await countUnknown(visit)
  if (link === null || link.confirms !== null || link.restores !== null) return 'unknown'
  return link.state === 'open' ? link : link.state
}

function renderWrongLink(visit: Visit, why: WrongLink, next: string | null): FastifyReply {
  const { reply, application } = visit
  const { reader } = loadPageRequest(visit)
  hideAddress(reply)
  reply.code(why === 'unknown' ? 404 : 410)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.link.unknownTitle'),
    description: reader.t('people.signIn.lead'),
    path,
    children: <WrongLinkPage why={why} next={next} />,
  })
}

/** Shown to everybody who asked for a link, whether or not there is an account. */
function SentPage({ address, next }: { address: string; next: string | null }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.sent.lead', { address })}>{t('people.sent.title')}</PageHeading>
      <div class="prose">
        <p>{t('people.sent.until', { minutes: linkMinutes })}</p>
        <p>{t('people.sent.nothing')}</p>
        <p>
          <a href={paths.signIn(reader.interfaceLanguage, next)}>{t('people.sent.again')}</a>
        </p>
      </div>
    </>
  )
}

/** For visitors who are signed in already and open the sign-in page. */
function SignedInPage({ name, next }: { name: string; next: string | null }) {
  const { t, interfaceLanguage } = useReader()
  return (
    <>
      <PageHeading>{t('people.signedIn.title', { name })}</PageHeading>
      <div class="prose">
        <p>
          {next === null ? (
            <a href={paths.account(interfaceLanguage)}>{t('people.signedIn.account')}</a>
          ) : (
            <a href={next}>{t('people.signedIn.goOn')}</a>
          )}
        </p>
      </div>
      <form class="form" method="post" action={paths.signOut(interfaceLanguage)}>
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.signedIn.signOut')}
          </button>
        </p>
      </form>
    </>
  )
}

interface LinkPageProps {
  link: Pick<Link, 'name' | 'address'>
  token: string
  next: string | null
}

/** Says who will be signed in, and asks first, since a program that follows links in mails presses no button. */
function LinkPage({ link, token, next }: LinkPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.link.lead', { address: link.address })}>
        {t('people.link.title', { name: link.name })}
      </PageHeading>
      <form class="form" method="post" action={paths.useLink(reader.interfaceLanguage)}>
        <input type="hidden" name="token" value={token} />
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('people.link.use')}
          </button>
        </p>
      </form>
      <p class="form-note">{t('people.link.notYou')}</p>
    </>
  )
}

type WrongLink = 'used' | 'expired' | 'unknown'

/** Says why a link does not work, and offers a new one. */
function WrongLinkPage({ why, next }: { why: WrongLink; next: string | null }) {
  const reader = useReader()
  const { title, lead } = words[why]
  return (
    <>
      <PageHeading lead={reader.t(lead)}>{reader.t(title)}</PageHeading>
      <LinkForm next={next} />
    </>
  )
}

const words = {
  used: { title: 'people.link.usedTitle', lead: 'people.link.used' },
  expired: { title: 'people.link.expiredTitle', lead: 'people.link.expired' },
  unknown: { title: 'people.link.unknownTitle', lead: 'people.link.unknown' },
} as const satisfies Record<WrongLink, { title: PlainMessageKey; lead: PlainMessageKey }>

const signInForm = z.object({ address: typedAddress })
