import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { type FormState, readForm, says } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeptMeetingRequest, type MeetingRequest } from '../request.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { pointWords } from './agenda-list.tsx'
import { addPoint, changePoint, movePoint, removePoint } from './editing.commands.ts'
import { listPoints, lookUpRemovedPoint, type Point } from './queries.ts'

/** The agenda of a meeting, for coordinators. */
export function addAgendaRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/agenda'
  pages.get(place, loadKeptMeetingRequest, (visit) => renderAgenda(visit, { values: {}, errors: [] }))

  addNetworkAction(pages, place, {
    open: loadKeptMeetingRequest,
    schema: pointForm,
    save: async (visit, typed) => {
      await addPoint(visit.writing, agendaOf(visit), typed)
      return `${addressOf(visit)}#add`
    },
    again: renderAgenda,
  })

  pages.post(`${place}/changes`, loadKeptMeetingRequest, async (visit) => {
    const { request, reply } = visit
    const read = readForm(pointAction, request.body)
    if (!read.valid) return reply.redirect(addressOf(visit), 303)
    const { up, down, remove, restore } = read.data
    const moved = up ?? down
    if (moved) await movePoint(visit.writing, agendaOf(visit), moved, up ? -1 : 1)
    const point = remove ?? restore
    if (point) await removePoint(visit.writing, agendaOf(visit), point, { isBack: restore !== undefined })
    return reply.redirect(withParameters(addressOf(visit), { moved, removed: remove }), 303)
  })

  addNetworkForm(pages, `${place}/:point`, {
    open: loadPointRequest,
    title: 'minutes.agenda.edit',
    description: 'minutes.list.lead',
    path: ({ meeting, point }) => meetingPath(meeting.slug, 'agenda', point.id),
    back: (visit) => ({ href: addressOf(visit), label: visit.reader.t('minutes.work.agenda') }),
    action: ({ reader, network, meeting, point }) =>
      paths.step(reader, network.slug, meeting.slug, 'agenda', point.id),
    submit: 'minutes.action.save',
    values: ({ point: { rapporteur, plannedMinutes } }) => ({
      rapporteur,
      plannedMinutes: plannedMinutes === null ? '' : String(plannedMinutes),
    }),
    schema: pointForm,
    fields: ({ network, point }) => <PointFields languages={network.languages} text={point.title} />,
    save: async (visit, typed) => {
      await changePoint(visit.writing, agendaOf(visit), visit.point.id, typed)
      return `${addressOf(visit)}#p-${visit.point.id}`
    },
  })
}

async function loadPointRequest(visit: Visit) {
  const { request } = visit
  const loaded = await loadKeptMeetingRequest(visit)
  const id = parameterOf(request.params, 'point') ?? ''
  const point = (await listPoints(loaded.context, loaded.meeting.id)).find((each) => each.id === id)
  return { ...loaded, point: point ?? notFound(id) }
}

async function renderAgenda(visit: MeetingRequest, form: FormState): Promise<FastifyReply> {
  const { request, context, reader, network, meeting } = visit
  const removed = await lookUpRemovedPoint(context, meeting.id)
  return renderNetworkPage(visit, {
    title: reader.t('minutes.work.agenda'),
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'agenda'),
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        <WorkHeading back={meetingBack(reader, network.slug, meeting)}>
          {reader.t('minutes.work.agenda')}
        </WorkHeading>
        <AgendaPage
          network={network.slug}
          slug={meeting.slug}
          languages={network.languages}
          points={await listPoints(context, meeting.id)}
          removed={removed && parameterOf(request.query, 'removed') === removed.id ? removed : null}
          moved={parameterOf(request.query, 'moved') ?? null}
          form={form}
        />
      </>
    ),
  })
}

function agendaOf({ network, meeting }: MeetingRequest) {
  return { networkId: network.id, meetingId: meeting.id }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'agenda')
}

