import type { FastifyReply } from 'fastify'
import { personIdOf } from '../../../platform/context/actor.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { writtenLanguages } from '../../../platform/i18n/reader.ts'
import { type FormState, type FormValues, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { languageOptions } from '../../../ui/form/language-options.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { mayAnswerPoll } from '../policy.ts'
import { ballotValues } from './ballots/ballot.ts'
import { findVotingFor } from './ballots/queries.ts'
import { mayTake } from './choose-date/request.ts'
import { paths } from './paths.ts'
import type { PollState } from './poll.ts'
import type { PollRequest } from './request.ts'
import { findResults } from './results/queries.ts'
import { DeadlineFields } from './views/deadline-fields.tsx'
import { PollPage } from './views/poll-page.tsx'

/** What came back wrong, in which form of the page of a poll. */
export type PollForm = 'ballot' | 'keeping'

/** The page of a poll for the people of its network, with the typed values of a form that came back. */
export async function renderPoll(
  visit: PollRequest,
  sent?: FormState & { form: PollForm },
): Promise<FastifyReply> {
  const { request, writing, reader, network, poll, state, mayKeep } = visit
  const countries = byOwnSide(reader, network.countries)
  const address = paths.pollAfter(reader, network.slug, poll.id, '')
  const results = await findResults(writing, network, poll)
  const own = personIdOf(writing.actor)
  const voter = results.voters.find(({ personId }) => own !== null && personId === own) ?? null
  const hasAnswered = voter !== null && voter.answeredAt !== null
  const formOf = (form: PollForm, values: FormValues): FormState =>
    sent?.form === form ? sent : { values, errors: [] }
  const answers = state === 'open' && (poll.electorate === 'network' || voter !== null)
  return renderNetworkPage(visit, {
    title: chooseText(poll.title, reader.language)?.text ?? reader.t('agenda.polls.title'),
    description: reader.t('agenda.polls.lead'),
    path: `/agenda/polls/${poll.id}`,
    noindex: true,
    children: (
      <PollPage
        network={network.slug}
        countries={countries}
        poll={poll}
        state={state}
        kicker={<a href={paths.polls(reader, network.slug)}>{reader.t('agenda.polls.title')}</a>}
        done={parameterOf(request.query, 'done') ?? ''}
        sent={sent}
        mayKeep={mayKeep}
        ballot={
          answers && mayAnswerPoll(writing.actor, network.id)
            ? {
                votingFor: await findVotingFor(writing, network),
                action: `${address}/answer`,
                hasAnswered,
                form: formOf('ballot', ballotValues(voter)),
              }
            : null
        }
        {...results}
        takeAddress={
          mayTake(visit) ? (optionId) => paths.date(reader, network.slug, poll.id, optionId) : null
        }
      >
        {mayKeep && !mayTake(visit) && (state === 'open' || state === 'closed') ? (
          <p>{reader.t('agenda.poll.takeReviewed')}</p>
        ) : null}
        {mayKeep ? (
          <KeepingSections
            countries={countries}
            state={state}
            address={address}
            form={formOf('keeping', {
              language: reader.interfaceLanguage,
              'deadline.time': '18:00',
              'deadline.zone': zoneOf(countries[0] ?? ''),
            })}
          />
        ) : null}
      </PollPage>
    ),
  })
}

interface KeepingProps {
  countries: readonly string[]
  state: PollState
  /** Of the page of the poll. */
  address: string
  form: FormState
}

/** The sections for those who manage a poll: invite, close, open again, take back. */
function KeepingSections(props: KeepingProps) {
  const reader = useReader()
  const { state, address } = props
  const { t } = reader
  return (
    <>
      {state === 'open' ? <Invitations {...props} /> : null}
      <Section id="keeping" title={t('agenda.poll.keeping')}>
        {state === 'open' ? (
          <form method="post" action={`${address}/closing`} class="form">
            <p>{t('agenda.poll.closeHint')}</p>
            <button type="submit" class="button">
              {t('agenda.poll.close')}
            </button>
          </form>
        ) : (
          <Form action={`${address}/reopening`} form={props.form}>
            <p>{t(state === 'taken' ? 'agenda.poll.undoHint' : 'agenda.poll.reopenHint')}</p>
            <DeadlineFields countries={props.countries} />
            <p class="form-end">
              <button type="submit" class="button">
                {t('agenda.poll.reopen')}
              </button>
            </p>
          </Form>
        )}
        {state === 'open' || state === 'closed' ? (
          <form method="post" action={`${address}/withdrawal`} class="form">
            <p>{t('agenda.poll.withdrawHint')}</p>
            <button type="submit" class="button">
              {t('agenda.poll.withdraw')}
            </button>
          </form>
        ) : null}
      </Section>
    </>
  )
}

function Invitations({ countries, address, form }: KeepingProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="invitations" title={t('agenda.poll.invite')}>
      <p>{t('agenda.poll.inviteLead')}</p>
      <Form action={`${address}/invitations`} form={form}>
        <Field
          name="addresses"
          label={t('agenda.poll.addresses')}
          hint={t('agenda.poll.addressesHint')}
          required
        >
          {(control) => (
            <textarea {...control} rows={3}>
              {typedValue(form.values, 'addresses')}
            </textarea>
          )}
        </Field>
        <ChoiceField
          name="side"
          label={t('agenda.poll.theirSide')}
          hint={t('agenda.poll.theirSideHint')}
          options={countries.map((country) => ({ value: country, label: countryName(reader, country) }))}
          required
        />
        <ChoiceField
          name="language"
          label={t('agenda.poll.theirLanguage')}
          options={languageOptions(reader, writtenLanguages(reader))}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('agenda.poll.sendInvitations')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
