import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Actor } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { renderParts } from '../../../platform/http/network-part.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { EvidenceMark, Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import {
  cachedByNetwork,
  isHeldOn,
  type Landmark,
  listLandmarks,
  listMemberships,
  loadNetworkRequest,
  type Membership,
  mayDescribeNetwork,
  mayKeepMembers,
  mayTranslate,
  type Network,
  renderNetworkPage,
} from '../../networks/index.ts'
import { findParity } from '../../translations/index.ts'
import type { Anniversary } from '../anniversaries.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { DisputeList } from '../evidence/dispute-list.tsx'
import { type Dispute, type Evidence, listDisputes, listEvidence } from '../evidence/queries.ts'
import { type FindMarks, indexMarks } from '../evidence-marks.ts'
import { NoteLists } from '../notes/note-part.tsx'
import { listNotes, type Note } from '../notes/queries.ts'
import { paths } from '../paths.ts'
import { ownSideFirst } from '../tie.ts'
import { type AnniversarySubject, findAnniversaries } from './anniversaries.queries.ts'
import { Anniversaries } from './anniversaries.tsx'
import { addDescriptionForm } from './description/pages.tsx'
import { GroupWatch } from './group-watch.tsx'
import { addMemberRoutes } from './members/pages.tsx'
import { RoleTerm, Term } from './members/role-words.tsx'
import { findWatch } from './watch.queries.ts'

export function addGroupRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get('/:language/:network/group', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    const side = ownSideFirst(reader, network.countries)[0] === network.countries[0] ? 'first' : 'second'
    const call = { context, reader, network }
    const [memberships, landmarks, anniversaries, notes, parts, watched, watch, parities] = await Promise.all(
      [
        listMemberships(context, network.id),
        listLandmarks(context, network.id),
        findAnniversaries(context, network.id),
        listNotes(context, [network.id]),
        renderParts(application.networkParts, 'group', call),
        renderParts(application.networkParts, 'group.watch', call),
        findWatch(context, network.id, side),
        mayTranslate(context.actor, network.id) ? findParity(context, network.id) : null,
      ],
    )
    const subjects = [network, ...memberships, ...landmarks, ...notes].map((each) => each.id)
    const [evidence, disputes] = await Promise.all([
      listEvidence(context, subjects),
      listDisputes(context, subjects),
    ])
    return renderNetworkPage(visit, {
      title: reader.t('registry.group.title'),
      description: reader.t('registry.group.description', { network: networkName(reader, network) }),
      path: '/group',
      children: (
        <GroupPage
          network={network}
          data={{ memberships, landmarks, anniversaries, notes, evidence, disputes }}
          parts={parts}
          actor={context.actor}
          watch={<GroupWatch network={network} watch={watch} parts={watched} parities={parities} />}
        />
      ),
    })
  })
  addDescriptionForm(pagesOf(app, application))
  addMemberRoutes(app, application)
}

interface GroupPageProps {
  network: Network
  data: {
    memberships: Membership[]
    landmarks: Landmark[]
    anniversaries: Anniversary<AnniversarySubject>[]
    notes: Note[]
    evidence: Evidence[]
    disputes: Dispute[]
  }
  /** Parts from other features: its decisions. */
  parts: ComponentChildren[]
  watch: ComponentChildren
  actor: Actor
}

