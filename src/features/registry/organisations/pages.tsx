import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { listRecordLinks } from '../../../platform/records/record-link.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { listEventsWith } from '../../agenda/events/index.ts'
import { addLink } from '../../contributions/index.ts'
import {
  countryName,
  findOrganisation,
  isAuthorityKind,
  kindName,
  type OrganisationRecord,
} from '../../directory/index.ts'
import {
  cachedByNetwork,
  daysOf,
  isHeldOn,
  listMemberships,
  listNetworksOf,
  loadNetworkRequest,
  type Network,
  renderNetworkPage,
} from '../../networks/index.ts'
import { renderPictures } from '../../pictures/index.ts'
import { listTiesAwaiting } from '../confirmations/queries.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { listDisputes, listEvidence } from '../evidence/queries.ts'
import { listInterestsOf } from '../interests/queries.ts'
import { listNotes } from '../notes/queries.ts'
import { paths } from '../paths.ts'
import { mayConfirm } from '../policy.ts'
import { inOrderOfSides } from '../tie.ts'
import { OrganisationPage } from './organisation-page.tsx'
import { listCooperationsOf, listNetworkOrganisations, type NetworkOrganisation } from './queries.ts'
import { lookUpHead } from './record/queries.ts'

export function addOrganisationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get('/:language/:network/organisations', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    const [organisations, memberships] = await Promise.all([
      listNetworkOrganisations(context, network.id),
      listMemberships(context, network.id),
    ])
    const held = memberships.filter((membership) => isHeldOn(membership, context.today))
    const members = new Set(held.map((membership) => membership.organisationId))
    return renderNetworkPage(visit, {
      title: reader.t('registry.organisations.title'),
      description: reader.t('registry.organisations.description', {
        network: networkName(reader, network),
      }),
      path: '/organisations',
      width: 'wide',
      children: (
        <OrganisationsPage
          network={network}
          actor={context.actor}
          organisations={organisations}
          members={members}
        />
      ),
    })
  })

  pages.get('/:language/:network/organisations/:slug', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const organisation = await findOrganisation(context, parameterOf(request.params, 'slug') ?? '')
    const [ties, awaiting, interests, networks, activities] = await Promise.all([
      listCooperationsOf(context, network.id, organisation.id),
      mayConfirm(context.actor, network.id, organisation.id)
        ? listTiesAwaiting(context, network.id, organisation.id)
        : [],
      listInterestsOf(context, organisation.id),
      listNetworksOf(context, organisation.id).then((all) =>
        all.filter(({ heldFrom, heldUntil }) =>
          isHeldOn(daysOf({ from: heldFrom, until: heldUntil }), context.today),
        ),
      ),
      listEventsWith(context, organisation.id),
    ])
    const notes = await listNotes(
      context,
      [organisation.id, ...interests.map((interest) => interest.id)],
      network.id,
    )
    const subjects = [
      organisation.id,
      ...interests.map((each) => each.id),
      ...notes.map((each) => each.id),
      ...activities.map((each) => each.id),
    ]
    const [evidence, disputes, head, links, pictures] = await Promise.all([
      listEvidence(context, subjects),
      listDisputes(context, subjects),
      lookUpHead(context, network, { id: organisation.id }),
      listRecordLinks(application.recordLinks, {
        context,
        reader,
        network,
        kind: 'organisation',
        record: organisation,
      }),
      renderPictures({
        context,
        reader,
        network,
        kind: { kind: 'organisation', segment: 'organisations' },
        record: { ...organisation, organisationIds: [organisation.id] },
      }),
    ])
    const isKnown = head !== null
    const title = chooseName(organisation.name, reader.language).text
    return renderNetworkPage(visit, {
      title,
      description: reader.t('registry.organisations.description', {
        network: networkName(reader, network),
      }),
      path: `/organisations/${organisation.slug}`,
      structuredData: organisationData(application.settings.baseUrl, reader, network, organisation),
      children: (
        <OrganisationPage
          network={network}
          data={{
            organisation,
            ties,
            awaiting,
            interests,
            networks,
            activities,
            notes,
            evidence,
            disputes,
            isKnown,
            links,
            pictures: head === null ? null : pictures,
          }}
          actor={context.actor}
        />
      ),
    })
  })
}

