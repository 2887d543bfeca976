import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FormState, type FormValues, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErrorList } from '../../../ui/form/form.tsx'
import { readChoices } from '../../directory/index.ts'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { countOpenInvitees } from '../convocations/queries.ts'
import { pickedValues } from '../meetings/meeting-values.ts'
import { meetingPath, paths } from '../paths.ts'
import { type MeetingRequest, readMeetingWork } from '../request.ts'
import { meetingBack } from '../views/meeting-back.tsx'
import { RemovalForm } from '../views/removal-form.tsx'
import { WorkHeading } from '../views/work-heading.tsx'
import {
  addParticipants,
  changeParticipant,
  removeParticipant,
  sayPresences,
  takeOverAnswers,
} from './editing.commands.ts'
import type { Participant } from './participant.ts'
import { selectParticipants } from './queries.ts'
import { pastedPeople, readParticipant } from './request.ts'
import { participantForm, pasteForm, presencesForm } from './schema.ts'
import { AttendancePage } from './views/attendance-page.tsx'
import { ParticipantFields } from './views/participant-fields.tsx'

/** The attendance of a meeting, for coordinators. */
export function addAttendanceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/attendance'
  pages.get(place, readMeetingWork, (visit) => renderList(visit, { values: {}, errors: [] }))

  addNetworkAction(pages, place, {
    open: readMeetingWork,
    schema: participantForm,
    save: async (visit, typed, _, values) => {
      const participant = await readParticipant(visit, typed, values, null)
      if (Array.isArray(participant)) return participant
      await addParticipants(visit.writing, listOf(visit), [participant])
      return `${addressOf(visit)}?added=1#add`
    },
    again: renderList,
  })

  pages.post(`${place}/pasted`, readMeetingWork, async (visit) => {
    const { request, reply } = visit
    const form = readForm(pasteForm, request.body)
    if (form.valid)
      await addParticipants(
        visit.writing,
        listOf(visit),
        await pastedPeople(application, visit, form.data.people),
      )
    return reply.redirect(addressOf(visit), 303)
  })

  pages.post(`${place}/answers`, readMeetingWork, async (visit) => {
    const { reply } = visit
    await takeOverAnswers(visit.writing, listOf(visit))
    return reply.redirect(addressOf(visit), 303)
  })

  pages.post(`${place}/presences`, readMeetingWork, async (visit) => {
    const { request, reply } = visit
    const form = readForm(presencesForm, request.body)
    if (form.valid) {
      const { presence, named } = form.data
      const said = Object.entries(presence).map(([id, how]) => ({ id, presence: how, isNamed: id in named }))
      await sayPresences(visit.writing, listOf(visit), said)
    }
    return reply.redirect(addressOf(visit), 303)
  })

  addOneRoutes(app, application, `${place}/:participant`)
}

function addOneRoutes(app: FastifyInstance, application: Application, place: string): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, place, {
    open: readOne,
    title: nameOf,
    description: 'minutes.list.lead',
    path: ({ meeting, participant }) => meetingPath(meeting.slug, 'attendance', participant.id),
    action: (visit) => addressOf(visit, visit.participant.id),
    submit: 'minutes.action.save',
    values: valuesOf,
    schema: participantForm,
    fields: async ({ context }, { values }) => (
      <ParticipantFields choices={await readChoices(context, values, ['organisation'])} />
    ),
    save: async (visit, typed, _, values) => {
      const participant = await readParticipant(visit, typed, values, visit.participant)
      if (Array.isArray(participant)) return participant
      await changeParticipant(visit.writing, listOf(visit), visit.participant.id, participant)
      return addressOf(visit)
    },
    page: (visit, form, state) => (
      <>
        <ErrorList form={state} />
        <WorkHeading back={{ href: addressOf(visit), label: visit.reader.t('minutes.work.attendance') }}>
          {nameOf(visit)}
        </WorkHeading>
        {form}
        <RemovalForm
          action={addressOf(visit, visit.participant.id, 'removal')}
          label={visit.reader.t('minutes.attendance.remove')}
        />
      </>
    ),
  })

  pages.post(`${place}/removal`, readOne, async (visit) => {
    await removeParticipant(visit.writing, listOf(visit), visit.participant.id)
    return visit.reply.redirect(addressOf(visit), 303)
  })
}

type OneRequest = MeetingRequest & { participant: Participant }

async function readOne(visit: Visit): Promise<OneRequest> {
  const { request } = visit
  const opened = await readMeetingWork(visit)
  const id = parameterOf(request.params, 'participant') ?? ''
  const found = (await selectParticipants(opened.context, opened.meeting.id)).find((each) => each.id === id)
  return { ...opened, participant: found ?? notFound(id) }
}

function valuesOf({ reader, participant }: OneRequest): FormValues {
  const { name, presence, representedBy, isNamed, organisation, organisationWords } = participant
  return {
    name,
    function: chooseText(participant.function, reader.language)?.text ?? '',
    presence,
    representedBy,
    ...(isNamed ? { isNamed: 'on' } : {}),
    ...(organisation
      ? pickedValues(reader, 'organisation', organisation)
      : { 'organisation.name': organisationWords }),
  }
}

function nameOf({ reader, participant }: OneRequest): string {
  return participant.name || reader.t('minutes.attendance.unnamed')
}

async function renderList(visit: MeetingRequest, form: FormState): Promise<FastifyReply> {
  const { request, context, reader, network, meeting } = visit
  const title = reader.t('minutes.work.attendance')
  return renderNetworkPage(visit, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'attendance'),
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        <WorkHeading
          back={meetingBack(reader, network.slug, meeting)}
          lead={reader.t('minutes.attendance.lead')}
        >
          {title}
        </WorkHeading>
        <AttendancePage
          network={network.slug}
          slug={meeting.slug}
          participants={await selectParticipants(context, meeting.id)}
          convened={await countOpenInvitees(context, meeting.id)}
          form={form}
          choices={await readChoices(context, form.values, ['organisation'])}
          isAdding={form.errors.length === 0 && parameterOf(request.query, 'added') !== undefined}
        />
      </>
    ),
  })
}

function listOf({ network, meeting }: MeetingRequest) {
  return { networkId: network.id, meetingId: meeting.id }
}

function addressOf({ reader, network, meeting }: MeetingRequest, ...steps: string[]): string {
  return paths.step(reader, network.slug, meeting.slug, 'attendance', ...steps)
}
