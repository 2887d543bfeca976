import type { ComponentChildren } from 'preact'
import type { Actor } from '../../../../platform/context/actor.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { LinkedPage } from '../../../../platform/records/record-link.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { TieLine, tieTitle } from '../../../../ui/tie/tie-line.tsx'
import { EditLink, RecordFoot } from '../../../contributions/index.ts'
import { kindName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { ActivityTimeline, UndatedActivities } from '../../activity-timeline.tsx'
import { AgreementList } from '../../agreements/agreement-list.tsx'
import { AwaitedWord } from '../../confirmations/awaited-word.tsx'
import { DisputeList } from '../../evidence/dispute-list.tsx'
import { type FindMarks, indexMarks } from '../../evidence-marks.ts'
import { NoteLists } from '../../notes/note-part.tsx'
import { paths } from '../../paths.ts'
import { inOrderOfSides, partiesOf, tieLine, tieParties } from '../../tie.ts'
import type { CooperationPageData } from '../cooperation-page-data.ts'
import type { CooperationDetails } from '../details.queries.ts'
import type { CooperationSummary } from '../summary.queries.ts'
import { CooperationFacts } from './cooperation-facts.tsx'
import { CooperationMap } from './cooperation-map.tsx'

interface CooperationPageProps {
  network: Network
  data: CooperationPageData
  /** Links from other features. */
  links: LinkedPage[]
  /** The parties for which the reader speaks and whose word is waited for. */
  awaited: readonly { id: string; name: LocalizedName }[]
  pictures: ComponentChildren | null
  actor: Actor
}

/** `Limoges – Icheon`, the reader's side first. */
export function cooperationTitle(
  reader: Reader,
  network: { slug: string; countries: readonly string[] },
  cooperation: CooperationSummary,
): string {
  return tieTitle(reader, tieParties(reader, network, partiesOf(reader, network, cooperation)))
}

/** Everything known of a cooperation: parties, agreements, themes, beginning, plans, and the sources. */
export function CooperationPage({ network, data, actor, ...props }: CooperationPageProps) {
  const reader = useReader()
  const { t } = reader
  const { slug, parties } = data.cooperation
  const links = { reader, actor, network, kind: { kind: 'cooperation', segment: 'cooperations' }, slug }
  const { cooperation, details, agreements, activities, notes, disputes, neighbours } = data
  const marks = indexMarks(reader, network.slug, data.evidence)
  return (
    <article class="cooperation">
      <PageHeading
        kicker={t(cooperation.listed ? 'registry.cooperation.kicker' : 'registry.cooperation.unlisted')}
        actions={
          <>
            <EditLink {...links} organisationIds={holdersOf(parties)} />{' '}
            <a class="button" href={visitOf(reader, network, cooperation)}>
              {t('registry.visit.title')}
            </a>{' '}
            <DocumentLinks network={network} slug={slug} />
            {props.links.map(({ href, label }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </>
        }
      >
        <TieLine {...tieLine(reader, network, cooperation)} size="heading" />
      </PageHeading>
      {props.awaited.map((party) => (
        <AwaitedWord key={party.id} network={network} slug={slug} party={party} />
      ))}
      <Statement evidence={marks(cooperation.id, 'summary')}>
        <Passage text={cooperation.summary} as="span" class="lead" />
      </Statement>
      <CooperationFacts network={network} cooperation={cooperation} details={details} marks={marks} />
      <Section id="agreements" title={t('registry.cooperation.agreements')}>
        <AgreementList network={network} agreements={agreements} marks={marks} />
      </Section>
      <Section id="timeline" title={t('registry.cooperation.timeline')}>
        <ActivityTimeline network={network} agreements={agreements} activities={activities} marks={marks} />
        <UndatedActivities network={network} activities={activities} marks={marks} />
      </Section>
      {props.pictures}
      {details.actors.length > 0 ? (
        <Section id="actors" title={t('registry.cooperation.actors')}>
          <CooperationActors network={network} cooperation={cooperation} details={details} marks={marks} />
        </Section>
      ) : null}
      {details.prospects.length > 0 ? (
        <Section id="prospects" title={t('registry.cooperation.prospects')}>
          <ul>
            {details.prospects.map((prospect) => (
              <li key={prospect.position}>
                <Statement evidence={marks(cooperation.id, `prospects/${prospect.position}`)}>
                  <Passage text={prospect.text} as="span" />
                </Statement>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <NoteLists network={network} notes={notes} marks={marks} />
      {disputes.length > 0 ? (
        <Section id="disputes" title={t('registry.cooperation.disputes')}>
          <DisputeList network={network} disputes={disputes} />
        </Section>
      ) : null}
      <Section id="map" title={t('registry.cooperation.map')}>
        <CooperationMap network={network} rows={[cooperation]} alternative="none" />
      </Section>
      {neighbours.length > 0 ? (
        <Section id="neighbours" title={t('registry.cooperation.neighbours')}>
          <EntryList
            entries={neighbours.map((row) => ({
              key: row.slug,
              title: (
                <TieLine
                  {...tieLine(reader, network, row)}
                  href={paths.cooperation(reader, network.slug, row.slug)}
                />
              ),
              meta: sharedThemes(reader, cooperation, row),
            }))}
          />
        </Section>
      ) : null}
      <RecordFoot {...links} />
    </article>
  )
}

/** Where a visit to one of the parties is prepared: the reader’s own side is the last that they visit. */
function visitOf(reader: Reader, network: Network, cooperation: CooperationSummary): string {
  const among = partiesOf(reader, network, cooperation).map(({ slug }) => slug)
  return paths.visit(reader, network.slug, { among: among.toReversed() })
}

/** The organisations whose members may change a tie. */
export function holdersOf(parties: CooperationSummary['parties']): string[] {
  return parties.flatMap(({ id, capacity }) => (capacity === 'party' ? [id] : []))
}

function DocumentLinks({ network, slug }: { network: Network; slug: string }) {
  const reader = useReader()
  return (
    <>
      <a class="button" href={paths.note(reader, network.slug, 'cooperations', slug, 'pdf')}>
        {reader.t('registry.cooperation.notePdf')}
      </a>{' '}
      <a class="button" href={paths.note(reader, network.slug, 'cooperations', slug, 'docx')}>
        {reader.t('registry.cooperation.noteDocx')}
      </a>{' '}
      <PrintButton />{' '}
      <a
        href={`/api/v1/networks/${network.slug}/cooperations/${slug}${reader.now ? `?now=${reader.now}` : ''}`}
      >
        {reader.t('registry.cooperation.data')}
      </a>
    </>
  )
}

function sharedThemes(reader: Reader, a: CooperationSummary, b: CooperationSummary): string {
  return b.themes
    .filter((theme) => a.themes.includes(theme))
    .map((theme) => reader.t(`networks.theme.${theme}`))
    .join(', ')
}

interface CooperationActorsProps {
  network: Network
  cooperation: CooperationSummary
  details: CooperationDetails
  marks: FindMarks
}

/** The bodies that take part beside the parties, each with its task. */
function CooperationActors({ network, cooperation, details, marks }: CooperationActorsProps) {
  const reader = useReader()
  return (
    <EntryList
      layout="columns"
      entries={inOrderOfSides(reader, network.countries, details.actors).map((actor) => ({
        key: actor.slug,
        title: (
          <Statement evidence={marks(cooperation.id, `actors/${actor.slug}`)}>
            <a href={paths.organisation(reader, network.slug, actor.slug)}>
              <Name name={actor.name} own={languageOf(actor.country)} />
            </a>
          </Statement>
        ),
        meta: kindName(reader, actor.kind),
        body: <Passage text={actor.role} />,
      }))}
    />
  )
}
