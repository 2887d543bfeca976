import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FormValues, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { readChoices } from '../../directory/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type MeetingRequest, readMeetingWork } from '../call.ts'
import { countOpenInvitees } from '../convocations/queries.ts'
import { pickedValues } from '../meetings/meeting-values.ts'
import { meetingPath, paths } from '../paths.ts'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { RemovalForm } from '../views/removal-form.tsx'
import { choiceNames, pastedPeople, readParticipant, type ShownParticipant } from './call.ts'
import {
  addParticipants,
  changeParticipant,
  removeParticipant,
  sayPresences,
  takeOverAnswers,
} from './editing/commands.ts'
import type { Participant } from './participant.ts'
import { selectParticipants } from './queries.ts'
import { pasteForm, presencesForm } from './schema.ts'
import { AttendancePage } from './views/attendance-page.tsx'
import { ParticipantForm } from './views/participant-form.tsx'

/** Who took part, for those who write it down. */
export function addAttendanceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/attendance'
  pages.get(place, readMeetingWork, (asked) => {
    const { request } = asked
    const isAdding = parameterOf(request.query, 'added') !== undefined
    return drawList(asked, {
      values: {},
      errors: [],
      choices: new Map(),
      isAdding,
    })
  })

  pages.post(place, readMeetingWork, async (asked) => {
    const { request, reply } = asked
    const read = await readParticipant(asked, request.body, null)
    if (!read.participant) return drawList(withStatus(asked, 422), { ...read, isAdding: false })
    await addParticipants(asked.writing, listOf(asked), [read.participant])
    return reply.redirect(`${addressOf(asked)}?added=1#add`, 303)
  })

  pages.post(`${place}/pasted`, readMeetingWork, async (asked) => {
    const { request, reply } = asked
    const form = readForm(pasteForm, request.body)
    if (form.valid)
      await addParticipants(
        asked.writing,
        listOf(asked),
        await pastedPeople(application, asked, form.data.people),
      )
    return reply.redirect(addressOf(asked), 303)
  })

  pages.post(`${place}/answers`, readMeetingWork, async (asked) => {
    const { reply } = asked
    await takeOverAnswers(asked.writing, listOf(asked))
    return reply.redirect(addressOf(asked), 303)
  })

  pages.post(`${place}/presences`, readMeetingWork, async (asked) => {
    const { request, reply } = asked
    const form = readForm(presencesForm, request.body)
    if (form.valid) {
      const { presence, named } = form.data
      const said = Object.entries(presence).map(([id, how]) => ({ id, presence: how, isNamed: id in named }))
      await sayPresences(asked.writing, listOf(asked), said)
    }
    return reply.redirect(addressOf(asked), 303)
  })

  addOneRoutes(app, application, `${place}/:participant`)
}

function addOneRoutes(app: FastifyInstance, application: Application, place: string): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readOne, async ({ asked, participant }) => {
    const values = valuesOf(asked, participant)
    return drawOne(asked, participant, {
      values,
      errors: [],
      choices: await readChoices(asked.context, values, choiceNames),
    })
  })

  pages.post(place, readOne, async ({ asked, participant }) => {
    const { request, reply } = asked
    const read = await readParticipant(asked, request.body, participant)
    if (!read.participant) return drawOne(withStatus(asked, 422), participant, read)
    await changeParticipant(asked.writing, listOf(asked), participant.id, read.participant)
    return reply.redirect(addressOf(asked), 303)
  })

  pages.post(`${place}/removal`, readOne, async ({ asked, participant }) => {
    const { reply } = asked
    await removeParticipant(asked.writing, listOf(asked), participant.id)
    return reply.redirect(addressOf(asked), 303)
  })
}

async function readOne(visit: Visit) {
  const { request } = visit
  const asked = await readMeetingWork(visit)
  const id = parameterOf(request.params, 'participant') ?? ''
  const found = (await selectParticipants(asked.context, asked.meeting.id)).find((each) => each.id === id)
  return { asked, participant: found ?? notFound(id) }
}

function valuesOf({ reader }: MeetingRequest, participant: Participant): FormValues {
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

async function drawList(
  asked: MeetingRequest,
  { values, errors, choices, isAdding }: ShownParticipant & { isAdding: boolean },
): Promise<FastifyReply> {
  const { context, reader, network, meeting } = asked
  const title = reader.t('minutes.work.attendance')
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'attendance'),
    noindex: true,
    children: (
      <FormPage
        title={title}
        back={meetingBack(reader, network.slug, meeting)}
        lead={reader.t('minutes.attendance.lead')}
        errors={errors}
      >
        <AttendancePage
          network={network.slug}
          slug={meeting.slug}
          participants={await selectParticipants(context, meeting.id)}
          convened={await countOpenInvitees(context, meeting.id)}
          values={values}
          errors={errors}
          choices={choices}
          isAdding={isAdding}
        />
      </FormPage>
    ),
  })
}

async function drawOne(
  asked: MeetingRequest,
  participant: Participant,
  shown: ShownParticipant,
): Promise<FastifyReply> {
  const { reader, meeting } = asked
  const title = participant.name || reader.t('minutes.attendance.unnamed')
  const address = `${addressOf(asked)}/${participant.id}`
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'attendance', participant.id),
    noindex: true,
    children: (
      <FormPage
        title={title}
        back={{ href: addressOf(asked), label: reader.t('minutes.work.attendance') }}
        errors={shown.errors}
      >
        <ParticipantForm action={address} label={reader.t('minutes.action.save')} {...shown} />
        <RemovalForm action={`${address}/removal`} label={reader.t('minutes.attendance.remove')} />
      </FormPage>
    ),
  })
}

function listOf({ network, meeting }: MeetingRequest) {
  return { networkId: network.id, meetingId: meeting.id }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'attendance')
}
