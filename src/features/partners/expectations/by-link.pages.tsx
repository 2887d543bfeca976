import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { addLinkAction } from '../../directory/picking/index.ts'
import {
  addErasure,
  type LinkRequest,
  loadLinkRequest,
  redirectAfterPost,
  renderSecretPage,
} from '../../networks/index.ts'
import { expectationLinks } from '../links.ts'
import { answerValues } from './answering/answer-version.ts'
import { takeAnswer } from './answering/commands.ts'
import { answerForm } from './answering/schema.ts'
import { ClosingSection, closingForm, takersOf } from './closing/closing-section.tsx'
import { takeClosing, takeReopening } from './closing/commands.ts'
import { answerConsent, consentVerbs } from './consent/commands.ts'
import { ConsentSection, consentForm } from './consent/consent-section.tsx'
import { type Expectation, isClosed } from './expectation.ts'
import { ExpectationPage } from './expectation-page.tsx'
import { readableRequests } from './involvement.ts'
import { paths } from './paths.ts'
import { findLinkedExpectation } from './queries.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'
import { forgetContact } from './retention.commands.ts'
import type { Typed } from './sections.tsx'

const place = '/:language/:network/expected/:token'

/** What a recipient does by the link in their mail: a member answers; the asker consents, closes, reopens; both may erase their data. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const sending = pages.with(limits.mail)
  pages.get(place, loadFollowedRequest, renderFollowed)
  addLinkAction(sending, `${place}/answers`, {
    open: loadFollowingMemberRequest,
    schema: ({ own }) => answerForm(own.words),
    again: (visit, answer) => renderFollowed(visit, { answer }),
    save: async (visit, answer) => {
      const { expectation, own, address } = visit
      const wrong = await takeAnswer(visit, expectation, own, answer)
      return wrong ? [wrong] : `${address}?done=answered`
    },
  })
  addLinkAction(pages, `${place}/consent`, {
    open: loadFollowingAskerRequest,
    schema: consentForm,
    again: (visit, consent) => renderFollowed(visit, { consent }),
    save: async ({ writing, expectation, address }, { consent }) =>
      (await answerConsent(writing, expectation, consent))
        ? `${address}?done=${consentVerbs[consent]}`
        : [fieldError('', 'partners.error.consentLate')],
  })
  addLinkAction(sending, `${place}/closing`, {
    open: loadFollowingAskerRequest,
    schema: ({ requests }) => closingForm(readableRequests(requests, { isAdviser: false, askedIds: [] })),
    again: (visit, closing) => renderFollowed(visit, { closing }),
    save: async (visit, closing) => {
      const { expectation, address } = visit
      const wrong = await takeClosing(visit, expectation, closing)
      return wrong ? [wrong] : `${address}?done=closed`
    },
  })
  sending.post(`${place}/reopening`, loadFollowingAskerRequest, async (visit) => {
    const { reply, expectation, address } = visit
    const isReopened = await takeReopening(visit, expectation)
    return redirectAfterPost(reply, isReopened ? `${address}?done=reopened` : address)
  })
  addErasure(pages, place, {
    open: loadFollowedRequest,
    goes: 'partners.contact.erasure.goes',
    stays: 'partners.contact.erasure.stays',
    erase: ({ writing, expectation, own }) => forgetContact(writing, expectation, own),
    erased: ({ reader, network }) => ({
      title: reader.t('partners.contact.data'),
      description: reader.t('partners.expectations.lead'),
      text: reader.t('partners.contact.erased'),
      next: { href: paths.list(reader, network.slug), label: reader.t('partners.expectations.title') },
    }),
  })
}

/** What a person without an account sees by their link: the asker, what was answered; a member, its own answer. */
function renderFollowed(visit: FollowedRequest, typed: Typed = {}): FastifyReply {
  const { request, reader, network, expectation, requests, own, address } = visit
  const readable = own === null ? readableRequests(requests, { isAdviser: false, askedIds: [] }) : [own]
  const isOpen = !isClosed(expectation)
  const mayAnswer = own !== null && isOpen && (own.answer !== null || !own.relay?.hasEnded)
  return renderSecretPage(visit, {
    title: chooseText(expectation.title, reader.language)?.text ?? reader.t('partners.expectations.title'),
    description: reader.t('partners.expectations.lead'),
    children: (
      <ExpectationPage
        network={network.slug}
        expectation={expectation}
        done={parameterOf(request.query, 'done') ?? ''}
        wrong={Object.values(typed)[0]}
        answer={
          own !== null && mayAnswer
            ? {
                request: own,
                languages: network.languages,
                action: `${address}/answers`,
                form: typed.answer ?? { values: answerValues(own), errors: [] },
              }
            : null
        }
        requests={readable}
        isGathering={own === null && readable.length < requests.length}
        readsReplyAlone={own === null}
        answerAddress={() => null}
      >
        {own === null && isOpen ? (
          <ConsentSection
            consent={expectation.consent}
            action={`${address}/consent`}
            mayAnswer
            mayAsk={false}
            isRelayed={requests.some(({ relay }) => relay !== null)}
          />
        ) : null}
        {own === null ? (
          <ClosingSection
            languages={network.languages}
            expectation={expectation}
            takers={takersOf(readable)}
            address={address}
            readHref={null}
            form={typed.closing}
          />
        ) : null}
        <ContactData address={address} />
      </ExpectationPage>
    ),
  })
}

/** What is kept about a person who answers by a link, how long, and how to have it erased before. */
function ContactData({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <ErasureSection title={t('partners.contact.data')} label={t('partners.contact.erase')} address={address}>
      <p>{t('partners.contact.dataKept')}</p>
    </ErasureSection>
  )
}

interface FollowedRequest extends LinkRequest {
  expectation: Expectation
  requests: MemberRequest[]
  /** The request for which the link speaks; null where it speaks for the asker. */
  own: MemberRequest | null
}

/** Loads the expectation to which a secret address leads, for its recipient; 404 for one that was never sent, or was ended. */
async function loadFollowedRequest(visit: Visit): Promise<FollowedRequest> {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const link = (await expectationLinks.lookUp(writing, token)) ?? notFound('expectation')
  const expectation = await findLinkedExpectation(writing, network.id, link.expectation_id)
  const requests = await listRequests(writing, expectation.id)
  return {
    ...loaded,
    expectation,
    requests,
    own: requests.find(({ id }) => id === link.request_id) ?? null,
  }
}

/** Loads what the asker decides; 404 for a member that is asked. */
async function loadFollowingAskerRequest(visit: Visit): Promise<FollowedRequest> {
  const loaded = await loadFollowedRequest(visit)
  return loaded.own === null ? loaded : notFound('expectation')
}

/** Loads what an asked member answers; 404 for the asker. */
async function loadFollowingMemberRequest(visit: Visit) {
  const loaded = await loadFollowedRequest(visit)
  return { ...loaded, own: loaded.own ?? notFound('answers') }
}
