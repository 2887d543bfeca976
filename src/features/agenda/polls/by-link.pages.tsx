import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FormState, fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { byOwnSide } from '../../directory/index.ts'
import { addLinkAction } from '../../directory/picking/index.ts'
import {
  addErasure,
  type LinkRequest,
  loadLinkRequest,
  redirectAfterPost,
  renderSecretPage,
} from '../../networks/index.ts'
import { ballotSent, ballotValues } from './ballots/ballot.ts'
import { type Poll, type PollState, stateOf } from './poll.ts'
import { findPoll } from './queries.ts'
import { findResults } from './results/queries.ts'
import { forgetVoter } from './retention.commands.ts'
import { PollPage } from './views/poll-page.tsx'
import { answerByLink, removeAnswer } from './voters.commands.ts'
import { lookUpVoterByLink, type Voter } from './voters.queries.ts'

const place = '/:language/:network/agenda/polled/:token'

/** What an invited person does by the link in their mail: answer, change it, take it back, have it erased. */
export function addPolledRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, loadPolledRequest, (visit) => show(visit))
  addLinkAction(pages, `${place}/answer`, {
    open: loadPolledRequest,
    schema: (visit) => ballotSent(visit, votingForOf(visit.voter)),
    save: async ({ writing, poll, voter, address }, ballot) =>
      (await answerByLink(writing, poll, voter, ballot))
        ? `${address}?done=answered`
        : [fieldError('', 'agenda.error.pollClosed')],
    again: show,
  })
  pages.post(
    `${place}/answer/removal`,
    loadPolledRequest,
    async ({ reply, writing, poll, voter, address }) => {
      await removeAnswer(writing, poll, voter)
      return redirectAfterPost(reply, `${address}?done=removed`)
    },
  )
  addErasure(pages, place, {
    open: loadPolledRequest,
    goes: 'agenda.polled.erasure.goes',
    stays: 'agenda.polled.erasure.stays',
    erase: ({ writing, poll, voter }) => forgetVoter(writing, poll, voter),
    erased: ({ reader: { t } }) => ({
      title: t('agenda.polled.data'),
      description: t('agenda.polls.lead'),
      text: t('agenda.polled.erased'),
    }),
  })
}

async function show(visit: PolledRequest, sent?: FormState): Promise<FastifyReply> {
  const { request, writing, reader, network, poll, state, voter, address } = visit
  const others = byOwnSide(reader, network.countries).filter((country) => country !== voter.country)
  const countries = network.countries.includes(voter.country) ? [voter.country, ...others] : others
  const hasAnswered = voter.answeredAt !== null
  const results = await findResults(writing, network, poll)
  return renderSecretPage(visit, {
    title: chooseText(poll.title, reader.language)?.text ?? reader.t('agenda.polls.title'),
    description: reader.t('agenda.polls.lead'),
    children: (
      <PollPage
        network={network.slug}
        countries={countries}
        poll={poll}
        state={state}
        done={parameterOf(request.query, 'done') ?? ''}
        sent={sent}
        mayKeep={false}
        ballot={
          state === 'open'
            ? {
                votingFor: votingForOf(voter),
                action: `${address}/answer`,
                hasAnswered,
                form: sent ?? { values: ballotValues(voter), errors: [] },
              }
            : null
        }
        {...results}
        voters={null}
        takeAddress={null}
      >
        <VoterData address={address} />
      </PollPage>
    ),
  })
}

// The invitation says on which side they are counted.
function votingForOf({ country }: PolledRequest['voter']) {
  return { authorities: [], countries: [country] }
}

/** What is kept about an invited person, how long, and how to have it erased before. */
function VoterData({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <ErasureSection title={t('agenda.polled.data')} label={t('agenda.polled.erase')} address={address}>
      <p>{t('agenda.polled.dataKept')}</p>
    </ErasureSection>
  )
}

interface PolledRequest extends LinkRequest {
  poll: Poll
  state: PollState
  voter: Voter
}

/** The poll to which a secret address leads, for the one it was sent to; 404 for one that was never sent, or was ended. */
async function loadPolledRequest(visit: Visit): Promise<PolledRequest> {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const voter = (await lookUpVoterByLink(writing, token)) ?? notFound('poll')
  const poll = await findPoll(writing, network.id, voter.pollId)
  return { ...loaded, poll, state: stateOf(poll, writing), voter }
}
