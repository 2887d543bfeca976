import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayFollowAction } from '../policy.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { actionStates } from './action.ts'
import { ActionMeta, ActionStateMark } from './action-list.tsx'
import { findAction, type PendingAction } from './queries.ts'
import { followAction } from './steps.commands.ts'

/** The form that says what became of an action. */
export function addActionRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(pagesOf(app, application, noStore), '/:language/:network/meetings/actions/:id', {
    open: loadActionRequest,
    title: titleOf,
    description: 'minutes.action.follow',
    path: ({ action }) => `/meetings/actions/${action.id}`,
    submit: 'minutes.action.save',
    width: 'reading',
    values: ({ action: { state } }) => ({ state }),
    schema: ({ reader, usualDay }) => stepForm(reader.interfaceLanguage, usualDay),
    fields: () => <StepFields />,
    save: async ({ writing, network, reader, action }, typed) => {
      await followAction(writing, network.id, action.id, { ...typed, language: reader.interfaceLanguage })
      return `${paths.list(reader, network.slug)}#pending`
    },
    page: (visit, form, state) => (
      <>
        <ErrorList form={state} />
        <WorkHeading back={backOf(visit)}>{titleOf(visit)}</WorkHeading>
        <p>
          <ActionStateMark action={visit.action} /> ·{' '}
          <ActionMeta network={visit.network.slug} action={visit.action} />
        </p>
        <p class="quiet">
          {visit.reader.t('minutes.action.about')}{' '}
          <Passage text={visit.action.decision.text} as="span" tags={false} />
        </p>
        {form}
        <Steps action={visit.action} />
      </>
    ),
  })
}

type ActionRequest = NetworkRequest & { action: PendingAction }

async function loadActionRequest(visit: Visit): Promise<ActionRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  const action = await findAction(writing, loaded.network.id, parameterOf(request.params, 'id') ?? '')
  if (!mayFollowAction(writing.actor, loaded.network.id, action.organisation?.id ?? null)) notFound(action.id)
  return { ...loaded, action }
}

function titleOf({ reader, action }: ActionRequest): string {
  return chooseText(action.text, reader.language)?.text ?? ''
}

function backOf({ reader, network, action }: ActionRequest) {
  return action.meeting
    ? meetingBack(reader, network.slug, action.meeting)
    : { href: paths.list(reader, network.slug), label: reader.t('minutes.list.title') }
}

/** What became of an action, and its new date. */
function StepFields() {
  const { t } = useReader()
  return (
    <>
      <ChoiceField
        name="state"
        label={t('minutes.action.state')}
        options={actionStates.map((state) => ({ value: state, label: t(`minutes.actionState.${state}`) }))}
        required
      />
      <DateField name="due" label={t('minutes.action.newDue')} assumesYear />
      <TextAreaField name="note" label={t('minutes.action.note')} max={longestNote} rows={3} />
    </>
  )
}

/** What was said of an action until now. */
function Steps({ action: { steps } }: { action: PendingAction }) {
  const reader = useReader()
  if (steps.length === 0) return null
  return (
    <Section id="steps" title={reader.t('minutes.action.history')}>
      <EntryList
        entries={steps.map((step) => ({
          key: step.madeAt,
          title: reader.t(`minutes.actionState.${step.state}`),
          meta: (
            <>
              <Moment at={new Date(step.madeAt)} />
              {step.by ? ` · ${step.by}` : null}
              {step.due ? (
                <>
                  {' · '}
                  {reader.t('minutes.action.due')}{' '}
                  <FuzzyDate {...dateWords(reader, step.due, step.dueWords)} />
                </>
              ) : null}
            </>
          ),
          body: step.note ? <p>{step.note}</p> : undefined,
        }))}
      />
    </Section>
  )
}

const longestNote = 1000

/** What became of an action; a postponed one needs another date. */
function stepForm(language: string, today: string) {
  return z
    .object({
      state: z.enum(actionStates, { error: says('minutes.error.actionState') }),
      due: optionalSaidDate(language, today),
      note: z.string().trim().max(longestNote).default(''),
    })
    .refine(({ state, due }) => state !== 'postponed' || due !== null, {
      path: ['due'],
      error: says('minutes.error.dueMissing'),
    })
}