interface OrganisationsPageProps {
  network: Network
  actor: Actor
  organisations: NetworkOrganisation[]
  /** Ids of the group’s members; if there are none, no organisation is marked. */
  members: ReadonlySet<string>
}

/** The authorities of a group, then the other bodies that take part. */
function OrganisationsPage({ network, actor, organisations, members }: OrganisationsPageProps) {
  const reader = useReader()
  const { t } = reader
  const order = new Intl.Collator(reader.interfaceLanguage)
  const nameOf = (each: NetworkOrganisation) => chooseName(each.name, reader.language).text
  const byName = organisations.toSorted((a, b) => order.compare(nameOf(a), nameOf(b)))
  const ordered = inOrderOfSides(reader, network.countries, byName)
  const authorities = ordered.filter((each) => isAuthorityKind(each.kind))
  const others = ordered.filter((each) => !isAuthorityKind(each.kind))
  return (
    <>
      <PageHeading
        actions={addLink({
          reader,
          actor,
          network,
          kind: { segment: 'organisations' },
          label: t('registry.form.newOrganisation'),
        })}
      >
        {t('registry.organisations.title')}
      </PageHeading>
      {organisations.length === 0 ? (
        <EmptyState title={t('registry.organisations.emptyTitle')} why={t('registry.home.emptyWhy')} />
      ) : null}
      {[
        { id: 'authorities', title: t('registry.organisations.authorities'), rows: authorities },
        { id: 'actors', title: t('registry.organisations.actors'), rows: others },
      ]
        .filter(({ rows }) => rows.length > 0)
        .map(({ id, title, rows }) => (
          <Section key={id} id={id} title={title} aside={String(rows.length)}>
            <DataTable
              caption={title}
              captionHidden
              columns={columnsOf(reader, network, members)}
              rows={rows}
              rowKey={(row) => row.slug}
            />
          </Section>
        ))}
    </>
  )
}

function columnsOf(
  reader: Reader,
  network: Network,
  members: ReadonlySet<string>,
): Column<NetworkOrganisation>[] {
  const { t } = reader
  const isOutside = (row: NetworkOrganisation) =>
    members.size > 0 && isAuthorityKind(row.kind) && !members.has(row.id)
  return [
    {
      key: 'name',
      label: t('registry.organisations.name'),
      header: true,
      wide: true,
      cell: (row) => (
        <>
          <a href={paths.organisation(reader, network.slug, row.slug)}>
            <Name name={row.name} own={languageOf(row.country)} />
          </a>
          {row.seeks ? (
            <span class="tag">{t('registry.organisations.seeks')}</span>
          ) : isOutside(row) ? (
            <span class="tag">{t('registry.organisations.notMember')}</span>
          ) : null}
        </>
      ),
    },
    { key: 'kind', label: t('registry.organisations.kind'), cell: (row) => kindName(reader, row.kind) },
    {
      key: 'country',
      label: t('registry.organisations.country'),
      cell: (row) => countryName(reader, row.country),
    },
    { key: 'ties', label: t('registry.organisations.ties'), numeric: true, cell: (row) => row.ties },
  ]
}

/** An organisation for search engines: schema.org, with its codes as identifiers and its place. */
function organisationData(
  baseUrl: string,
  reader: Reader,
  network: Network,
  organisation: OrganisationRecord,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': isAuthorityKind(organisation.kind) ? 'GovernmentOrganization' : 'Organization',
    name: chooseName(organisation.name, reader.language).text,
    alternateName: [...new Set(Object.values(organisation.name))],
    url: `${baseUrl}/${reader.language}/${network.slug}/organisations/${organisation.slug}`,
    identifier: Object.entries(organisation.codes).map(([propertyID, value]) => ({
      '@type': 'PropertyValue',
      propertyID,
      value,
    })),
    ...(organisation.latitude === null
      ? {}
      : {
          location: {
            '@type': 'Place',
            geo: {
              '@type': 'GeoCoordinates',
              latitude: organisation.latitude,
              longitude: organisation.longitude,
            },
          },
        }),
  }
}
