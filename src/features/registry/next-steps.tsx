import { type Actor, organisationsOf } from '../../platform/context/actor.ts'
import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../../ui/reader.tsx'
import { Section } from '../../ui/text/headings.tsx'
import { mayAskForDate } from '../agenda/index.ts'
import { mayReadPosts } from '../contacts/index.ts'
import { mayAddRecord, mayChangeRecord } from '../contributions/index.ts'
import { shortNames } from '../directory/index.ts'

/** What some organisations have agreed to do together. */
export interface Agreed {
  parties: readonly { id: string; slug: string; name: LocalizedName; shortName: LocalizedName }[]
  /** Their ties. */
  ties: readonly { slug: string }[]
  /** In the words of the reader: the title of what is made of it, and what its provenance is said to be; both may become public. */
  title?: string | undefined
  source?: string | undefined
  /** What is made of it begins as public; else for the group. */
  isPublic: boolean
  /** Where they write to each other already; else the contacts of the others are shown. */
  talk?: string
}

interface NextStepsProps {
  network: { id: string; slug: string }
  actor: Actor
  agreed: Agreed
  /** One of many on its page. */
  isFolded?: boolean
}

/** After a yes: write to each other, propose a date, make the event, add it to the tie. Only what the reader may do; nothing for others. */
export function NextSteps({ isFolded = false, ...props }: NextStepsProps) {
  const reader = useReader()
  const steps = stepsOf(reader, props)
  if (steps.length === 0) return null
  const links = (
    <p class="form-actions">
      {steps.map(({ href, label }) => (
        <a key={href} class="button" href={href}>
          {label}
        </a>
      ))}
    </p>
  )
  const title = reader.t('registry.next.title')
  return isFolded ? (
    <details class="more">
      <summary>{title}</summary>
      {links}
    </details>
  ) : (
    <Section id="next" title={title}>
      {links}
    </Section>
  )
}

function stepsOf(reader: Reader, { network, actor, agreed }: NextStepsProps) {
  const { t } = reader
  const { parties, ties, title, source: reason, talk } = agreed
  const own = organisationsOf(actor, network.id, ['member', 'contributor', 'coordinator', 'chair'])
  const others = parties.filter(({ id }) => !own.includes(id))
  const owners = parties.map(({ id }) => id)
  const suggested = { with: parties.map(({ slug }) => slug), title, reason }
  const event = { ...suggested, visibility: agreed.isPublic ? undefined : 'network' }
  const mayChange = mayChangeRecord(actor, {
    networkId: network.id,
    kind: 'cooperation',
    organisationIds: owners,
  })
  const tie = `cooperations/${ties[0]?.slug}/edit`
  const step = (isOpen: boolean, label: string, path: string, parameters = {}) =>
    isOpen ? [{ href: addressFor(reader, `/${network.slug}/${path}`, parameters), label }] : []
  const contacts = others.flatMap(({ slug, ...party }) => {
    const name = chooseName(shortNames(party), reader.language).text
    const label = t('registry.next.contacts', { name })
    return step(mayReadPosts(actor, network.id), label, `organisations/${slug}/contacts`)
  })
  return [
    ...(talk ? [{ href: talk, label: t('registry.next.write') }] : contacts),
    ...step(mayAskForDate(actor, network.id), t('registry.next.date'), 'agenda/polls/new', suggested),
    ...step(
      mayAddRecord(actor, { networkId: network.id, owners }),
      t('registry.next.event'),
      'agenda/new',
      event,
    ),
    ...(mayChange && ties.length > 0
      ? [
          ...step(true, t('registry.next.exchange'), `${tie}/activities/new`, { title, reason }),
          ...step(true, t('registry.next.agreement'), `${tie}/agreements/new`, { reason }),
        ]
      : []),
  ]
}
