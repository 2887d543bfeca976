import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { isSure } from '../../../../platform/personal-data/sure.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawErasureQuestion, drawSecretPage, goOn } from '../../../networks/index.ts'
import { makeLink, useConfirmation } from '../../links/commands.ts'
import { paths } from '../paths.ts'
import { countWaitingUpTo } from '../queries.ts'
import { confirmRegistration, withdraw } from '../queue/commands.ts'
import { eraseRegistrationOf } from '../retention/commands.ts'
import { isOver, standingOf } from '../terms.ts'
import { isAlive, type OwnRequest, readLiveRequest, readOwnRequest } from './call.ts'
import { addChangeRoutes } from './changes/routes.tsx'
import { ConfirmPage } from './views/confirm-page.tsx'
import { EndedPage } from './views/ended-page.tsx'
import { OwnPage } from './views/own-page.tsx'

const place = '/:language/:network/agenda/registered/:token'
// Each of these writes to people.
const seldom = { config: { rateLimit: { max: 60, timeWindow: '1 hour' } } }

/** What whoever registered does by the links in their mails: confirm, look at it, change, withdraw, have it erased. */
export function addOwnRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readOwnRequest, show)
  pages.post(`${place}/confirmation`, readOwnRequest, confirm)
  pages.with(seldom).post(`${place}/withdrawal`, readLiveRequest, async (asked) => {
    const { reply } = asked
    await withdraw(asked.telling, asked.terms, asked.registration)
    return goOn(reply, asked.address)
  })
  pages.post(`${place}/erasure`, readOwnRequest, async (asked) => {
    const { request } = asked
    // Whoever has not confirmed that an address is theirs has nothing of it erased.
    if (asked.link.purpose !== 'keep') notFound('erasure')
    const { t } = asked.reader
    if (!isSure(request.body))
      return drawErasureQuestion(asked, {
        goes: t(
          isAlive(asked) ? 'agenda.registration.erasure.goesWithPlace' : 'agenda.registration.erasure.goes',
        ),
        stays: t('agenda.registration.erasure.stays'),
      })
    await inTransaction(asked.writing, async (inside) => {
      if (isAlive(asked))
        await withdraw({ ...asked.telling, writing: inside }, asked.terms, asked.registration)
      await eraseRegistrationOf(inside, asked.registration)
    })
    return draw(asked, <EndedPage {...asked} why="erased" next={null} />)
  })
  addChangeRoutes(app, application)
}

async function confirm(asked: OwnRequest): Promise<FastifyReply> {
  const { reply, writing, network, reader, registration, terms, telling, token } = asked
  if (!mayConfirm(asked)) return show(asked)
  const kept = await inTransaction(writing, async (inside) => {
    if (!(await useConfirmation(inside, token))) return null
    const id = await confirmRegistration({ ...telling, writing: inside }, terms, registration)
    return makeLink(inside, { registrationId: id }, 'keep')
  })
  if (kept === null) return show(await readOwnRequest(asked))
  return goOn(reply, `${paths.own(reader.language, network.slug, kept)}?done=registered`)
}

// What was closed, hidden or kept for members since is confirmed no more.
function mayConfirm({ event, terms, writing, isShown, registration }: OwnRequest): boolean {
  const isFor = terms.forWhom === 'anybody' || registration.personId !== null
  return isShown && isFor && standingOf(event, terms, writing) === 'open'
}

async function show(asked: OwnRequest): Promise<FastifyReply> {
  const { request, reader, network, event, link, registration, writing, isShown } = asked
  const again = isShown ? paths.form(reader, network.slug, event.slug) : null
  const renewal = isShown ? paths.renewal(reader, network.slug, event.slug) : null
  const end = (why: Parameters<typeof EndedPage>[0]['why'], next: string | null) =>
    draw(withStatus(asked, 410), <EndedPage {...asked} why={why} next={next} />)
  if (link.purpose === 'confirm') {
    if (registration.state !== 'unconfirmed') return end('used', renewal)
    if (!link.isOpen) return end('lapsed', again)
    if (!mayConfirm(asked)) return end('closed', again)
    return draw(asked, <ConfirmPage {...asked} />)
  }
  if (isOver(event, writing.today)) return end('over', null)
  const done = parameterOf(request.query, 'done') ?? ''
  const position = registration.state === 'waiting' ? await countWaitingUpTo(writing, registration) : null
  return draw(
    asked,
    <OwnPage {...asked} mayChange={isAlive(asked)} again={again} position={position} done={done} />,
  )
}

function draw(asked: OwnRequest, children: ComponentChildren): FastifyReply {
  const title = asked.reader.t('agenda.registration.yourRegistration')
  return drawSecretPage(asked, { title, description: title, children })
}
