import type { Actor } from '../../../../platform/context/actor.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { addLink } from '../../../contributions/index.ts'
import { countryName, isAuthorityKind, kindName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { inOrderOfSides } from '../../sides.ts'
import type { NetworkOrganisation } from '../queries.ts'

interface OrganisationsPageProps {
  network: Network
  actor: Actor
  organisations: NetworkOrganisation[]
  /** Ids of the group's members; nobody is told apart where it names none. */
  members: ReadonlySet<string>
}

/** The authorities of a group, then the other bodies that take part. */
export function OrganisationsPage({ network, actor, organisations, members }: OrganisationsPageProps) {
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
          {isOutside(row) ? <span class="tag">{t('registry.organisations.notMember')}</span> : null}
          {row.seeks ? <span class="tag">{t('registry.organisations.seeks')}</span> : null}
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
