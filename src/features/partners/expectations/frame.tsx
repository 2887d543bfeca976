import type { FastifyReply } from 'fastify'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { maySpeakFor } from '../policy.ts'
import { answerValues } from './answering/answer-version.ts'
import { isClosed } from './expectation.ts'
import { ExpectationPage } from './expectation-page.tsx'
import { readableRequests } from './involvement.ts'
import { paths } from './paths.ts'
import type { ExpectationRequest } from './request.ts'
import type { MemberRequest } from './requests.queries.ts'
import { renderSections, type Typed } from './sections.tsx'

/** The page of an expectation for a reader who may see it, and its form as it was typed where it came back. */
export async function renderExpectation(visit: ExpectationRequest, typed: Typed = {}): Promise<FastifyReply> {
  const { request, reader, network, expectation, requests, involvement } = visit
  const { isAdviser, isAsker, isConcerned } = involvement
  const readable = readableRequests(requests, involvement)
  const answering = isClosed(expectation) ? null : chooseRequest(visit, typed)
  const mayChange = (isAdviser || isAsker) && !isClosed(expectation)
  return renderNetworkPage(visit, {
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
          isClosed(expectation) || of.id === answering?.id || !mayAnswer(visit, of)
            ? null
            : `${addressFor(reader, `/${network.slug}/expectations/${expectation.slug}`, { answer: of.id })}#answer`
        }
      >
        {await renderSections(visit, typed)}
      </ExpectationPage>
    ),
  })
}

// The request the reader answers: that of the member that the address or the form names, else their own unanswered one.
function chooseRequest(visit: ExpectationRequest, { answer: sent }: Typed): MemberRequest | null {
  const { request, requests, involvement } = visit
  const named = sent ? typedValue(sent.values, 'request') : parameterOf(request.query, 'answer')
  const open = requests.filter((each) => mayAnswer(visit, each))
  const own = open.filter(
    ({ answer, organisation }) => answer === null && involvement.askedIds.includes(organisation.id),
  )
  return open.find(({ id }) => id === named) ?? own[0] ?? null
}

// A member that has not answered when a relay ends comes too late.
function mayAnswer({ writing, network }: ExpectationRequest, request: MemberRequest): boolean {
  if (request.answer === null && request.relay?.hasEnded) return false
  return maySpeakFor(writing.actor, { networkId: network.id, organisationId: request.organisation.id })
}
