import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { neverKept as neverKeptAnywhere } from '../../platform/http/never-kept.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { readPageNumber } from '../../platform/input/page-number.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { drawCalendar } from '../../platform/mail/drawing/draw-calendar.ts'
import { drawMail } from '../../platform/mail/drawing/draw-mail.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { drawNetworkPage, type NetworkRequest, readNetworkRequest } from '../networks/index.ts'
import { bringsKey } from './call.ts'
import { outboxParameters, readFilter } from './filter.ts'
import { letterPolicy } from './letter-policy.ts'
import { mayReadText } from './policy.ts'
import { countMails, findMail, listKinds, listMails } from './queries.ts'
import { type Sight, sightOf } from './sight.ts'
import { MailPage } from './views/mail-page.tsx'
import { OutboxPage } from './views/outbox-page.tsx'

const rowsAPage = 50
const countedAtMost = 10_001

// What is drawn changes between two requests, and is nobody else's: kept neither here nor on the way.
const neverKept = {
  config: { kept: { parameters: outboxParameters, scope: () => null } },
  ...neverKeptAnywhere,
}

export function addOutboxRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  addCalendarRoute(app, application)
  pages.get('/:language/:network/outbox', readNetworkRequest, async (asked) => {
    const { request, reply, context, reader, network } = asked
    const outbox = { networkId: network.id, sight: findSight(application, asked, request, reply) }
    const filter = readFilter(request.query)
    const page = readPageNumber(request.query)
    const [total, mails, kinds] = await Promise.all([
      countMails(context, outbox, filter, countedAtMost),
      listMails(context, outbox, filter, { limit: rowsAPage, offset: (page - 1) * rowsAPage }),
      listKinds(context, outbox),
    ])
    return drawNetworkPage(asked, {
      title: reader.t('outbox.list.title'),
      description: reader.t('outbox.list.lead'),
      path: '/outbox',
      width: 'wide',
      noindex: true,
      children: (
        <OutboxPage
          network={network}
          filter={filter}
          kinds={kinds}
          kindWords={application.mailKinds}
          mails={mails}
          total={total}
          most={countedAtMost}
          page={page}
          rowsAPage={rowsAPage}
          delivers={application.settings.smtpUrl !== null}
        />
      ),
    })
  })

  pages.get('/:language/:network/outbox/:id', readNetworkRequest, async (asked) => {
    const { request, reply, context, reader, network } = asked
    const sight = findSight(application, asked, request, reply)
    const mail = await findMail(context, { networkId: network.id, sight }, idOf(request))
    const isReadable = mayReadText(context.actor, sight, mail)
    return drawNetworkPage(asked, {
      title: mail.subject,
      description: reader.t('outbox.list.lead'),
      path: `/outbox/${mail.id}`,
      width: 'reading',
      noindex: true,
      children: (
        <MailPage
          network={network}
          mail={mail}
          from={application.settings.mailFrom}
          kindWords={application.mailKinds}
          text={isReadable ? (drawMail(application, mail)?.text ?? null) : null}
          isReadable={isReadable}
        />
      ),
    })
  })

  // The HTML part as it leaves, in a document that may do nothing.
  pages.get('/:language/:network/outbox/:id/html', readNetworkRequest, async (asked) => {
    const { request, reply } = asked
    const sight = findSight(application, asked, request, reply)
    const mail = await findMail(asked.context, { networkId: asked.network.id, sight }, idOf(request))
    const drawn = mayReadText(asked.context.actor, sight, mail) ? drawMail(application, mail) : null
    if (drawn === null) notFound(mail.id)
    return (
      reply
        .header('content-security-policy', letterPolicy)
        // In its sandbox it has no origin that could be kept apart from others.
        .removeHeader('origin-agent-cluster')
        .type('text/html; charset=utf-8')
        .send(drawn.html)
    )
  })
}

/** The calendar of a mail as it leaves. */
function addCalendarRoute(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/outbox/:id/invite.ics', readNetworkRequest, async (asked) => {
    const { request, reply } = asked
    const sight = findSight(application, asked, request, reply)
    const mail = await findMail(asked.context, { networkId: asked.network.id, sight }, idOf(request))
    if (mail.calendar === null || !mayReadText(asked.context.actor, sight, mail)) notFound(mail.id)
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="invite.ics"')
      .send(drawCalendar(mail.language, mail.calendar))
  })
}

function findSight(
  application: Application,
  { context, network }: NetworkRequest,
  request: FastifyRequest,
  reply: FastifyReply,
): Sight {
  const inDemonstration = bringsKey(application, request, reply)
  return sightOf(context.actor, network.id, inDemonstration) ?? notFound('outbox')
}

function idOf(request: FastifyRequest): string {
  return parameterOf(request.params, 'id') ?? ''
}
