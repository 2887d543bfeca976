import type { Shown } from '../../../platform/records/record-part.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import type { ExpectationRequest } from './call.ts'
import { ClosingSection } from './closing/views/closing-section.tsx'
import { ConsentSection } from './consent/views/consent-section.tsx'
import { ContactSection } from './contacts/views/contact-section.tsx'
import { isClosed } from './expectation.ts'
import { readableRequests } from './involvement.ts'
import type { ExpectationForm, Typed } from './page.tsx'
import { paths } from './paths.ts'
import { listAskers } from './recipients/queries.ts'
import { listUnasked } from './relays/commands.ts'
import { RelaySection } from './relays/views/relay-section.tsx'
import { listSteps } from './trail/queries.ts'
import { Trail } from './trail/views/trail.tsx'

/** What the people whom an expectation concerns may do with it besides answering, and every step so far; nothing for others. */
export async function drawSections(asked: ExpectationRequest, typed: Typed | undefined) {
  const { writing, reader, network, expectation, requests, involvement } = asked
  const { isAdviser, isAsker, isConcerned } = involvement
  if (!isConcerned) return null
  const address = paths.after(reader, network.slug, expectation.slug, '')
  const isOpen = !isClosed(expectation)
  const decides = isAdviser || isAsker
  const shownOf = (form: ExpectationForm): Shown =>
    typed?.form === form ? typed : { values: {}, errors: [] }
  const steps = await listSteps(writing, expectation.id)
  const hasVoice = isAdviser && (await listAskers(writing, expectation.id)).length > 0
  const unanswered = requests.filter(({ answer, relay }) => answer === null && !relay?.hasEnded)
  return (
    <>
      {isOpen && decides ? (
        <ConsentSection
          reader={reader}
          consent={expectation.consent}
          action={`${address}/consent`}
          mayAnswer={isAsker || (isAdviser && !hasVoice)}
          mayAsk={isAdviser && hasVoice && !isAsker}
          isRelayed={requests.some(({ relay }) => relay !== null)}
        />
      ) : null}
      {isOpen && decides ? (
        <RelaySection
          reader={reader}
          languages={network.languages}
          expectation={expectation}
          unasked={isAdviser ? await listUnaskedMembers(asked) : []}
          mayRelay={isAdviser}
          action={`${address}/relay`}
          shown={shownOf('relay')}
        />
      ) : null}
      {isOpen && isAdviser && unanswered.length > 0 ? (
        <ContactSection
          reader={reader}
          requests={unanswered}
          action={`${address}/contacts`}
          shown={shownOf('contact')}
        />
      ) : null}
      {decides ? (
        <ClosingSection
          reader={reader}
          languages={network.languages}
          expectation={expectation}
          takers={readableRequests(requests, involvement).filter(
            ({ answer }) => answer === 'yes' || answer === 'partly',
          )}
          address={address}
          shown={shownOf('closing')}
        />
      ) : null}
      <Trail reader={reader} steps={steps} />
    </>
  )
}

async function listUnaskedMembers({ writing, network, expectation }: ExpectationRequest) {
  const ids = await listUnasked(writing, {
    id: expectation.id,
    networkId: network.id,
    askerId: expectation.asker.id,
    country: expectation.asked.country,
  })
  const members = await listOrganisationRefs(writing, ids)
  return ids.flatMap((id) => members.get(id) ?? [])
}
