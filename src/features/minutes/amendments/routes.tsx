import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Section as PageSection } from '../../../ui/text/headings.tsx'
import { drawNetworkPage } from '../../networks/index.ts'
import { lookUpOwnParticipation } from '../attendance/queries.ts'
import { type MeetingRequest, readMeetingRequest, readMeetingWork } from '../call.ts'
import { minutesPhase } from '../meetings/meeting.ts'
import { meetingPath, paths } from '../paths.ts'
import { mayAmend, mayKeepMeetings } from '../policy.ts'
import { selectSections } from '../sections/queries.ts'
import { MinutesContents, MinutesText } from '../sections/views/minutes-text.tsx'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { decideAmendment, proposeAmendment } from './commands.ts'
import { listAmendments } from './queries.ts'
import { amendmentForm, decisionForm } from './schema.ts'
import { AmendmentForm } from './views/amendment-form.tsx'
import { AmendmentList } from './views/amendment-list.tsx'

type Asked = MeetingRequest & { mayAmend: boolean; mayKeep: boolean; isOpen: boolean }

/** What those who attended ask to have worded otherwise, and what is answered. */
export function addAmendmentRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/meetings/:slug/amendments'
  app.get(place, neverKept, async (request, reply) => {
    const asked = await read(application, request)
    return draw(application, request, reply, asked, { values: {}, errors: [] })
  })

  app.post(place, neverKept, async (request, reply) => {
    const asked = await read(application, request)
    if (!asked.mayAmend) notFound('amendments')
    const form = readForm(amendmentForm(await selectSections(asked.context, asked.meeting.id)), request.body)
    if (!form.valid) return draw(application, request, reply.code(422), asked, form)
    await proposeAmendment(asked.writing, asked.meeting, form.data)
    return reply.redirect(`${addressOf(asked)}#amendments`, 303)
  })

  app.post(`${place}/:amendment`, neverKept, async (request, reply) => {
    const work = await readMeetingWork(application, request)
    const form = readForm(decisionForm, request.body)
    if (!form.valid) return reply.redirect(addressOf(work), 303)
    try {
      await decideAmendment(
        work.writing,
        work.meeting,
        parameterOf(request.params, 'amendment') ?? '',
        form.data,
      )
    } catch (error) {
      if (!(error instanceof Refusal && error.reason === 'changedMeanwhile')) throw error
      const errors = [fieldError('', 'minutes.error.passageGone')]
      return draw(application, request, reply.code(409), await read(application, request), {
        values: {},
        errors,
      })
    }
    return reply.redirect(`${addressOf(work)}#amendments`, 303)
  })
}

/** For those in charge and those who attended, once there is something to amend. */
async function read(application: Application, request: FastifyRequest): Promise<Asked> {
  const asked = await readMeetingRequest(application, request)
  const { writing, network, meeting } = asked
  const mayKeep = mayKeepMeetings(writing.actor, network.id)
  const attended = (await lookUpOwnParticipation(writing, meeting)) !== null
  const isOpen = minutesPhase(meeting, dayOf(application.clock)) === 'amendable'
  const mayWrite = mayAmend(writing.actor, network.id, attended)
  if (!mayKeep && !(mayWrite && meeting.amendableAt !== null)) notFound('amendments')
  return { ...asked, mayKeep, mayAmend: mayWrite && isOpen, isOpen }
}

async function draw(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  { values, errors }: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { context, reader, network, meeting } = asked
  const { t } = reader
  const [sections, amendments] = await Promise.all([
    selectSections(context, meeting.id),
    listAmendments(context, meeting.id),
  ])
  return drawNetworkPage(application, request, reply, asked, {
    title: t('minutes.work.amendments'),
    description: t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'amendments'),
    noindex: true,
    children: (
      <FormPage
        reader={reader}
        title={t('minutes.work.amendments')}
        back={meetingBack(reader, network.slug, meeting)}
        lead={
          asked.isOpen && meeting.amendableUntil
            ? t('minutes.final.openUntil', { day: dayWords(reader, meeting.amendableUntil) })
            : t('minutes.amendment.closed')
        }
        errors={errors}
      >
        {amendments.length > 0 ? (
          <PageSection id="amendments" title={t('minutes.amendment.list')}>
            <AmendmentList
              reader={reader}
              amendments={amendments}
              address={asked.mayKeep ? addressOf(asked) : null}
            />
          </PageSection>
        ) : null}
        {asked.mayAmend ? (
          <PageSection id="propose" title={t('minutes.amendment.propose')}>
            <AmendmentForm
              reader={reader}
              action={addressOf(asked)}
              sections={sections}
              values={values}
              errors={errors}
            />
          </PageSection>
        ) : null}
        <PageSection id="minutes" title={t('minutes.text.minutes')}>
          <MinutesContents reader={reader} sections={sections} />
          <MinutesText reader={reader} sections={sections} />
        </PageSection>
      </FormPage>
    ),
  })
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'amendments')
}
