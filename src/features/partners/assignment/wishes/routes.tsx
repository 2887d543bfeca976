import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readValues } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { type ParticipantRequest, readParticipantRequest } from '../call.ts'
import { drawMeetingsPage } from '../page.tsx'
import { heldOf } from '../participants/routes.tsx'
import { paths } from '../paths.ts'
import { oppositeOf } from '../session.ts'
import { saveWishes } from './commands.ts'
import { readWishes, wishValues } from './typed-wishes.ts'
import { WishesPage } from './views/wishes-page.tsx'

const place = '/:language/:network/agenda/:slug/meetings/participants/:id/wishes'

/** Whom somebody wants to meet: said by those who speak for them, or by whoever holds the session. */
export function addWishRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readParticipantRequest, (asked) => {
    const values = wishValues(asked.ground.wishes, asked.participant)
    return show(asked, { values, errors: [] })
  })
  pages.post(place, readParticipantRequest, async (asked) => {
    const { request, reply, writing, ground, participant, reader, network, event } = asked
    const values = readValues(request.body)
    const { wishes, errors } = readWishes(values, oppositeOf(ground, participant))
    if (errors.length > 0) return show(asked, { values, errors })
    await saveWishes(writing, heldOf(asked), ground.session, participant, wishes)
    return reply.redirect(
      paths.participant(reader, network.slug, event.slug, participant.id, { done: 'wished' }),
      303,
    )
  })
}

function show(asked: ParticipantRequest, shown: Shown): FastifyReply {
  return drawMeetingsPage(asked, {
    title: asked.reader.t('partners.assignment.wishes'),
    path: `/participants/${asked.participant.id}/wishes`,
    isWrong: shown.errors.length > 0,
    children: <WishesPage asked={asked} shown={shown} />,
  })
}
