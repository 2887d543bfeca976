import type { ComponentChildren } from 'preact'
import type { Actor } from '../../../platform/context/actor.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { LinkedPage } from '../../../platform/records/record-link.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { StatusMark } from '../../../ui/tie/status-mark.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import type { AgendaEvent } from '../../agenda/events/index.ts'
import { EditLink, RecordFoot } from '../../contributions/index.ts'
import { isAuthorityKind, kindName, type OrganisationRecord } from '../../directory/index.ts'
import type { listNetworksOf, Network } from '../../networks/index.ts'
import { ActivityTimeline, UndatedActivities } from '../activity-timeline.tsx'
import { AwaitedTies } from '../confirmations/awaited-word.tsx'
import { ConfirmationMark } from '../confirmations/confirmation-mark.tsx'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { DisputeList } from '../evidence/dispute-list.tsx'
import type { Dispute, Evidence } from '../evidence/queries.ts'
import { type FindMarks, indexMarks } from '../evidence-marks.ts'
import type { Interest } from '../interests/queries.ts'
import { NoteLists } from '../notes/note-part.tsx'
import type { Note } from '../notes/queries.ts'
import { paths } from '../paths.ts'
import { tieLine } from '../tie.ts'
import { OrganisationFacts } from './organisation-facts.tsx'
import type { Part } from './queries.ts'

export interface OrganisationPageData {
  organisation: OrganisationRecord
  ties: (CooperationSummary & { part: Part })[]
  /** Ids of those on which the reader, who speaks for it, has not said a word yet. */
  awaiting: readonly string[]
  interests: Interest[]
  networks: Awaited<ReturnType<typeof listNetworksOf>>
  activities: AgendaEvent[]
  notes: Note[]
  evidence: Evidence[]
  disputes: Dispute[]
  /** The network knows it: it has a history here, and actors who may can change it. */
  isKnown: boolean
  /** Links from other features. */
  links: LinkedPage[]
  pictures: ComponentChildren | null
}

interface OrganisationPageProps {
  network: Network
  data: OrganisationPageData
  actor: Actor
}

/** An authority or a body: what it is, its ties, what it seeks and offers, its past lives. */
export function OrganisationPage({ network, data, actor }: OrganisationPageProps) {
  const reader = useReader()
  const { t } = reader
  const { organisation, interests, activities, disputes } = data
  const kind = { kind: 'organisation', segment: 'organisations' }
  const links = { reader, actor, network, kind, slug: organisation.slug }
  const marks = indexMarks(reader, network.slug, data.evidence)
  const hasAbout = Object.keys(organisation.about).length > 0
  return (
    <article>
      <PageHeading
        kicker={kindName(reader, organisation.kind)}
        actions={
          <>
            {data.isKnown ? <EditLink {...links} organisationIds={[organisation.id]} /> : null}{' '}
            {data.links.map(({ href, label }) => (
              <a key={href} class="button" href={href}>
                {label}
              </a>
            ))}{' '}
            {isAuthorityKind(organisation.kind) ? (
              <a class="button" href={paths.visit(reader, network.slug, { place: organisation.slug })}>
                {t('registry.visit.title')}
              </a>
            ) : null}{' '}
            <a
              class="button"
              href={paths.note(reader, network.slug, 'organisations', organisation.slug, 'pdf')}
            >
              {t('registry.cooperation.notePdf')}
            </a>{' '}
            <a
              class="button"
              href={paths.note(reader, network.slug, 'organisations', organisation.slug, 'docx')}
            >
              {t('registry.cooperation.noteDocx')}
            </a>{' '}
            <a href={paths.directoryRecord(reader, organisation.slug)}>
              {t('registry.organisation.directory')}
            </a>
          </>
        }
      >
        <Name name={organisation.name} own={languageOf(organisation.country)} />
      </PageHeading>
      <AwaitedTies
        network={network}
        party={organisation}
        ties={data.ties.filter(({ id }) => data.awaiting.includes(id))}
      />
      {hasAbout ? (
        <Statement evidence={marks(organisation.id, 'name')}>
          <Passage text={organisation.about} as="span" class="lead" />
        </Statement>
      ) : null}
      <Ties network={network} data={data} />
      {interests.map((interest) => (
        <InterestDetails key={interest.id} network={network} interest={interest} marks={marks} />
      ))}
      {data.pictures}
      <NoteLists network={network} notes={data.notes} marks={marks} />
      {activities.length > 0 ? (
        <Section id="activities" title={t('registry.organisation.activities')}>
          <ActivityTimeline network={network} agreements={[]} activities={activities} marks={marks} />
          <UndatedActivities network={network} activities={activities} marks={marks} />
        </Section>
      ) : null}
      {disputes.length > 0 ? (
        <Section id="disputes" title={t('registry.cooperation.disputes')}>
          <DisputeList network={network} disputes={disputes} />
        </Section>
      ) : null}
      <Section id="facts" title={t('registry.organisation.facts')}>
        <OrganisationFacts
          network={network}
          organisation={organisation}
          networks={data.networks}
          evidence={hasAbout ? [] : marks(organisation.id, 'name')}
        />
      </Section>
      {data.isKnown ? <RecordFoot {...links} /> : null}
    </article>
  )
}

