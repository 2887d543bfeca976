import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { eventDateWords, eventPaths, eventTitle, findEvent } from '../../agenda/events/index.ts'
import { addNetworkForm, listOrganisationRefs } from '../../directory/picking/index.ts'
import { loadNetworkRequest } from '../../networks/index.ts'
import { listHolders } from '../asking/queries.ts'
import { lookUpOutcome } from '../outcomes.queries.ts'
import { paths } from '../paths.ts'
import { mayTellOutcome } from '../policy.ts'
import { AnswerFields, answerForm, answerValues } from './answer-form.tsx'
import { dayOfAnswer, tellOutcome, writeDebrief } from './commands.ts'

/** The form by which those with an account say what came of an exchange that they hold. */
export function addOutcomeRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(pagesOf(app, application), '/:language/:network/agenda/:slug/outcome', {
    open: loadOutcomeRequest,
    title: 'outcomes.form.title',
    path: ({ event }) => `/agenda/${event.slug}/outcome`,
    width: 'reading',
    submit: 'outcomes.form.send',
    isOnce: true,
    values: (visit) => answerValues(visit.reader, ownAnswer(visit)),
    schema: ({ reader, actualDay }) => answerForm(reader, actualDay),
    page: (visit, form, state) => (
      <>
        <ErrorList form={state} />
        <TellingPage visit={visit} isDone={state.errors.length === 0 && doneOf(visit)}>
          {form}
        </TellingPage>
      </>
    ),
    fields: ({ own }) => <AnswerFields organisations={own} />,
    save: async (visit, typed) => {
      const { reader, network, event, own } = visit
      const chosen = own.length === 1 ? own[0] : own.find(({ id }) => id === typed.organisation)
      const organisationId = chosen?.id ?? notFound('organisation')
      const telling = { network, event, organisationId, language: reader.interfaceLanguage }
      await inTransaction(visit.writing, async (inside) => {
        const sentence = await tellOutcome({ ...inside, today: dayOfAnswer(visit) }, telling, typed)
        await writeDebrief(inside, telling, sentence)
      })
      return `${paths.outcome(reader, network.slug, event.slug)}?done=told`
    },
  })
}

type Telling = Awaited<ReturnType<typeof loadOutcomeRequest>>

/** An exchange that the reader may see, with the organisations for which they answer: 404 for others, 410 for one that was asked and holds it no longer. */
async function loadOutcomeRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network, actualDay } = loaded
  const seen = { ...writing, today: actualDay }
  const event = await findEvent(seen, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  const outcome = await lookUpOutcome(seen, event.id)
  const mayTell = (organisationId: string) =>
    mayTellOutcome(writing.actor, { networkId: network.id, organisationId })
  const own = (await listHolders(seen, event.id)).filter(mayTell)
  // Asked once, and no holder any more, or gone from the group.
  if (own.length === 0 && outcome?.asked.some((each) => mayTell(each.organisationId)))
    throw new Refusal('tooLate')
  // Nobody knows before what comes of it.
  if (own.length === 0 || (event.startsOn ?? '') > actualDay) notFound('outcome')
  const refs = await listOrganisationRefs(writing, own)
  return {
    ...loaded,
    event,
    own: own.flatMap((id) => refs.get(id) ?? []),
    answers: outcome?.answers ?? [],
  }
}

const doneOf = ({ request }: Visit) => parameterOf(request.query, 'done') === 'told'

interface TellingPageProps {
  visit: Telling
  isDone: boolean
  children: ComponentChildren
}

function TellingPage({ visit, isDone, children }: TellingPageProps) {
  const reader = useReader()
  const { t } = reader
  const { network, event } = visit
  const title = eventTitle(reader, event)
  const day = dayOfAnswer(visit)
  const back = eventPaths.event(
    { ...reader, now: day === visit.usualDay ? null : day },
    network.slug,
    event.slug,
  )
  return (
    <>
      <PageHeading
        kicker={<a href={back}>{title}</a>}
        lead={t('outcomes.form.lead', { date: eventDateWords(reader, network.countries, event) })}
      >
        {t('outcomes.form.title')}
      </PageHeading>
      {isDone ? (
        <Notice kind="done" live>
          <p>{t('outcomes.done.told')}</p>
          <ul>
            <li>
              <a href={`${back}#outcome`}>{t('outcomes.done.see')}</a>
            </li>
            {Object.keys(ownAnswer(visit)?.takesUp ?? {}).length > 0 ? (
              <li>
                <a href={`${back}#take-up`}>{t('outcomes.done.takesUp')}</a>
              </li>
            ) : null}
            {nextSteps(visit).map(({ part, label }) => (
              <li key={part}>
                <a href={eventPaths.editPart({ ...reader, now: null }, network.slug, event.slug, part)}>
                  {t(label)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {children}
    </>
  )
}

const ownAnswer = ({ own, answers }: Telling) =>
  answers.find(({ organisationId }) => organisationId === own[0]?.id)

// An answer rewrites no event: it leads to the forms that do.
function nextSteps(visit: Telling) {
  const { event } = visit
  const said = ownAnswer(visit)?.held
  return [
    ...(said === 'held' && event.state === 'planned'
      ? [{ part: 'state', label: 'outcomes.done.past' } as const]
      : []),
    ...(said === 'moved' ? [{ part: 'when', label: 'outcomes.done.moved' } as const] : []),
    ...(said === 'not_held' ? [{ part: 'state', label: 'outcomes.done.notHeld' } as const] : []),
    ...(event.debrief === null ? [] : [{ part: 'debrief', label: 'outcomes.done.debrief' } as const]),
  ]
}
