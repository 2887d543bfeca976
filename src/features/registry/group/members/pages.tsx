import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { type Pages, pagesOf } from '../../../../platform/http/visit.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { addListPage } from '../../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { countryName, kindName } from '../../../directory/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  mayKeepMembers,
  renderNetworkPage,
} from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { addMembersForm } from './adding.pages.tsx'
import { addRoleForm } from './changing.pages.tsx'
import { memberFilter } from './member-filter.ts'
import { roles } from './member-list.ts'
import { listRoleRows, type RoleRow } from './queries.ts'
import { RoleTerm, Term } from './role-words.tsx'

/** Who is in a group, in which role, since when: a list for everybody, and its forms for chair and coordinators. */
export function addMemberRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addMemberList(
    pagesOf(app, application, { config: { kept: cachedByNetwork([...memberFilter.names, 'page', 'now']) } }),
  )
  addMembersForm(pages)
  addRoleForm(pages)
}

function addMemberList(pages: Pages): void {
  addListPage(pages, '/:language/:network/group/members', {
    open: loadNetworkRequest,
    filter: memberFilter,
    rowsAPage: 50,
    find: ({ context, network }, filter, slice) => listRoleRows(context, network.id, filter, slice),
    send: renderNetworkPage,
    head: ({ reader }) => ({
      title: reader.t('registry.members.title'),
      description: reader.t('registry.members.lead'),
      path: '/group/members',
      width: 'wide',
    }),
    address: ({ reader, network }, parameters) => paths.members(reader, network.slug, parameters),
    filters: ({ reader, reader: { t }, network }) => ({
      action: paths.members({ ...reader, now: null }, network.slug),
      kept: { now: reader.now ?? undefined },
      fields: [
        { name: 'q', label: t('registry.members.name') },
        {
          name: 'role',
          label: t('registry.group.role'),
          codes: roles,
          word: (code) => t(`registry.role.${code}`),
          hasCapital: true,
        },
        {
          name: 'country',
          label: t('registry.organisations.country'),
          options: network.countries.map((code) => ({ value: code, label: countryName(reader, code) })),
          word: (code) => countryName(reader, code),
        },
        {
          name: 'state',
          label: t('registry.group.period'),
          codes: ['past'],
          word: () => t('registry.members.past'),
          any: t('registry.members.present'),
        },
      ],
    }),
    rows: ({ rows, network, context }) => (
      <RoleTable network={network} rows={rows} isKept={mayKeepMembers(context.actor, network.id)} />
    ),
    empty: ({ reader, reader: { t }, network, context }, isNarrowed) => {
      if (isNarrowed)
        return {
          title: t('registry.members.noneTitle'),
          next: <a href={paths.members(reader, network.slug)}>{t('registry.members.all')}</a>,
        }
      return {
        title: t('registry.members.emptyTitle'),
        why: t('registry.members.emptyWhy'),
        next: mayKeepMembers(context.actor, network.id) ? (
          <a class="button primary" href={paths.newMembers(reader, network.slug)}>
            {t('registry.members.add')}
          </a>
        ) : null,
      }
    },
    render: ({ reader, reader: { t }, network, context, total, parameters }, filters, results) => (
      <>
        <PageHeading
          kicker={<a href={paths.group(reader, network.slug)}>{t('registry.group.title')}</a>}
          lead={t('registry.members.lead')}
          actions={
            mayKeepMembers(context.actor, network.id) ? (
              <a class="button" href={paths.newMembers(reader, network.slug)}>
                {t('registry.members.add')}
              </a>
            ) : null
          }
        >
          {t('registry.members.title')}
        </PageHeading>
        {total > 10 || Object.values(parameters).some((value) => value !== undefined) ? filters : null}
        {results}
      </>
    ),
  })
}

interface RoleTableProps {
  network: { slug: string }
  rows: readonly RoleRow[]
  /** Whether the reader may change them. */
  isKept: boolean
}

function RoleTable({ network, rows, isKept }: RoleTableProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('registry.members.title')}
      captionHidden
      rows={[...rows]}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'organisation',
          label: t('registry.group.organisation'),
          header: true,
          wide: true,
          cell: (row) => (
            <>
              <a href={paths.organisation(reader, network.slug, row.slug)}>
                <Name name={row.name} own={languageOf(row.country)} />
              </a>
              <span class="cell-note">
                {kindName(reader, row.kind)}, {countryName(reader, row.country)}
              </span>
            </>
          ),
        },
        { key: 'role', label: t('registry.group.role'), cell: (row) => <RoleTerm membership={row} /> },
        { key: 'period', label: t('registry.group.period'), cell: (row) => <Term membership={row} /> },
        ...(isKept
          ? [
              {
                key: 'change',
                label: t('registry.members.actions'),
                cell: (row: RoleRow) =>
                  row.role === 'chair' && row.ofSlug === null ? (
                    <a href={paths.passChair(reader, network.slug)}>{t('registry.members.passChair')}</a>
                  ) : (
                    <a href={paths.role(reader, network.slug, row.id)}>
                      {t('registry.members.change')}
                      <span class="visually-hidden"> ({row.slug})</span>
                    </a>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