/** The group itself: its purpose, its chair and secretariat, its proposals and decisions, disputes between sources. */
function GroupPage({ network, data, parts, watch, actor }: GroupPageProps) {
  const reader = useReader()
  const { t } = reader
  const marks = indexMarks(reader, network.slug, data.evidence)
  const holders = data.memberships.filter(({ role }) => role !== 'member')
  const mayKeep = mayKeepMembers(actor, network.id)
  return (
    <article>
      <PageHeading
        lead={
          <Statement evidence={marks(network.id, 'summary')}>
            <Passage text={network.summary} as="span" />
          </Statement>
        }
        actions={
          mayDescribeNetwork(actor, network.id) ? (
            <a class="button" href={paths.describeGroup(reader, network.slug)}>
              {t('registry.group.edit.title')}
            </a>
          ) : null
        }
      >
        {t('registry.group.title')}
      </PageHeading>
      {network.objectives.length > 0 ? (
        <Section id="objectives" title={t('registry.group.objectives')}>
          <ul>
            {network.objectives.map((objective, index) => (
              <li key={index}>
                <Passage text={objective} as="span" />
              </li>
            ))}
          </ul>
          <p>
            {marks(network.id, 'objectives').map((mark) => (
              <EvidenceMark key={mark.href} {...mark} />
            ))}
          </p>
        </Section>
      ) : null}
      <Members network={network} memberships={data.memberships} actor={actor} />
      {holders.length > 0 || mayKeep ? (
        <Section
          id="roles"
          title={t('registry.group.roles')}
          aside={
            mayKeep ? <a href={paths.members(reader, network.slug)}>{t('registry.members.change')}</a> : null
          }
        >
          {holders.length > 0 ? (
            <Roles network={network} memberships={holders} marks={marks} />
          ) : (
            <p>{t('registry.group.noRoles')}</p>
          )}
        </Section>
      ) : null}
      {parts}
      <NoteLists network={network} notes={data.notes} marks={marks} />
      {data.landmarks.length > 0 ? (
        <Section id="landmarks" title={t('registry.group.landmarks')}>
          <EntryList
            most={4}
            entries={data.landmarks.map((landmark) => ({
              key: landmark.slug,
              title: (
                <Statement evidence={marks(landmark.id)}>
                  <Passage text={landmark.title} as="span" />
                </Statement>
              ),
              meta: <FuzzyDate {...dateWords(reader, landmark.happened)} />,
            }))}
          />
        </Section>
      ) : null}
      <Anniversaries network={network} anniversaries={data.anniversaries} />
      {data.disputes.length > 0 ? (
        <Section id="disputes" title={t('registry.group.disputes')}>
          <DisputeList network={network} disputes={data.disputes} />
        </Section>
      ) : null}
      {watch}
    </article>
  )
}

/** The members by country, each side as long as it is; the whole list with its dates is a page of its own. */
function Members({
  network,
  memberships,
  actor,
}: Pick<GroupPageProps, 'network' | 'actor'> & { memberships: Membership[] }) {
  const reader = useReader()
  const { t } = reader
  const present = memberships.filter(
    (each) => each.role === 'member' && each.ofId === null && isHeldOn(each, reader.today),
  )
  const mayAdd = mayKeepMembers(actor, network.id)
  if (present.length === 0 && !mayAdd) return null
  return (
    <Section
      id="members"
      title={t('registry.members.ofGroup')}
      aside={
        present.length === 0 ? null : (
          <a href={paths.members(reader, network.slug)}>
            {t('registry.members.allCounted', { count: present.length })}
          </a>
        )
      }
    >
      {present.length === 0 ? (
        <EmptyState
          title={t('registry.members.emptyTitle')}
          why={t('registry.members.emptyWhy')}
          next={
            <a class="button" href={paths.newMembers(reader, network.slug)}>
              {t('registry.members.add')}
            </a>
          }
        />
      ) : (
        byOwnSide(reader, network.countries)
          .map((country) => ({ country, members: present.filter((each) => each.country === country) }))
          .filter(({ members }) => members.length > 0)
          .map(({ country, members }) => (
            <p key={country}>
              <strong>{countryName(reader, country)}</strong>{' '}
              {members.slice(0, mostShown).map((each, index) => (
                <>
                  {index > 0 ? ', ' : ''}
                  <a href={paths.organisation(reader, network.slug, each.slug)}>
                    <Name name={each.name} />
                  </a>
                </>
              ))}
              {members.length > mostShown ? '…' : '.'}
            </p>
          ))
      )}
    </Section>
  )
}

// The page says who is there; the list has the rest.
const mostShown = 60

function Roles({
  network,
  memberships,
  marks,
}: {
  network: Network
  memberships: Membership[]
  marks: FindMarks
}) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('registry.group.roles')}
      captionHidden
      rows={[...memberships].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'role',
          label: t('registry.group.role'),
          header: true,
          cell: (row) => <RoleTerm membership={row} />,
        },
        {
          key: 'organisation',
          label: t('registry.group.organisation'),
          wide: true,
          cell: (row) => (
            <Statement evidence={marks(row.id)}>
              <a href={paths.organisation(reader, network.slug, row.slug)}>
                <Name name={row.name} own={languageOf(row.country)} />
              </a>
            </Statement>
          ),
        },
        {
          key: 'person',
          label: t('registry.group.person'),
          cell: (row) => <Passage text={row.person} as="span" tags={false} />,
        },
        {
          key: 'period',
          label: t('registry.group.period'),
          cell: (row) => <Term membership={row} />,
        },
      ]}
    />
  )
}

const order = ['chair', 'secretariat', 'mirror', 'embassy', 'ministry', 'observer']
