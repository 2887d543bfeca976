import type { FastifyReply } from 'fastify'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { maySpeakFor } from '../policy.ts'
import { answerValues } from './answering/answer-values.ts'
import type { ExpectationRequest } from './call.ts'
import { isClosed } from './expectation.ts'
import { readableRequests } from './involvement.ts'
import { paths } from './paths.ts'
import type { MemberRequest } from './requests.queries.ts'
import { drawSections, type Typed } from './sections.tsx'
import { ExpectationPage } from './views/expectation-page.tsx'

/** The page of an expectation for whoever may see it, a form with what was typed where one came back. */
export async function drawExpectation(asked: ExpectationRequest, typed: Typed = {}): Promise<FastifyReply> {
  const { request, reader, network, expectation, requests, involvement } = asked
  const { isAdviser, isAsker, isConcerned } = involvement
  const readable = readableRequests(requests, involvement)
  const answering = isClosed(expectation) ? null : chooseRequest(asked, typed)
  const mayChange = (isAdviser || isAsker) && !isClosed(expectation)
  return drawNetworkPage(asked, {
    title: chooseText(expectation.title, reader.language)?.text ?? reader.t('partners.expectations.title'),
    description: reader.t('partners.expectations.lead'),
    path: `/expectations/${expectation.slug}`,
    noindex: expectation.confidentiality !== 'public',
    children: (
      <ExpectationPage
        network={network.slug}
        expectation={expectation}
        kicker={<a href={paths.list(reader, network.slug)}>{reader.t('partners.expectations.title')}</a>}
        actions={
          mayChange ? (
            <a class="button" href={paths.edit(reader, network.slug, expectation.slug)}>
              {reader.t('partners.expectation.edit')}
            </a>
          ) : undefined
        }
        done={parameterOf(request.query, 'done') ?? ''}
        wrong={Object.values(typed)[0]}
        answer={
          answering === null
            ? null
            : {
                request: answering,
                languages: network.languages,
                action: `${paths.after(reader, network.slug, expectation.slug, '')}/answers`,
                form: typed.answer ?? { values: answerValues(answering), errors: [] },
              }
        }
        requests={isConcerned ? readable : null}
        isGathering={readable.length < requests.length}
        readsReplyAlone={!isAdviser && involvement.askedIds.length === 0}
        answerAddress={(of) =>
          isClosed(expectation) || of.id === answering?.id || !mayAnswer(asked, of)
            ? null
            : `${addressFor(reader, `/${network.slug}/expectations/${expectation.slug}`, { answer: of.id })}#answer`
        }
      >
        {await drawSections(asked, typed)}
      </ExpectationPage>
    ),
  })
}

// For whom the reader answers: the member that the address or the form names, else their own that has not answered.
function chooseRequest(asked: ExpectationRequest, { answer: sent }: Typed): MemberRequest | null {
  const { request, requests, involvement } = asked
  const named = sent ? typedValue(sent.values, 'request') : parameterOf(request.query, 'answer')
  const open = requests.filter((each) => mayAnswer(asked, each))
  const own = open.filter(
    ({ answer, organisation }) => answer === null && involvement.askedIds.includes(organisation.id),
  )
  return open.find(({ id }) => id === named) ?? own[0] ?? null
}

// Who has not answered when a relay ends comes too late.
function mayAnswer({ writing, network }: ExpectationRequest, request: MemberRequest): boolean {
  if (request.answer === null && request.relay?.hasEnded) return false
  return maySpeakFor(writing.actor, { networkId: network.id, organisationId: request.organisation.id })
}
