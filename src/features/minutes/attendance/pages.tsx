import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText, mergeLocalizedText } from '../../../platform/i18n/localized-text.ts'
import {
  type FieldError,
  type FormState,
  type FormValues,
  fieldError,
  readForm,
  typedValue,
} from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { fold } from '../../../platform/search/index.ts'
import { ErrorList } from '../../../ui/form/form.tsx'
import { chosenId, readChoices } from '../../directory/index.ts'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { countOpenInvitees } from '../convocations/queries.ts'
import { pickedValues } from '../meetings/schema.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeptMeetingRequest, type MeetingRequest } from '../request.ts'
import { RemovalForm } from '../views/removal-form.tsx'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { AttendancePage, ParticipantFields } from './attendance-page.tsx'
import {
  addParticipants,
  changeParticipant,
  removeParticipant,
  sayPresences,
  takeOverAnswers,
} from './editing.commands.ts'
import { type NewParticipant, type Participant, type Presence, presences } from './participant.ts'
import { selectParticipants } from './queries.ts'
import { participantForm, pasteForm, presencesForm } from './schema.ts'

/** The attendance of a meeting, for coordinators. */
export function addAttendanceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/attendance'
  pages.get(place, loadKeptMeetingRequest, (visit) => renderList(visit, { values: {}, errors: [] }))

  addNetworkAction(pages, place, {
    open: loadKeptMeetingRequest,
    schema: participantForm,
    save: async (visit, typed, _, values) => {
      const participant = await readParticipant(visit, typed, values, null)
      if (Array.isArray(participant)) return participant
      await addParticipants(visit.writing, listOf(visit), [participant])
      return `${addressOf(visit)}?added=1#add`
    },
    again: renderList,
  })

  pages.post(`${place}/pasted`, loadKeptMeetingRequest, async (visit) => {
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

  pages.post(`${place}/answers`, loadKeptMeetingRequest, async (visit) => {
    const { reply } = visit
    await takeOverAnswers(visit.writing, listOf(visit))
    return reply.redirect(addressOf(visit), 303)
  })

  pages.post(`${place}/presences`, loadKeptMeetingRequest, async (visit) => {
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
    open: loadOneRequest,
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

  pages.post(`${place}/removal`, loadOneRequest, async (visit) => {
    await removeParticipant(visit.writing, listOf(visit), visit.participant.id)
    return visit.reply.redirect(addressOf(visit), 303)
  })
}

type OneRequest = MeetingRequest & { participant: Participant }

async function loadOneRequest(visit: Visit): Promise<OneRequest> {
  const { request } = visit
  const loaded = await loadKeptMeetingRequest(visit)
  const id = parameterOf(request.params, 'participant') ?? ''
  const found = (await selectParticipants(loaded.context, loaded.meeting.id)).find((each) => each.id === id)
  return { ...loaded, participant: found ?? notFound(id) }
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

/**
 * Reads a typed participant. Returns the errors of the form instead if there are any; an organisation that is not in the directory is kept
 * as words.
 */
async function readParticipant(
  { context, reader }: MeetingRequest,
  { isNamed, function: words, ...typed }: z.output<typeof participantForm>,
  values: FormValues,
  before: Participant | null,
): Promise<NewParticipant | FieldError[]> {
  const choices = await readChoices(context, values, ['organisation'])
  const picked = choices.get('organisation')
  if (picked?.state === 'ask') return [fieldError('organisation.name', 'directory.picker.which')]
  if (picked?.state === 'empty' && !typed.name && !words) return [fieldError('name', 'minutes.error.nobody')]
  const typedFunction = { texts: { [reader.interfaceLanguage]: words }, reviewed: [], original: null }
  return {
    ...typed,
    function: mergeLocalizedText(before?.function ?? {}, typedFunction),
    organisationId: chosenId(choices, 'organisation'),
    organisationWords: picked?.state === 'none' ? typedValue(values, 'organisation.name').trim() : '',
    isNamed: isNamed !== undefined,
  }
}

/** Reads the people of a pasted list. An organisation is linked to the directory when the match is certain. */
async function pastedPeople(
  application: Application,
  { context, reader }: MeetingRequest,
  text: string,
): Promise<NewParticipant[]> {
  const lines = readPasted(text, (presence) =>
    (['fr', 'ko', 'en'] as const).map((language) =>
      application.translate(language)(`minutes.presence.${presence}`),
    ),
  )
  const values = Object.fromEntries(lines.map(({ organisation }, index) => [`o${index}.name`, organisation]))
  const choices = await readChoices(
    context,
    values,
    lines.map((_, index) => `o${index}`),
  )
  return lines.map((line, index) => {
    const organisationId = chosenId(choices, `o${index}`)
    return {
      name: line.name,
      function: line.function
        ? { [reader.interfaceLanguage]: { text: line.function, state: 'original' as const } }
        : {},
      organisationId,
      organisationWords: organisationId === null ? line.organisation : '',
      presence: line.presence,
      representedBy: '',
      isNamed: false,
    }
  })
}

interface PastedLine {
  name: string
  function: string
  organisation: string
  presence: Presence
}

/**
 * Reads a list of people, one a line: name, function, organisation and presence, separated by semicolons, tabs or table columns. A presence
 * in unknown words becomes `present`.
 */
export function readPasted(text: string, wordsFor: (presence: Presence) => readonly string[]): PastedLine[] {
  return text
    .split('\n')
    .map((line) => line.split(/\t|;|\s\|\s/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .slice(0, mostLines)
    .map(([name = '', role = '', organisation = '', presence = '']) => ({
      name: name.slice(0, longest),
      function: role.slice(0, longest),
      organisation: organisation.slice(0, longest),
      presence:
        presences.find((each) => [each, ...wordsFor(each)].map(fold).includes(fold(presence))) ?? 'present',
    }))
}

const mostLines = 300
const longest = 300
