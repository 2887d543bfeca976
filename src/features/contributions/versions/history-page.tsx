import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { paths } from '../paths.ts'
import type { Version } from './queries.ts'

interface HistoryPageProps {
  network: string
  kind: RecordKind
  head: RecordHead
  versions: Version[]
  /** The number of the present version. */
  present: number
  /** Whether older versions follow. */
  hasMore: boolean
  showsNames: boolean
  /** The version that was just restored. */
  restored: number | null
}

/** Every version of a record, newest first. */
export function HistoryPage(props: HistoryPageProps) {
  const reader = useReader()
  const { network, kind, head, versions, present, hasMore } = props
  const { t } = reader
  const last = versions.at(-1)
  return (
    <>
      <PageHeading
        kicker={
          <a href={paths.record(reader, network, kind, head.slug)}>{t('contributions.history.back')}</a>
        }
        lead={t('contributions.history.lead')}
      >
        {historyTitle(reader, head)}
      </PageHeading>
      {props.restored === null ? null : (
        <Notice kind="done" live>
          {t('contributions.history.restored', { number: props.restored })}
        </Notice>
      )}
      {present === 1 && versions.every(({ origin }) => origin === 'loaded') ? (
        <p>{t('contributions.history.only')}</p>
      ) : null}
      <DataTable
        caption={historyTitle(reader, head)}
        captionHidden
        rows={versions}
        rowKey={(version) => version.id}
        columns={[
          {
            key: 'version',
            label: t('contributions.history.column.version'),
            header: true,
            cell: (version) => (
              <>
                <a class="nowrap" href={paths.version(reader, network, kind, head.slug, version.number)}>
                  {t('contributions.history.version', { number: version.number })}
                </a>
                {version.number === present ? (
                  <span class="tag">{t('contributions.history.present')}</span>
                ) : null}
              </>
            ),
          },
          {
            key: 'when',
            label: t('contributions.history.column.when'),
            cell: (version) => <VersionMoment version={version} />,
          },
          {
            key: 'by',
            label: t('contributions.history.column.by'),
            cell: (version) => <VersionAuthor version={version} showsNames={props.showsNames} />,
          },
          {
            key: 'changes',
            label: t('contributions.history.column.changes'),
            wide: true,
            cell: (version) => (
              <div>
                {originWords(reader, version)}
                {version.reason ? <q class="reason">{version.reason}</q> : null}
              </div>
            ),
          },
        ]}
      />
      {hasMore && last ? (
        <p>
          <a href={paths.history(reader, network, kind, head.slug, last.number)} rel="next">
            {t('contributions.history.earlier')}
          </a>
        </p>
      ) : null}
    </>
  )
}

export function historyTitle(reader: Reader, head: RecordHead): string {
  return reader.t('contributions.history.title', { record: chooseName(head.title, reader.language).text })
}

/** The origin of a version, in words. */
export function originWords({ t }: Reader, version: Version): string {
  return version.origin === 'restoration'
    ? t('contributions.origin.restoration', { number: version.restores ?? 0 })
    : t(`contributions.origin.${version.origin}`)
}

/** The author of a version: for the public the organisation, for the people of the network the person too. */
export function VersionAuthor({ version, showsNames }: { version: Version; showsNames: boolean }) {
  const reader = useReader()
  if (version.origin === 'loaded' || version.origin === 'outside') return <>—</>
  const organisation = version.organisation ? chooseName(version.organisation.name, reader.language) : null
  const named = showsNames ? (version.personName ?? reader.t('contributions.history.someone')) : null
  if (organisation === null) return <>{named ?? reader.t('contributions.history.secretariat')}</>
  return (
    <>
      {named === null ? null : `${named}, `}
      <span lang={organisation.language === reader.interfaceLanguage ? undefined : organisation.language}>
        {organisation.text}
      </span>
    </>
  )
}

/** When a version was written; a dash if it is not yet. */
export function VersionMoment({ version }: { version: Version }) {
  return version.madeAt === null ? <>—</> : <Moment at={version.madeAt} />
}
