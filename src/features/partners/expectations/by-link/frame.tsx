import type { FastifyReply } from 'fastify'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { ErasureSection } from '../../../../ui/blocks/erasure-question.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { renderSecretPage } from '../../../networks/index.ts'
import { answerValues } from '../answering/answer-values.ts'
import { ClosingSection } from '../closing/closing-section.tsx'
import { takersOf } from '../closing/schema.ts'
import { ConsentSection } from '../consent/consent-section.tsx'
import { isClosed } from '../expectation.ts'
import { readableRequests } from '../involvement.ts'
import type { Typed } from '../sections.tsx'
import { ExpectationPage } from '../views/expectation-page.tsx'
import type { FollowedRequest } from './request.ts'

/** What a person without an account sees by their link: the asker, what was answered; a member, its own answer. */
export function renderFollowed(visit: FollowedRequest, typed: Typed = {}): FastifyReply {
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