interface AgendaPageProps {
  network: string
  slug: string
  languages: readonly string[]
  points: readonly Point[]
  /** The point that was just removed. */
  removed: Awaited<ReturnType<typeof lookUpRemovedPoint>>
  /** The point that was just moved: its button keeps the focus. */
  moved: string | null
  /** The form of a new point. */
  form: FormState
}

/** The agenda for coordinators: points in order with their buttons, and a form for one more. */
function AgendaPage({ network, slug, languages, points, removed, moved, form }: AgendaPageProps) {
  const reader = useReader()
  const { t } = reader
  const address = paths.step(reader, network, slug, 'agenda')
  return (
    <>
      {removed ? (
        <Notice kind="done" live>
          <form method="post" action={`${address}/changes`}>
            {t('minutes.agenda.removed', { title: chooseText(removed.title, reader.language)?.text ?? '' })}{' '}
            <button class="button" type="submit" name="restore" value={removed.id}>
              {t('minutes.agenda.restore')}
            </button>
          </form>
        </Notice>
      ) : null}
      {points.length === 0 ? (
        <EmptyState title={t('minutes.agenda.emptyTitle')} why={t('minutes.agenda.emptyWhy')} />
      ) : (
        <form method="post" action={`${address}/changes`}>
          <ol class="entries agenda-points">
            {points.map((point, index) => (
              <li key={point.id} id={`p-${point.id}`}>
                <p class="entry-title">
                  <a href={`${address}/${point.id}`}>
                    <Passage text={point.title} as="span" tags={false} />
                  </a>
                </p>
                <p class="entry-meta">{pointWords(reader, point)}</p>
                <p class="part-actions">
                  <Move point={point} kind="up" isIdle={index === 0} hasFocus={moved === point.id} />
                  <Move
                    point={point}
                    kind="down"
                    isIdle={index === points.length - 1}
                    hasFocus={moved === point.id && index === 0}
                  />
                  <Move point={point} kind="remove" isIdle={false} hasFocus={false} />
                </p>
              </li>
            ))}
          </ol>
        </form>
      )}
      <Section id="add" title={t('minutes.agenda.add')}>
        <Form action={address} form={form} submit={t('minutes.agenda.add')}>
          <PointFields languages={languages} text={{}} />
        </Form>
      </Section>
    </>
  )
}

interface MoveProps {
  point: Point
  kind: 'up' | 'down' | 'remove'
  isIdle: boolean
  hasFocus: boolean
}

function Move({ point, kind, isIdle, hasFocus }: MoveProps) {
  const reader = useReader()
  if (isIdle) return null
  return (
    <button class="button" type="submit" name={kind} value={point.id} autofocus={hasFocus}>
      {reader.t(`ui.parts.${kind}`)}
      <span class="visually-hidden"> ({chooseText(point.title, reader.language)?.text})</span>
    </button>
  )
}

interface PointFieldsProps {
  languages: readonly string[]
  /** The present title. */
  text: LocalizedText
}

/** The title, rapporteur and duration of a point. */
function PointFields({ languages, text }: PointFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <LocalizedField
        name="title"
        label={t('minutes.agenda.pointTitle')}
        languages={languages}
        text={text}
        max={longestPoint}
        rows={1}
        required
      />
      <Field name="rapporteur" label={t('minutes.agenda.rapporteur')} />
      <Field name="plannedMinutes" type="number" label={t('minutes.agenda.minutes')} />
    </>
  )
}

const longestPoint = 300
const longestRapporteur = 200

const pointForm = z.object({
  title: typedText({ max: longestPoint, isRequired: true }),
  rapporteur: z.string().trim().max(longestRapporteur).default(''),
  plannedMinutes: z
    .string()
    .trim()
    .regex(/^$|^(?:[1-9]\d?|[1-5]\d\d|600)$/, { error: says('minutes.error.minutes') })
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
})

/** The button that was pressed beside a point. */
const pointAction = z.object({ up: z.uuid(), down: z.uuid(), remove: z.uuid(), restore: z.uuid() }).partial()
