import type { FastifyReply } from 'fastify'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { drawSecretPage } from '../../../networks/index.ts'
import { answerValues } from '../answering/answer-values.ts'
import { ClosingSection } from '../closing/views/closing-section.tsx'
import { ConsentSection } from '../consent/views/consent-section.tsx'
import { isClosed } from '../expectation.ts'
import { readableRequests } from '../involvement.ts'
import type { ExpectationForm, Typed } from '../page.tsx'
import { ExpectationPage } from '../views/expectation-page.tsx'
import type { FollowedRequest } from './call.ts'
import { ContactData } from './views/contact-data.tsx'

/** What somebody without an account sees by their link: as the asker, what was answered; as a member, their own answer. */
export function drawFollowed(asked: FollowedRequest, typed?: Typed): FastifyReply {
  const { request, reader, network, expectation, requests, own, address } = asked
  const shownOf = (form: ExpectationForm, values: Shown['values'] = {}): Shown =>
    typed?.form === form ? typed : { values, errors: [] }
  const readable = own === null ? readableRequests(requests, { isAdviser: false, askedIds: [] }) : [own]
  const isOpen = !isClosed(expectation)
  const mayAnswer = own !== null && isOpen && (own.answer !== null || !own.relay?.hasEnded)
  return drawSecretPage(asked, {
    status: typed ? 422 : 200,
    title: chooseText(expectation.title, reader.language)?.text ?? reader.t('partners.expectations.title'),
    description: reader.t('partners.expectations.lead'),
    children: (
      <ExpectationPage
        network={network.slug}
        expectation={expectation}
        done={parameterOf(request.query, 'done') ?? ''}
        errors={typed?.errors ?? []}
        answer={
          own !== null && mayAnswer
            ? {
                request: own,
                languages: network.languages,
                action: `${address}/answers`,
                shown: shownOf('answer', answerValues(own)),
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
            takers={readable.filter(({ answer }) => answer === 'yes' || answer === 'partly')}
            address={address}
            readHref={null}
            shown={shownOf('closing')}
          />
        ) : null}
        <ContactData address={address} />
      </ExpectationPage>
    ),
  })
}
