import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { operatorContext } from '../../../../platform/cli/operator-context.ts'
import { readSignedId } from '../../../../platform/context/signed-id.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, readNetworkRequest } from '../../../networks/index.ts'
import { listPoints } from '../../agenda/queries.ts'
import { findMeetingById } from '../../meetings/queries.ts'
import { paths } from '../../paths.ts'
import { answerConvocation, answerPurpose } from '../commands.ts'
import { lookUpInvitee } from '../queries.ts'
import { answerForm } from '../schema.ts'
import { AnswerPage } from './views/answer-page.tsx'

/** Where somebody answers a convocation from the link in their mail; seeing the page changes nothing. */
export function addAnswerRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/convocations/:token'
  pages.get(place, read, (asked) => {
    const { answer, representedBy, words } = asked.invitee
    return show(asked, {
      values: { answer: answer ?? '', representedBy, words },
      errors: [],
    })
  })
  pages.post(place, read, async (asked) => {
    const { request, reply } = asked
    const form = readForm(answerForm, request.body)
    if (!form.valid) return show(withStatus(asked, 422), form)
    const { network, meeting, invitee } = asked
    const whose = { networkId: network.id, meetingId: meeting.id, inviteeId: invitee.id }
    await answerConvocation(asked.writing, whose, form.data)
    return reply.header('referrer-policy', 'no-referrer').redirect(addressOf(request), 303)
  })
}

async function read(visit: Visit) {
  const { request, application } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const token = parameterOf(request.params, 'token') ?? ''
  const id = readSignedId(application.secret, answerPurpose, token) ?? notFound('convocation')
  const invitee = (await lookUpInvitee(writing, asked.network.id, id)) ?? notFound('convocation')
  // Their link shows them the meeting that they are convened to, whether others know of it or not.
  const seeing = { ...operatorContext(application), today: asked.usualDay }
  const meeting = await findMeetingById(seeing, asked.network.id, invitee.meetingId)
  return { ...asked, invitee, meeting }
}

async function show(
  asked: Awaited<ReturnType<typeof read>>,
  typed: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { reply, request, reader, network, meeting, invitee, writing } = asked
  // Its address speaks for them: no other page may learn it, and nobody keeps it.
  reply.header('referrer-policy', 'no-referrer').header('cache-control', 'private, no-store')
  const isOver = meeting.heldOn < asked.usualDay
  return drawNetworkPage(asked, {
    title: reader.t('minutes.answer.title'),
    description: reader.t('minutes.answer.title'),
    path: '',
    noindex: true,
    width: 'reading',
    children: (
      <AnswerPage
        network={network}
        meeting={meeting}
        points={await listPoints(writing, meeting.id)}
        invitee={invitee}
        state={meeting.cancelledAt ? 'cancelled' : isOver ? 'over' : 'open'}
        action={addressOf(request)}
        {...typed}
      />
    ),
  })
}

function addressOf(request: FastifyRequest): string {
  const [language = '', network = '', token = ''] = ['language', 'network', 'token'].map(
    (name) => parameterOf(request.params, name) ?? '',
  )
  return paths.answer(language, network, token)
}
