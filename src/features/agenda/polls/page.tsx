import type { FastifyReply } from 'fastify'
import { personIdOf } from '../../../platform/context/actor.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { FormState, FormValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { byOwnSide } from '../../directory/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { mayAnswerPoll } from '../policy.ts'
import { ballotValues } from './ballots/ballot.ts'
import { findStanding } from './ballots/queries.ts'
import type { PollRequest } from './call.ts'
import { KeepingSections } from './keeping/views/keeping-sections.tsx'
import { paths } from './paths.ts'
import { findResults } from './results/queries.ts'
import { mayTake } from './taking/call.ts'
import { PollPage } from './views/poll-page.tsx'

/** What came back wrong, in which form of the page of a poll. */
export type PollForm = 'ballot' | 'keeping'

/** The page of a poll for the people of its network, a form with what was typed where one came back. */
export async function drawPoll(
  asked: PollRequest,
  sent?: FormState & { form: PollForm },
): Promise<FastifyReply> {
  const { request, writing, reader, network, poll, state, mayKeep } = asked
  const countries = byOwnSide(reader, network.countries)
  const address = paths.pollAfter(reader, network.slug, poll.id, '')
  const results = await findResults(writing, network, poll)
  const own = personIdOf(writing.actor)
  const voter = results.voters.find(({ personId }) => own !== null && personId === own) ?? null
  const hasAnswered = voter !== null && voter.answeredAt !== null
  const formOf = (form: PollForm, values: FormValues): FormState =>
    sent?.form === form ? sent : { values, errors: [] }
  const answers = state === 'open' && (poll.electorate === 'network' || voter !== null)
  return drawNetworkPage(asked, {
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
                standing: await findStanding(writing, network),
                action: `${address}/answer`,
                hasAnswered,
                form: formOf('ballot', ballotValues(voter)),
              }
            : null
        }
        {...results}
        takeAddress={
          mayTake(asked) ? (optionId) => paths.date(reader, network.slug, poll.id, optionId) : null
        }
      >
        {mayKeep && !mayTake(asked) && (state === 'open' || state === 'closed') ? (
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
