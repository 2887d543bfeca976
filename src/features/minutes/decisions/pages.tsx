import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type FormValues, typedValue } from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type Choices, chosenId, OrganisationPicker } from '../../directory/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { listEvidence } from '../../registry/evidence/index.ts'
import { indexMarks } from '../../registry/index.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeeperRequest, loadKeptMeetingRequest } from '../request.ts'
import { RemovalForm } from '../views/removal-form.tsx'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { decisionStates } from './decision.ts'
import { DecisionsPage } from './decision-lists.tsx'
import { addDecision, changeDecision, removeDecision } from './editing.commands.ts'
import { type Decision, findDecision, listDecisions } from './queries.ts'
import { decisionForm, decisionValues, longestDecision, longestQuotation, longestSaidBy } from './schema.ts'

/** The decisions of a meeting, for coordinators. */
export function addDecisionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get('/:language/:network/meetings/:slug/decisions', loadKeptMeetingRequest, async (visit) => {
    const { context, reader, network, meeting } = visit
    const decisions = await listDecisions(context, network.id, { meetingId: meeting.id })
    const evidence = await listEvidence(
      context,
      decisions.map(({ id }) => id),
    )
    return renderNetworkPage(visit, {
      title: reader.t('minutes.work.decisions'),
      description: reader.t('minutes.list.lead'),
      path: meetingPath(meeting.slug, 'decisions'),
      noindex: true,
      children: (
        <>
          <WorkHeading
            back={meetingBack(reader, network.slug, meeting)}
            lead={reader.t('minutes.decision.lead')}
          >
            {reader.t('minutes.work.decisions')}
          </WorkHeading>
          <DecisionsPage
            network={network.slug}
            slug={meeting.slug}
            decisions={decisions}
            marks={indexMarks(reader, network.slug, evidence)}
          />
        </>
      ),
    })
  })

  addNetworkForm(pages, '/:language/:network/meetings/:slug/decisions/new', {
    ...decisionPage,
    open: loadKeptMeetingRequest,
    title: 'minutes.decision.new',
    path: ({ meeting }) => meetingPath(meeting.slug, 'decisions', 'new'),
    back: (visit) => decisionsOf(visit, visit.meeting),
    values: () => ({ state: 'decided' }),
    fields: ({ network }, _, choices) => (
      <DecisionFields languages={network.languages} decision={null} choices={choices} />
    ),
    save: async (visit, typed, choices) => {
      const { writing, network, reader, meeting } = visit
      const minutes = { networkId: network.id, meetingId: meeting.id }
      await addDecision(writing, minutes, typedDecision(typed, choices), reader.interfaceLanguage)
      return decisionsOf(visit, meeting).href
    },
  })

  addNetworkForm(pages, '/:language/:network/meetings/decisions/:id', {
    ...decisionPage,
    open: loadDecisionRequest,
    title: 'minutes.decision.edit',
    path: ({ decision }) => `/meetings/decisions/${decision.id}`,
    values: ({ reader, decision }) => decisionValues(reader, decision),
    fields: ({ network, decision }, _, choices) => (
      <DecisionFields languages={network.languages} decision={decision} choices={choices} />
    ),
    save: async (visit, typed, choices) => {
      const { writing, network, reader, decision } = visit
      const changed = typedDecision(typed, choices)
      await changeDecision(writing, network.id, decision.id, changed, reader.interfaceLanguage)
      return backOf(visit).href
    },
    page: (visit, form, state) => (
      <>
        <ErrorList form={state} />
        <WorkHeading back={backOf(visit)}>{visit.reader.t('minutes.decision.edit')}</WorkHeading>
        {form}
        <RemovalForm
          action={`/${visit.reader.language}/${visit.network.slug}/meetings/decisions/${visit.decision.id}/removal`}
          label={visit.reader.t('minutes.decision.remove')}
        />
      </>
    ),
  })

  pages.post('/:language/:network/meetings/decisions/:id/removal', loadDecisionRequest, async (visit) => {
    await removeDecision(visit.writing, visit.network.id, visit.decision.id)
    return visit.reply.redirect(backOf(visit).href, 303)
  })
}

/** What the forms of a new and of an existing decision share. */
const decisionPage = {
  description: 'minutes.list.lead',
  schema: ({ reader, usualDay }: NetworkRequest) => decisionForm(reader.interfaceLanguage, usualDay),
  lists: ['actions'],
  pickers: (_asked: NetworkRequest, values: FormValues) =>
    Array.from(
      { length: countParts(values, 'actions') },
      (_, index) => `actions.${index}.organisation`,
    ).filter((name) => typedValue(values, `${name}.name`).trim() !== ''),
} as const