const partTitles = {
  party: 'registry.organisation.ties',
  ecosystem: 'registry.organisation.tiesLinked',
  actor: 'registry.organisation.tiesActing',
  member: 'registry.organisation.tiesOfMembers',
} as const

// A commune's tie is shown on its intercommunality's page and never as the intercommunality's own.
function Ties({ network, data: { organisation, ties } }: Omit<OrganisationPageProps, 'actor'>) {
  const reader = useReader()
  const parts = (['party', 'ecosystem', 'actor', 'member'] as const).map((part) => ({
    part,
    rows: ties.filter((tie) => tie.part === part),
  }))
  const hasOwn = ties.some((tie) => tie.part === 'party')
  const isAuthority = isAuthorityKind(organisation.kind)
  return (
    <>
      {isAuthority && !hasOwn ? (
        <Section id="ties" title={reader.t('registry.organisation.ties')}>
          <p>
            {reader.t(
              ties.length > 0 ? 'registry.organisation.noTieOfItsOwn' : 'registry.organisation.tiesEmpty',
            )}
          </p>
        </Section>
      ) : null}
      {parts
        .filter(({ rows }) => rows.length > 0)
        .map(({ part, rows }) => (
          <Section key={part} id={`ties-${part}`} title={reader.t(partTitles[part])}>
            <EntryList
              entries={rows.map((row) => ({
                key: row.slug,
                title: (
                  <TieLine
                    {...tieLine(reader, network, row)}
                    href={paths.cooperation(reader, network.slug, row.slug)}
                  />
                ),
                meta: (
                  <>
                    <StatusMark status={row.standing.status} />{' '}
                    <ConfirmationMark confirmation={row.confirmation} />
                  </>
                ),
                body: <Passage text={row.summary} />,
              }))}
            />
          </Section>
        ))}
    </>
  )
}

interface InterestDetailsProps {
  network: Network
  interest: Interest
  marks: FindMarks
}

/** What an authority in search of a partner seeks and offers, on which themes, with the evidence of each. */
function InterestDetails({ network, interest, marks }: InterestDetailsProps) {
  const reader = useReader()
  const { t } = reader
  const facts: Fact[] = [
    {
      term: t('registry.organisation.seeks'),
      detail: (
        <Statement evidence={marks(interest.id, 'organisation')}>
          <Passage text={interest.seeks} as="span" />
        </Statement>
      ),
    },
    {
      term: t('registry.organisation.offers'),
      detail: <Passage text={interest.offers} as="span" />,
    },
    {
      term: t('registry.cooperation.themes'),
      detail: (
        <>
          {interest.themes.map((theme, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <Statement evidence={marks(interest.id, `themes/${theme}`)}>
                <a href={paths.cooperations(reader, network.slug, { theme })}>
                  {t(`networks.theme.${theme}`)}
                </a>
              </Statement>
            </>
          ))}
        </>
      ),
    },
  ]
  return (
    <Section id="seeks" title={t('registry.organisation.seeks')}>
      <FactList facts={facts} />
    </Section>
  )
}
