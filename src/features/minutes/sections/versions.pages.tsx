import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import {
  isObject,
  isPassage,
  type RecordDocument,
  type RecordValue,
} from '../../../platform/records/record-document.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Difference } from '../../../ui/text/difference.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { renderNetworkPage } from '../../networks/index.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeptMeetingRequest, type MeetingRequest } from '../request.ts'
import { WorkHeading } from '../views/work-heading.tsx'
import { restoreVersion } from './editing.commands.ts'
import { MinutesText } from './minutes-text.tsx'
import { findLatestNumber, findVersion, listVersions, type TextVersion } from './queries.ts'
import { sectionsOf } from './section.ts'

/** The versions of the text of minutes, and what changed in each. */
export function addVersionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/text/versions'
  pages.get(place, loadKeptMeetingRequest, async (visit) => {
    const versions = await listVersions(visit.context, visit.meeting.id)
    const children = <VersionsPage address={addressOf(visit)} versions={versions} />
    return renderNetworkPage(visit, pageOf(visit, [], children))
  })

  pages.get(`${place}/:number`, loadKeptMeetingRequest, async (visit) => {
    const { request, context, meeting } = visit
    const number = Number(parameterOf(request.params, 'number'))
    const { document } = await findVersion(context, meeting.id, number)
    const before = await findVersion(context, meeting.id, number - 1)
    const isPresent = number === (await findLatestNumber(context, meeting.id))
    const children = (
      <VersionPage
        before={before.document}
        document={document}
        restore={isPresent || meeting.finalAt ? null : `${addressOf(visit)}/${number}`}
      />
    )
    return renderNetworkPage(visit, pageOf(visit, [String(number)], children))
  })

  pages.post(
    `${place}/:number`,
    loadKeptMeetingRequest,
    async ({ request, reply, writing, network, reader, meeting }) => {
      const minutes = { networkId: network.id, meetingId: meeting.id }
      await restoreVersion(writing, minutes, Number(parameterOf(request.params, 'number')))
      return reply.redirect(paths.step(reader, network.slug, meeting.slug, 'text'), 303)
    },
  )
}

function pageOf(visit: MeetingRequest, steps: string[], children: ComponentChildren) {
  const { reader, network, meeting } = visit
  const [number] = steps
  const title = number
    ? reader.t('minutes.text.versionNumber', { number })
    : reader.t('minutes.text.versions')
  const back = number
    ? { href: addressOf(visit), label: reader.t('minutes.text.versions') }
    : { href: paths.step(reader, network.slug, meeting.slug, 'text'), label: reader.t('minutes.work.text') }
  return {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'text', 'versions', ...steps),
    noindex: true,
    children: (
      <>
        <WorkHeading back={back}>{title}</WorkHeading>
        {children}
      </>
    ),
  }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'text', 'versions')
}

/** All versions of the text of minutes, newest first; each links to its changes. */
function VersionsPage({ address, versions }: { address: string; versions: readonly TextVersion[] }) {
  const { t } = useReader()
  return (
    <DataTable
      caption={t('minutes.text.versions')}
      captionHidden
      rows={[...versions]}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'number',
          label: t('minutes.text.version'),
          header: true,
          cell: (row) => <a href={`${address}/${row.number}`}>{row.number}</a>,
        },
        {
          key: 'when',
          label: t('minutes.text.madeAt'),
          cell: (row) => <Moment at={row.madeAt} />,
        },
        { key: 'who', label: t('minutes.text.madeBy'), cell: (row) => row.name ?? '' },
        { key: 'reason', label: t('minutes.text.reason'), wide: true, cell: (row) => row.reason },
      ]}
    />
  )
}

interface VersionPageProps {
  before: RecordDocument
  document: RecordDocument
  /** The address that restores this version; null for the present one, and once the minutes are final. */
  restore: string | null
}

/** One version of the text of minutes: what changed in it, and how it read. */
function VersionPage({ before, document, restore }: VersionPageProps) {
  const reader = useReader()
  const { t } = reader
  const changes = compareDocuments(before, document)
  const titles = new Map(
    [...sectionsOf(before), ...sectionsOf(document)].map(({ id, title }) => [
      id,
      chooseText(title, reader.language)?.text ?? '',
    ]),
  )
  return (
    <>
      <Section id="changes" title={t('minutes.text.changes')}>
        <EntryList
          entries={changes.map((change, index) => ({
            key: String(index),
            title: titles.get(change.path[1] ?? '') || t('minutes.text.order'),
            meta: change.language ? languageInWords(reader, change.language) : undefined,
            body: (
              <Difference
                before={wordsOf(change.before)}
                after={wordsOf(change.after)}
                {...(change.language ? { language: change.language } : {})}
              />
            ),
          }))}
        />
      </Section>
      {restore ? (
        <form method="post" action={restore}>
          <button class="button" type="submit">
            {t('minutes.text.restore')}
          </button>
        </form>
      ) : null}
      <Section id="text" title={t('minutes.text.thatVersion')}>
        <MinutesText sections={sectionsOf(document)} />
      </Section>
    </>
  )
}

// An added or removed part is shown whole, in all its languages.
function wordsOf(value: RecordValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (isPassage(value)) return value.text
  if (isObject(value))
    return Object.entries(value)
      .filter(([name]) => name !== 'id' && name !== 'level')
      .map(([, each]) => wordsOf(each))
      .filter(Boolean)
      .join('\n')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
