import type { FastifyReply } from 'fastify'
import type { Visit } from '../../../../platform/http/visit.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../../../networks/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import { findEvent } from '../../events/queries.ts'
import { holdersOf } from '../../events/record/holders.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { mayAnswerForSeats } from '../../policy.ts'
import type { MissionSeats } from '../document/schema.ts'
import { paths } from '../paths.ts'
import { lookUpSheet, type Sheet } from '../sheet/queries.ts'
import type { AskedMission } from './commands.ts'
import { listRequests, type SeatRequest } from './queries.ts'
import { longestWords } from './schema.ts'
import { askersOf, isOpen, seatsLeft, seatsPlace } from './seats.ts'

/** One request for seats, for the holders of the mission and the askers: the request, the answer, and what can be done. */
export function renderRequest(
  visit: AnswerRequest,
  form: FormState = { values: {}, errors: [] },
): FastifyReply {
  const { reader, network, event, sheet, wanted, mayAnswer, isOwn, requests } = visit
  const { t } = reader
  const offer = sheet.mission.seats.find(({ id }) => id === wanted.seatsId)
  const address = paths.request(reader, network.slug, event.slug, wanted.id).split('?')[0] ?? ''
  return renderNetworkPage(visit, {
    title: `${t('agenda.seats.request')} · ${eventTitle(reader, event)}`,
    description: t('agenda.seats.request'),
    path: `/agenda/${event.slug}/requests/${wanted.id}`,
    noindex: true,
    width: 'reading',
    children: (
      <>
        <ErrorList form={form} />
        <PageHeading
          kicker={
            <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          }
        >
          {t('agenda.seats.request')}
        </PageHeading>
        <RequestFacts visit={visit} />
        <Quoted id="words" title={t('agenda.seats.words')} text={wanted.words} language={wanted.language} />
        <Quoted
          id="answer"
          title={t('agenda.seats.answer')}
          text={wanted.answer}
          language={wanted.answerLanguage}
        />
        {mayAnswer && wanted.state === 'asked' ? (
          <AnswerForm
            action={`${address}/answer`}
            left={offer ? seatsLeft(offer, requests) : 0}
            form={form}
          />
        ) : null}
        {isOwn && (wanted.state === 'asked' || wanted.state === 'accepted') ? (
          <form method="post" action={`${address}/withdrawal`} class="form">
            <p class="form-end">
              <button type="submit" class="button">
                {t('agenda.seats.withdraw')}
              </button>
            </p>
          </form>
        ) : null}
      </>
    ),
  })
}

function RequestFacts({ visit: { network, sheet, wanted } }: { visit: AnswerRequest }) {
  const reader = useReader()
  const { t } = reader
  const place = seatsPlace(reader, sheet, wanted.seatsId)
  const { organisation } = wanted
  return (
    <FactList
      facts={[
        {
          term: t('agenda.seats.authority'),
          detail: (
            <a href={paths.organisation(reader, network.slug, organisation.slug)}>
              <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
            </a>
          ),
        },
        { term: t('agenda.mission.seatsHowMany'), detail: String(wanted.count) },
        {
          term: t('agenda.mission.seatsWhere'),
          detail: <span {...languageAttributes(reader, place.language)}>{place.text}</span>,
        },
        { term: t('agenda.form.state'), detail: <State request={wanted} /> },
      ]}
    />
  )
}

function State({ request }: { request: SeatRequest }) {
  const reader = useReader()
  const at = request.withdrawnAt ?? request.decidedAt ?? request.askedAt
  return (
    <>
      {reader.t(`agenda.seats.state.${request.state}`)} · <Moment at={at} />
    </>
  )
}

interface QuotedProps {
  id: string
  title: string
  text: string
  language: string
}

function Quoted({ id, title, text, language }: QuotedProps) {
  const reader = useReader()
  if (text === '') return null
  return (
    <Section id={id} title={title}>
      <blockquote {...languageAttributes(reader, language)}>{text}</blockquote>
    </Section>
  )
}

interface AnswerFormProps {
  action: string
  left: number
  form: FormState
}

function AnswerForm({ action, left, form }: AnswerFormProps) {
  const { t } = useReader()
  return (
    <Form action={action} form={form}>
      <p>{t('agenda.seats.left', { left })}</p>
      <TextAreaField
        name="answer"
        label={t('agenda.seats.answer')}
        hint={t('agenda.seats.answerHint')}
        max={longestWords}
      />
      <p class="form-end">
        <button type="submit" class="button primary" name="action" value="accepted">
          {t('agenda.seats.accept')}
        </button>{' '}
        <button type="submit" class="button" name="action" value="refused">
          {t('agenda.seats.refuse')}
        </button>
      </p>
    </Form>
  )
}

interface MissionRequest extends NetworkRequest {
  event: AgendaEvent
  sheet: Sheet
  holders: string[]
  mission: AskedMission
  requests: SeatRequest[]
  /** The authorities for which the reader may ask. */
  own: string[]
}

async function loadMissionRequest(visit: Visit): Promise<MissionRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  const networkId = loaded.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const sheet = (await lookUpSheet(writing, event)) ?? notFound(event.slug)
  const holders = holdersOf(event.organisations)
  return {
    ...loaded,
    writing,
    event,
    sheet,
    holders,
    mission: { networkId, eventId: event.id, holders },
    requests: await listRequests(writing, event.id),
    own: askersOf(writing.actor, { networkId, holders }),
  }
}

/** Loads seats for a member who may ask for them; 404 for others, and once requests are closed. */
export async function loadSeatsRequest(visit: Visit): Promise<MissionRequest & { offer: MissionSeats }> {
  const { request } = visit
  const loaded = await loadMissionRequest(visit)
  const id = parameterOf(request.params, 'seats') ?? ''
  const offer = loaded.sheet.mission.seats.find((each) => each.id === id) ?? notFound(id)
  if (loaded.own.length === 0) notFound(id)
  return { ...loaded, offer }
}

/** Whether an offer is open, as of the network’s own day. */
export function isStillOpen({ event, requests, writing }: MissionRequest, offer: MissionSeats): boolean {
  return isOpen(event, offer, requests, writing.today)
}

export interface AnswerRequest extends MissionRequest {
  wanted: SeatRequest
  mayAnswer: boolean
  /** The reader asked, for an authority of their own. */
  isOwn: boolean
}

/** Loads a request for those who asked or who answer it; 404 for others. */
export async function loadAnswerRequest(visit: Visit): Promise<AnswerRequest> {
  const { request } = visit
  const loaded = await loadMissionRequest(visit)
  const id = parameterOf(request.params, 'request') ?? ''
  const wanted = loaded.requests.find((each) => each.id === id) ?? notFound(id)
  const mayAnswer = mayAnswerForSeats(loaded.writing.actor, loaded.mission)
  const isOwn = loaded.own.includes(wanted.organisation.id)
  if (!mayAnswer && !isOwn) notFound(id)
  return { ...loaded, wanted, mayAnswer, isOwn }
}