function decisionsOf({ reader, network }: NetworkRequest, { slug }: { slug: string }) {
  return {
    href: paths.step(reader, network.slug, slug, 'decisions'),
    label: reader.t('minutes.work.decisions'),
  }
}

type DecisionRequest = NetworkRequest & { decision: Decision }

async function loadDecisionRequest(visit: Visit): Promise<DecisionRequest> {
  const loaded = await loadKeeperRequest(visit)
  const id = parameterOf(visit.request.params, 'id') ?? ''
  return { ...loaded, decision: await findDecision(loaded.writing, loaded.network.id, id) }
}

function backOf(visit: DecisionRequest) {
  const { reader, network, decision } = visit
  return decision.meeting
    ? decisionsOf(visit, decision.meeting)
    : { href: paths.list(reader, network.slug), label: reader.t('minutes.list.title') }
}

function typedDecision(data: z.output<ReturnType<typeof decisionForm>>, choices: Choices) {
  return {
    ...data,
    actions: data.actions.map((action, index) => ({
      ...action,
      id: action.id || null,
      organisationId: chosenId(choices, `actions.${index}.organisation`),
    })),
  }
}

interface DecisionFieldsProps {
  languages: readonly string[]
  decision: Decision | null
  choices: Choices
}

/** The fields of a decision or proposal: words, who made it, its sentence in the minutes, and its actions. */
function DecisionFields({ languages, decision, choices }: DecisionFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <UsualSubmit value="save" />
      <LocalizedField
        name="text"
        label={t('minutes.decision.text')}
        languages={languages}
        text={decision?.text ?? {}}
        max={longestDecision}
        required
      />
      <ChoiceField
        name="state"
        label={t('minutes.decision.state')}
        hint={t('minutes.decision.stateHint')}
        options={decisionStates.map((state) => ({
          value: state,
          label: t(`minutes.decisionState.${state}`),
        }))}
        required
      />
      <LocalizedField
        name="saidBy"
        label={t('minutes.decision.saidBy')}
        hint={t('minutes.decision.saidByHint')}
        languages={languages}
        text={decision?.saidBy ?? {}}
        max={longestSaidBy}
        rows={1}
      />
      <DateField name="horizon" label={t('minutes.decision.horizon')} assumesYear />
      <TextAreaField
        name="quotation"
        label={t('minutes.decision.quotation')}
        hint={t('minutes.decision.quotationHint')}
        max={longestQuotation}
        rows={3}
      />
      <RepeatedParts
        name="actions"
        label={t('minutes.decision.actions')}
        titleOf={(index) => t('minutes.decision.action', { number: index + 1 })}
        addLabel={t('minutes.decision.addAction')}
        isOrdered
      >
        {(prefix, index) => (
          <ActionFields
            languages={languages}
            prefix={prefix}
            text={decision?.actions[index]?.text ?? {}}
            choices={choices}
          />
        )}
      </RepeatedParts>
      <p class="form-end">
        <button class="button primary" type="submit" name="action" value="save">
          {t('minutes.action.save')}
        </button>
      </p>
    </>
  )
}

interface ActionFieldsProps {
  languages: readonly string[]
  prefix: string
  text: LocalizedText
  choices: Choices
}

/** The fields of an action: what, by whom and by when. */
function ActionFields({ prefix, choices, ...texts }: ActionFieldsProps) {
  const { t } = useReader()
  const { values } = useForm()
  const organisation = `${prefix}.organisation`
  return (
    <>
      <LocalizedField
        {...texts}
        name={`${prefix}.text`}
        label={t('minutes.action.what')}
        max={longestDecision}
        rows={2}
        required
      />
      <OrganisationPicker
        name={organisation}
        label={t('minutes.action.organisation')}
        picked={choices.get(organisation) ?? { state: 'empty' }}
      />
      <Field
        name={`${prefix}.person`}
        label={t('minutes.action.person')}
        hint={t('minutes.action.personHint')}
      />
      <DateField name={`${prefix}.due`} label={t('minutes.action.dueOn')} assumesYear />
      <input type="hidden" name={`${prefix}.id`} value={typedValue(values, `${prefix}.id`)} />
    </>
  )
}
