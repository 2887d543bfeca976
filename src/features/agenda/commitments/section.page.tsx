import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { mayProlong } from '../policy.ts'
import { MassFacts } from './mass-facts.tsx'
import { paths } from './paths.ts'
import { type Asking, type Commitment, type Decision, listDecisions, lookUpAsking } from './queries.ts'
import { canBeProlonged } from './request.ts'

interface Drawn {
  context: Context
  reader: Reader
  network: Network
  event: AgendaEvent
  isInside: boolean
}

/** The commitments that an event asks for, for its page; null if it asks for none. */
export async function renderCommitments({ context, network, event, isInside }: Drawn) {
  if (event.commitments === null) return null
  const [asking, decisions] = await Promise.all([
    lookUpAsking(context, event.id),
    listDecisions(context, event.id),
  ])
  if (asking === null) return null
  const held = { networkId: network.id, holders: holdersOf(event.organisations) }
  return (
    <CommitmentsSection
      network={network}
      event={event}
      asking={asking}
      decisions={decisions}
      isInside={isInside}
      own={organisationsOf(context.actor, network.id, ['member'])}
      mayProlong={mayProlong(context.actor, held) && canBeProlonged(event, context.today)}
    />
  )
}

interface CommitmentsSectionProps {
  network: Network
  event: AgendaEvent
  asking: Asking
  decisions: Decision[]
  isInside: boolean
  /** The authorities for which the reader may commit. */
  own: readonly string[]
  mayProlong: boolean
}

/** The commitments to an event on its page: their state, who comes, what was decided, and what the reader can do. */
function CommitmentsSection(props: CommitmentsSectionProps) {
  const reader = useReader()
  const { network, event, asking, decisions, isInside } = props
  const { t } = reader
  const former = decisions.filter(({ prolongedUntil }) => prolongedUntil !== null)
  return (
    <Section id="commitments" title={t('agenda.commitments.title')}>
      <Stand {...props} />
      <MassFacts
        network={network}
        event={event}
        asking={asking}
        isDecided={event.commitments?.outcome != null}
      />
      {asking.commitments.length === 0 ? null : (
        <>
          <h3 class="commitments-who">{t('agenda.commitments.who')}</h3>
          <ul>
            {asking.commitments.map((commitment) => (
              <li key={commitment.id}>
                <Committed network={network} commitment={commitment} isInside={isInside} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Actions {...props} />
      {former.map((decision) => (
        <Prolonged key={decision.id} decision={decision} />
      ))}
    </Section>
  )
}

// The state in one sentence: before, between and after the deadline.
function Stand({ event, asking, decisions }: CommitmentsSectionProps) {
  const { t } = useReader()
  const { commitments, state } = event
  const decided = decisions.find(({ until }) => until === asking.mass.until)
  if (decided)
    return (
      <Notice kind={decided.outcome === 'go' ? 'done' : 'warning'}>
        {t(`agenda.commitments.decided.${decided.outcome}`, { count: decided.tally.authorities })}{' '}
        <span class="quiet">
          <Moment at={decided.decidedAt} />
        </span>
      </Notice>
    )
  if (commitments?.isOpen) return <p>{t('agenda.commitments.lead')}</p>
  return <p>{t(state === 'planned' ? 'agenda.commitments.due' : 'agenda.error.commitmentsClosed')}</p>
}

interface CommittedProps {
  network: Network
  commitment: Commitment
  isInside: boolean
}

// The word that goes with it is for the people of the network.
function Committed({ network, commitment, isInside }: CommittedProps) {
  const reader = useReader()
  const { organisation, people, words, language } = commitment
  return (
    <>
      <a href={paths.organisation(reader, network.slug, organisation.slug)}>
        <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
      </a>
      {` · ${reader.t('agenda.mission.people', { count: people })}`}
      {isInside && words !== '' ? <p {...languageAttributes(reader, language)}>{words}</p> : null}
    </>
  )
}

function Actions({ network, event, asking, own, mayProlong }: CommitmentsSectionProps) {
  const reader = useReader()
  const { t } = reader
  const hasCommitted = asking.commitments.some(({ organisation }) => own.includes(organisation.id))
  const isOpen = event.commitments?.isOpen === true
  if (isOpen && own.length > 0)
    return (
      <p>
        <a class="button" href={paths.commitment(reader, network.slug, event.slug)}>
          {t(hasCommitted ? 'agenda.commitments.own' : 'agenda.commitments.commit')}
        </a>
      </p>
    )
  if (mayProlong)
    return (
      <p>
        <a class="button" href={paths.prolongation(reader, network.slug, event.slug)}>
          {t('agenda.commitments.prolong')}
        </a>
      </p>
    )
  return isOpen ? <p class="quiet mission-help">{t('agenda.commitments.forMembers')}</p> : null
}

function Prolonged({ decision }: { decision: Decision }) {
  const reader = useReader()
  return (
    <>
      <p class="quiet">
        {reader.t('agenda.commitments.prolonged', {
          day: dayWords(reader, decision.until),
          until: dayWords(reader, decision.prolongedUntil ?? decision.until),
        })}
      </p>
      <blockquote {...languageAttributes(reader, decision.wordLanguage)}>{decision.word}</blockquote>
    </>
  )
}
