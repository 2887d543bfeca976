import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { dayInput } from '../../../platform/input/date-input.ts'
import { type FormState, fieldError, says } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Name } from '../../../ui/text/name.tsx'
import { shortNames } from '../../directory/index.ts'
import { addNetworkAction, addNetworkForm, listOrganisationRefs } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { AuthorityField } from '../authority-field.tsx'
import { paths as eventPaths } from '../events/paths.ts'
import { eventTitle } from '../events/views/event-page.tsx'
import { commit, type Outcome, prolong, withdrawCommitment } from './commands.ts'
import { notifyHolders } from './mails.ts'
import { MassFacts } from './mass-facts.tsx'
import { paths } from './paths.ts'
import { type Commitment, listCommitments } from './queries.ts'
import { type CommitmentRequest, loadCommitmentRequest, loadProlongationRequest } from './request.ts'

/** Committing an authority to come to an event, withdrawing, and giving more time. */
export function addCommitmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const commitment = '/:language/:network/agenda/:slug/commitment'

  pages.get(commitment, loadCommitmentRequest, (visit) => renderCommitments(visit))

  addNetworkAction(pages, commitment, {
    open: loadCommitmentRequest,
    schema: ({ own }) => commitmentForm(own),
    save: async (visit, { authority: organisationId, people, words }) => {
      const { reader, network, event, writing } = visit
      const outcome = await inTransaction(writing, async (inside) => {
        const place = { networkId: network.id, eventId: event.id }
        const made = { organisationId, people, words, language: reader.interfaceLanguage }
        const done = await commit(inside, place, made)
        const stored = await listCommitments(inside, event.id)
        const own = stored.find(({ organisation }) => organisation.id === organisationId)
        if (done === 'done' && own) await notifyHolders({ ...visit, writing: inside }, own, 'committed')
        return done
      })
      return ledTo(visit, outcome)
    },
    again: renderCommitments,
  })

  addNetworkAction(pages, `${commitment}/:commitment/withdrawal`, {
    open: loadWithdrawalRequest,
    schema: z.object({}),
    save: async (visit) => {
      const { network, event, writing } = visit
      const outcome = await inTransaction(writing, async (inside) => {
        const place = { networkId: network.id, eventId: event.id }
        const done = await withdrawCommitment(inside, place, visit.commitment)
        if (done === 'done') await notifyHolders({ ...visit, writing: inside }, visit.commitment, 'withdrawn')
        return done
      })
      return ledTo(visit, outcome)
    },
    again: (visit, form) => renderCommitments(visit, form),
  })

  addNetworkForm(pages, '/:language/:network/agenda/:slug/prolongation', {
    open: loadProlongationRequest,
    title: ({ reader, event }) => `${reader.t('agenda.commitments.prolong')} · ${eventTitle(reader, event)}`,
    description: 'agenda.commitments.prolongLead',
    path: ({ event }) => `/agenda/${event.slug}/prolongation`,
    width: 'reading',
    submit: 'agenda.commitments.prolong',
    schema: prolongationForm,
    fields: ({ reader: { t } }) => (
      <>
        <DayField name="until" label={t('agenda.commitments.newUntil')} required />
        <TextAreaField
          name="word"
          label={t('agenda.commitments.word')}
          hint={t('agenda.commitments.wordHint')}
          max={longestWord}
          required
        />
      </>
    ),
    page: ({ reader, network, event, asking }, form, state) => (
      <>
        <ErrorList form={state} />
        <PageHeading
          kicker={
            <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          }
          lead={reader.t('agenda.commitments.prolongLead')}
        >
          {reader.t('agenda.commitments.prolong')}
        </PageHeading>
        <MassFacts network={network} event={event} asking={asking} />
        {form}
      </>
    ),
    save: async (visit, typed) => {
      const { reader, network, event } = visit
      const outcome = await prolong(application, visit, { ...typed, language: reader.interfaceLanguage })
      return outcome === 'done'
        ? eventPaths.event(reader, network.slug, event.slug)
        : [fieldError('until', refusals[outcome])]
    },
  })
}

/** Loads one of the reader’s own commitments, to be withdrawn; 404 if it is no longer in force. */
async function loadWithdrawalRequest(visit: Visit): Promise<CommitmentRequest & { commitment: Commitment }> {
  const loaded = await loadCommitmentRequest(visit)
  const id = parameterOf(visit.request.params, 'commitment') ?? ''
  const commitment = loaded.asking.commitments.find(
    (each) => each.id === id && loaded.own.includes(each.organisation.id),
  )
  return commitment ? { ...loaded, commitment } : notFound(id)
}

