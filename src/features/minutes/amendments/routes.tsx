import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/amendments'
  pages.get(place, read, (asked) => {
    return draw(asked, { values: {}, errors: [] })
  })

  pages.post(place, read, async (asked) => {
    const { request, reply } = asked
    if (!asked.mayAmend) notFound('amendments')
    const form = readForm(amendmentForm(await selectSections(asked.context, asked.meeting.id)), request.body)
    if (!form.valid) return draw(withStatus(asked, 422), form)
    await proposeAmendment(asked.writing, asked.meeting, form.data)
    return reply.redirect(`${addressOf(asked)}#amendments`, 303)
  })

  pages.post(`${place}/:amendment`, readMeetingWork, async (work) => {
    const { request, reply } = work
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
      return draw(withStatus(await read(work), 409), {
        values: {},
        errors,
      })
    }
    return reply.redirect(`${addressOf(work)}#amendments`, 303)
  })
}

/** For those in charge and those who attended, once there is something to amend. */
async function read(visit: Visit): Promise<Asked> {
  const { application } = visit
  const asked = await readMeetingRequest(visit)
  const { writing, network, meeting } = asked
  const mayKeep = mayKeepMeetings(writing.actor, network.id)
  const attended = (await lookUpOwnParticipation(writing, meeting)) !== null
  const isOpen = minutesPhase(meeting, dayOf(application.clock)) === 'amendable'
  const mayWrite = mayAmend(writing.actor, network.id, attended)
  if (!mayKeep && !(mayWrite && meeting.amendableAt !== null)) notFound('amendments')
  return { ...asked, mayKeep, mayAmend: mayWrite && isOpen, isOpen }
}

async function draw(
  asked: Asked,
  { values, errors }: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { context, reader, network, meeting } = asked
  const { t } = reader
  const [sections, amendments] = await Promise.all([
    selectSections(context, meeting.id),
    listAmendments(context, meeting.id),
  ])
  return drawNetworkPage(asked, {
    title: t('minutes.work.amendments'),
    description: t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'amendments'),
    noindex: true,
    children: (
      <FormPage
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
            <AmendmentList amendments={amendments} address={asked.mayKeep ? addressOf(asked) : null} />
          </PageSection>
        ) : null}
        {asked.mayAmend ? (
          <PageSection id="propose" title={t('minutes.amendment.propose')}>
            <AmendmentForm action={addressOf(asked)} sections={sections} values={values} errors={errors} />
          </PageSection>
        ) : null}
        <PageSection id="minutes" title={t('minutes.text.minutes')}>
          <MinutesContents sections={sections} />
          <MinutesText sections={sections} />
        </PageSection>
      </FormPage>
    ),
  })
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'amendments')
}
