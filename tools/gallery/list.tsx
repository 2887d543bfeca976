import { Tabs } from '../../src/ui/blocks/tabs.tsx'
import { DataTable } from '../../src/ui/table/data-table.tsx'
import { Filters } from '../../src/ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../src/ui/table/pagination.tsx'
import { PageHeading } from '../../src/ui/text/headings.tsx'
import { StatusMark } from '../../src/ui/tie/status-mark.tsx'
import { TieLine } from '../../src/ui/tie/tie-line.tsx'
import { TimelineChart } from '../../src/ui/timeline/timeline-chart.tsx'
import type { Gallery } from './frame.tsx'
import { type SampleTie, sampleTies } from './samples.ts'

/** A list with its filters, tabs and pages. */
export function ListSample({ reader, pick, koreanFirst }: Gallery) {
  const status = pick(['État', '상태', 'State'])
  return (
    <>
      <PageHeading>{pick(['Coopérations', '교류협력', 'Cooperations'])}</PageHeading>
      <Filters
        action="list"
        fields={[
          {
            type: 'search',
            name: 'q',
            label: pick(['Nom, lieu, mot', '이름·지역·단어', 'Name, place, word']),
            value: '',
          },
          {
            type: 'select',
            name: 'theme',
            label: pick(['Thème', '분야', 'Theme']),
            value: 'culture',
            options: [{ value: 'culture', label: pick(['culture', '문화', 'culture']), count: 8 }],
          },
          {
            type: 'select',
            name: 'status',
            label: status,
            value: '',
            options: [{ value: 'active', label: reader.t('ui.status.active'), count: 7 }],
          },
          {
            type: 'select',
            name: 'kind',
            label: pick(['Accord', '협정', 'Agreement']),
            value: '',
            options: [],
          },
        ]}
        more={[
          {
            type: 'period',
            label: pick(['Période', '기간', 'Period']),
            from: { name: 'from', value: '' },
            until: { name: 'until', value: '' },
          },
          {
            type: 'checkboxes',
            name: 'country',
            label: pick(['Pays', '국가', 'Country']),
            values: ['FR'],
            options: [
              { value: 'FR', label: pick(['France', '프랑스', 'France']) },
              { value: 'KR', label: pick(['Corée', '대한민국', 'Korea']) },
            ],
          },
        ]}
        active={[
          {
            label: pick(['Thème', '분야', 'Theme']),
            value: pick(['culture', '문화', 'culture']),
            removeHref: '#remove',
          },
        ]}
      />
      <Tabs
        tabs={[
          { label: pick(['Tableau', '표', 'Table']), href: '#table', current: true },
          { label: pick(['Carte', '지도', 'Map']), href: '#map', current: false },
          { label: pick(['Chronologie', '연표', 'Timeline']), href: '#timeline', current: false },
        ]}
      />
      <ResultCount total={11} />
      <DataTable<SampleTie>
        caption={pick(['Coopérations du groupe', '그룹의 교류협력', 'Cooperations of the group'])}
        captionHidden
        rows={sampleTies}
        rowKey={(row) => row.slug}
        columns={[
          {
            key: 'tie',
            label: pick(['Coopération', '교류협력', 'Cooperation']),
            header: true,
            wide: true,
            sort: { href: '#sort', direction: 'ascending' },
            cell: (row) => (
              <TieLine
                parties={koreanFirst ? [...row.korean, ...row.french] : [...row.french, ...row.korean]}
                status={row.status}
                href={`#${row.slug}`}
              />
            ),
          },
          { key: 'status', label: status, cell: (row) => <StatusMark status={row.status} /> },
          { key: 'kind', label: pick(['Accord', '협정', 'Agreement']), cell: (row) => pick(row.kind) },
          { key: 'themes', label: pick(['Thèmes', '분야', 'Themes']), cell: (row) => pick(row.themes) },
          {
            key: 'since',
            label: pick(['Depuis', '시작', 'Since']),
            numeric: true,
            sort: { href: '#since', direction: null },
            cell: (row) => row.since,
          },
        ]}
      />
      <Pagination page={4} pages={12} href={(number) => `?page=${number}`} />
    </>
  )
}

/** Every tie over the same years. */
export function ChartSample({ pick, koreanFirst }: Gallery) {
  return (
    <>
      <PageHeading>
        {pick(['Chronologie des coopérations', '교류협력 연표', 'Timeline of the cooperations'])}
      </PageHeading>
      <TimelineChart
        caption={pick([
          'Accords et activités connus par année',
          '연도별 협정과 활동',
          'Known agreements and activities by year',
        ])}
        rows={sampleTies.map((tie, index) => ({
          key: tie.slug,
          heading: (
            <TieLine
              parties={koreanFirst ? [...tie.korean, ...tie.french] : [...tie.french, ...tie.korean]}
              status={tie.status}
              size="inline"
              href={`#${tie.slug}`}
            />
          ),
          status: tie.status,
          since: Number(tie.since) || undefined,
          entries: [
            ...(Number(tie.since)
              ? [{ lane: 'agreement', from: `${tie.since}-01-01`, until: `${tie.since}-12-31` } as const]
              : []),
            { lane: 'activity', from: `${2011 + (index % 6)}-05-01`, until: `${2011 + (index % 6)}-05-31` },
            ...(index % 3 === 0
              ? [{ lane: 'activity', from: '2018-05-01', until: '2018-05-31', planned: true } as const]
              : []),
          ],
        }))}
      />
    </>
  )
}