function ledTo({ reader, network, event }: CommitmentRequest, outcome: Outcome) {
  return outcome === 'done' ? paths.commitment(reader, network.slug, event.slug) : [problems[outcome]]
}

const problems = {
  closed: fieldError('people', 'agenda.error.commitmentsClosed'),
  gone: fieldError('authority', 'agenda.error.authorityGone'),
  twice: fieldError('authority', 'agenda.error.committedAlready'),
}

const refusals = {
  notLater: 'agenda.error.deadlinePast',
  tooLate: 'agenda.error.deadlineAfterEvent',
  changed: 'agenda.error.prolongedMeanwhile',
} as const

/** Where a member commits an authority to come to an event, sees what it has committed itself to, and withdraws. */
async function renderCommitments(
  visit: CommitmentRequest,
  form: FormState = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { reader, network, event, own, writing, asking } = visit
  const { t } = reader
  const commitments = asking.commitments.filter(({ organisation }) => own.includes(organisation.id))
  const free = own.filter((id) => !commitments.some(({ organisation }) => organisation.id === id))
  const authorities = await listOrganisationRefs(writing, free)
  const isOpen = event.commitments?.isOpen === true
  const action = paths.commitment(reader, network.slug, event.slug).split('?')[0] ?? ''
  return renderNetworkPage(visit, {
    title: `${t('agenda.commitments.commit')} · ${eventTitle(reader, event)}`,
    description: t('agenda.commitments.commitLead'),
    path: `/agenda/${event.slug}/commitment`,
    noindex: true,
    width: 'reading',
    children: (
      <>
        <ErrorList form={form} />
        <PageHeading
          kicker={
            <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          }
          lead={t('agenda.commitments.commitLead')}
        >
          {t('agenda.commitments.commit')}
        </PageHeading>
        <MassFacts network={network} event={event} asking={asking} />
        {commitments.map((commitment) => (
          <OwnCommitment
            key={commitment.id}
            commitment={commitment}
            withdrawal={isOpen ? `${action}/${commitment.id}/withdrawal` : null}
          />
        ))}
        {isOpen ? null : <Notice>{t('agenda.error.commitmentsClosed')}</Notice>}
        {isOpen && authorities.size > 0 ? (
          <Form action={action} form={form} submit={t('agenda.commitments.send')}>
            <AuthorityField authorities={[...authorities.values()]} />
            <Field name="people" type="number" label={t('agenda.mission.count')} required />
            <TextAreaField
              name="words"
              label={t('agenda.commitments.words')}
              hint={t('agenda.commitments.wordsHint')}
              max={longestWord}
            />
          </Form>
        ) : null}
      </>
    ),
  })
}

interface OwnCommitmentProps {
  commitment: Commitment
  /** The address for withdrawing it; null once it cannot be withdrawn. */
  withdrawal: string | null
}

function OwnCommitment({ commitment, withdrawal }: OwnCommitmentProps) {
  const reader = useReader()
  const { t } = reader
  const { organisation, people, words, language } = commitment
  return (
    <div class="commitments-own">
      <Notice kind="done">
        <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
        {` · ${t('agenda.commitments.hasCommitted')} · ${t('agenda.mission.people', { count: people })}`}
        {words === '' ? null : <p {...languageAttributes(reader, language)}>{words}</p>}
      </Notice>
      {withdrawal === null ? null : (
        <form method="post" action={withdrawal} class="form">
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.commitments.withdraw')}
            </button>
          </p>
        </form>
      )}
    </div>
  )
}

/** The longest word that goes with a commitment or a prolongation. */
const longestWord = 1000

/** How many, from 1 to 999, as a form sends it. */
const typedCount = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,2}$/, { error: says('agenda.error.commitmentCount') })
  .transform(Number)

/** A commitment of one of the authorities that the reader speaks for. */
function commitmentForm(own: readonly string[]) {
  return z.object({
    authority: z.string().refine((id) => own.includes(id)),
    people: typedCount,
    words: z.string().trim().max(longestWord).default(''),
  })
}

/** More time, with a word that everybody gets. */
const prolongationForm = z.object({
  until: dayInput(says('agenda.error.day')),
  word: z.string().trim().min(1).max(longestWord),
})
