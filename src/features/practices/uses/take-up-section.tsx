import { chooseName, originalsOf } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { RecordSection } from '../../../platform/records/record-link.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shownEvent } from '../../agenda/events/index.ts'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { lookUpOutcome } from '../../outcomes/index.ts'
import { paths } from '../paths.ts'
import { mayDeclareUses, maySpeakFor } from '../policy.ts'
import type { Practice } from '../sheets/queries.ts'
import { practiceTitle } from '../sheets/sheet-words.ts'
import { listSeen } from './queries.ts'

/** On the page of an exchange, for those who said what they would take up from there: a sheet of the others to say it of, or a new one to propose. */
export const takeUpSection: RecordSection = async (call) => {
  const { context, reader, network } = call
  const { actor } = context
  const event = shownEvent(call)
  if (event === null || !mayDeclareUses(actor, network.id)) return null
  const answers = (await lookUpOutcome(context, event.id))?.answers ?? []
  const own = answers.filter(
    ({ organisationId, takesUp }) =>
      Object.keys(takesUp).length > 0 && maySpeakFor(actor, network.id, organisationId),
  )
  if (own.length === 0) return null
  const refs = await listOrganisationRefs(
    context,
    event.organisations.map(({ id }) => id),
  )
  const offered = await Promise.all(
    own.map(async ({ organisationId, takesUp }) => ({
      takesUp,
      taker: refs.get(organisationId),
      others: [...refs.values()].filter(({ id }) => id !== organisationId),
      sheets: await listSeen(context, network.id, { eventId: event.id, organisationId }),
    })),
  )
  return (
    <Section id="take-up" title={reader.t('practices.takeUp.title')}>
      {offered.map((each) => (
        <TakenUp key={each.taker?.id} network={network.slug} {...each} />
      ))}
    </Section>
  )
}

interface TakenUpProps {
  network: string
  takesUp: Practice['title']
  taker: OrganisationRef | undefined
  others: readonly OrganisationRef[]
  sheets: readonly Practice[]
}

function TakenUp({ network, takesUp, taker, others, sheets }: TakenUpProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <p>
        {taker ? `${nameOf(reader, taker)} – ` : ''}
        <Passage text={takesUp} as="span" />
      </p>
      <ul>
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <a href={paths.today(reader, network, sheet.slug, '/uses/new')}>
              {t('practices.takeUp.use', { title: practiceTitle(reader, sheet) })}
            </a>
          </li>
        ))}
        {others.map((other) => (
          <li key={other.id}>
            <a href={paths.proposing(reader, network, other.slug, originalsOf(takesUp)[0] ?? '')}>
              {t('practices.takeUp.sheet', { holder: nameOf(reader, other) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const nameOf = ({ language }: Reader, body: OrganisationRef) => chooseName(shortNames(body), language).text
