import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import {
  type FieldError,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../../platform/input/form.ts'
import { applyListAction, countParts } from '../../../platform/input/list-action.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { type Choices, choiceErrors, chosenId, readChoices } from '../../directory/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { listEvidence } from '../../registry/evidence/index.ts'
import { indexMarks } from '../../registry/index.ts'
import { readKeeperRequest, readMeetingWork } from '../call.ts'
import { meetingPath, paths } from '../paths.ts'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { RemovalForm } from '../views/removal-form.tsx'
import { decisionValues } from './decision-values.ts'
import { addDecision, changeDecision, removeDecision } from './editing/commands.ts'
import { type Decision, findDecision, listDecisions } from './queries.ts'
import { decisionForm } from './schema.ts'
import { DecisionForm } from './views/decision-form.tsx'
import { DecisionsPage } from './views/decisions-page.tsx'

type Keeper = Awaited<ReturnType<typeof readKeeperRequest>>

/** What a meeting decided, for those who write it down. */
export function addDecisionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/meetings/:slug/decisions', readMeetingWork, async (asked) => {
    const { context, reader, network, meeting } = asked
    const decisions = await listDecisions(context, network.id, { meetingId: meeting.id })
    const evidence = await listEvidence(
      context,
      decisions.map(({ id }) => id),
    )
    return drawNetworkPage(asked, {
      title: reader.t('minutes.work.decisions'),
      description: reader.t('minutes.list.lead'),
      path: meetingPath(meeting.slug, 'decisions'),
      noindex: true,
      children: (
        <FormPage
          title={reader.t('minutes.work.decisions')}
          back={meetingBack(reader, network.slug, meeting)}
          lead={reader.t('minutes.decision.lead')}
        >
          <DecisionsPage
            network={network.slug}
            slug={meeting.slug}
            decisions={decisions}
            marks={indexMarks(reader, network.slug, evidence)}
          />
        </FormPage>
      ),
    })
  })

  pages.get('/:language/:network/meetings/:slug/decisions/new', readMeetingWork, (asked) => {
    return draw(asked, { values: { state: 'decided' }, ...newPlace(asked) })
  })

  pages.post('/:language/:network/meetings/:slug/decisions/new', readMeetingWork, async (asked) => {
    const { writing, network, reader, meeting } = asked
    return take(asked, newPlace(asked), async (typed) => {
      await addDecision(
        writing,
        { networkId: network.id, meetingId: meeting.id },
        typed,
        reader.interfaceLanguage,
      )
      return paths.step(reader, network.slug, meeting.slug, 'decisions')
    })
  })

  pages.get('/:language/:network/meetings/decisions/:id', readOne, ({ asked, decision, place }) => {
    return draw(asked, {
      values: decisionValues(asked.reader, decision),
      ...place,
    })
  })

  pages.post('/:language/:network/meetings/decisions/:id', readOne, async ({ asked, decision, place }) => {
    const { writing, network, reader } = asked
    return take(asked, place, async (typed) => {
      await changeDecision(writing, network.id, decision.id, typed, reader.interfaceLanguage)
      return place.back.href
    })
  })

  pages.post(
    '/:language/:network/meetings/decisions/:id/removal',
    readOne,
    async ({ asked, decision, place }) => {
      const { reply } = asked
      await removeDecision(asked.writing, asked.network.id, decision.id)
      return reply.redirect(place.back.href, 303)
    },
  )
}

interface Place {
  decision: Decision | null
  path: string
  back: { href: string; label: string }
}

function newPlace({ reader, network, meeting }: Awaited<ReturnType<typeof readMeetingWork>>): Place {
  const href = paths.step(reader, network.slug, meeting.slug, 'decisions')
  const path = meetingPath(meeting.slug, 'decisions', 'new')
  return { decision: null, path, back: { href, label: reader.t('minutes.work.decisions') } }
}

async function readOne(visit: Visit) {
  const { request } = visit
  const asked = await readKeeperRequest(visit)
  const { writing, network, reader } = asked
  const decision = await findDecision(writing, network.id, parameterOf(request.params, 'id') ?? '')
  const { meeting } = decision
  const back = meeting
    ? {
        href: paths.step(reader, network.slug, meeting.slug, 'decisions'),
        label: reader.t('minutes.work.decisions'),
      }
    : { href: paths.list(reader, network.slug), label: reader.t('minutes.list.title') }
  return { asked, decision, place: { decision, path: `/meetings/decisions/${decision.id}`, back } }
}

async function take(
  asked: Keeper,
  place: Place,
  save: (typed: Parameters<typeof addDecision>[2]) => Promise<string>,
): Promise<FastifyReply> {
  const { request, reply } = asked
  const values = readValues(request.body)
  const moved = applyListAction(values, typedValue(values, 'action'))
  if (moved)
    return draw(asked, {
      ...place,
      values: moved.values,
      focus: moved.focus.index,
    })
  const form = readForm(decisionForm(asked.reader.interfaceLanguage, asked.usualDay), request.body)
  const choices = await readChoices(asked.context, values, pickerNames(values))
  const errors = [...(form.valid ? [] : form.errors), ...choiceErrors(choices, true)]
  if (!form.valid || errors.length > 0) return draw(withStatus(asked, 422), { ...place, values, errors })
  return reply.redirect(await save(typedDecision(form.data, choices)), 303)
}

function typedDecision(data: ReturnType<ReturnType<typeof decisionForm>['parse']>, choices: Choices) {
  return {
    ...data,
    actions: data.actions.map((action, index) => ({
      ...action,
      id: action.id || null,
      organisationId: chosenId(choices, `actions.${index}.organisation`),
    })),
  }
}

function pickerNames(values: FormValues): string[] {
  return Array.from({ length: countParts(values, 'actions') }, (_, index) => `actions.${index}.organisation`)
}

interface Shown extends Place {
  values: FormValues
  errors?: FieldError[]
  focus?: number
}

async function draw(
  asked: Keeper,
  { decision, path, back, values, errors = [], focus }: Shown,
): Promise<FastifyReply> {
  const { context, reader, network } = asked
  const title = reader.t(decision ? 'minutes.decision.edit' : 'minutes.decision.new')
  const action = `/${reader.language}/${network.slug}${path}`
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path,
    noindex: true,
    children: (
      <FormPage title={title} back={back} errors={errors}>
        <DecisionForm
          languages={network.languages}
          action={action}
          decision={decision}
          values={values}
          errors={errors}
          choices={await readChoices(context, values, pickerNames(values))}
          focus={focus ?? null}
        />
        {decision ? (
          <RemovalForm action={`${action}/removal`} label={reader.t('minutes.decision.remove')} />
        ) : null}
      </FormPage>
    ),
  })
}
