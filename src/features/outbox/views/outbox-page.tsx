import type { Application } from '../../../platform/http/application.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { StoredMail } from '../../../platform/mail/stored-mail.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Filters } from '../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import type { Network } from '../../networks/index.ts'
import type { OutboxFilter } from '../filter.ts'
import { mailStates } from '../mail-state.ts'
import { outboxPaths } from '../paths.ts'
import { MailMoment } from './mail-moment.tsx'
import { MailStateMark } from './mail-state-mark.tsx'

interface OutboxPageProps {
  network: Network
  filter: OutboxFilter
  /** The kinds of mail that there are, to choose from. */
  kinds: string[]
  kindWords: Application['mailKinds']
  mails: StoredMail[]
  total: number
  /** How many were counted at most. */
  most: number
  page: number
  rowsAPage: number
  /** False when no mail server is configured. */
  delivers: boolean
}

/** The mails of a group, the latest first. */
export function OutboxPage(props: OutboxPageProps) {
  const reader = useReader()
  const { filter, mails, total } = props
  const { t } = reader
  const isFiltered = filter.kind !== null || filter.state !== null
  return (
    <>
      <PageHeading lead={t('outbox.list.lead')}>{t('outbox.list.title')}</PageHeading>
      {props.delivers ? null : (
        <div class="mail-notice">
          <Notice>{t('outbox.list.notDelivered')}</Notice>
        </div>
      )}
      {total > 0 || isFiltered ? <OutboxFilters {...props} /> : null}
      {mails.length > 0 ? (
        <MailTable {...props} />
      ) : (
        <NoMail {...props} isFiltered={isFiltered || total > 0} />
      )}
    </>
  )
}

function OutboxFilters({ network, filter, kinds, kindWords }: OutboxPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Filters
      action={outboxPaths.list({ ...reader, now: null }, network.slug)}
      kept={reader.now ? { now: reader.now } : {}}
      fields={[
        {
          type: 'select',
          name: 'kind',
          label: t('outbox.list.kind'),
          value: filter.kind ?? '',
          options: kinds.map((kind) => ({ value: kind, label: kindInWords(reader, kindWords, kind) })),
        },
        {
          type: 'select',
          name: 'state',
          label: t('outbox.list.state'),
          value: filter.state ?? '',
          options: mailStates.map((state) => ({ value: state, label: t(`outbox.state.${state}`) })),
        },
      ]}
    />
  )
}

function MailTable({ network, filter, kindWords, mails, total, most, page, rowsAPage }: OutboxPageProps) {
  const reader = useReader()
  const { t } = reader
  const pages = Math.min(200, Math.ceil(total / rowsAPage))
  const first = (page - 1) * rowsAPage + 1
  return (
    <>
      <ResultCount
        total={Math.min(total, most - 1)}
        totalIs={total >= most ? 'at_least' : 'exact'}
        first={first}
        last={first + mails.length - 1}
      />
      <DataTable
        caption={t('outbox.list.title')}
        captionHidden
        rows={mails}
        rowKey={(mail) => mail.id}
        columns={[
          {
            key: 'subject',
            label: t('outbox.list.subject'),
            header: true,
            wide: true,
            cell: (mail) => (
              <>
                <a
                  class="mail-words"
                  href={outboxPaths.mail(reader, network.slug, mail.id)}
                  {...languageAttributes(reader, mail.language)}
                >
                  {mail.subject}
                </a>
                <span class="mail-kind">{kindInWords(reader, kindWords, mail.kind)}</span>
              </>
            ),
          },
          { key: 'to', label: t('outbox.list.to'), cell: (mail) => <Recipient mail={mail} /> },
          {
            key: 'written',
            label: t('outbox.list.written'),
            cell: (mail) => <MailMoment network={network} at={mail.writtenAt} />,
          },
          {
            key: 'state',
            label: t('outbox.list.state'),
            cell: (mail) => <MailStateMark mail={mail} />,
          },
        ]}
      />
      <Pagination
        page={page}
        pages={pages}
        href={(each) =>
          outboxPaths.list(reader, network.slug, {
            kind: filter.kind ?? undefined,
            state: filter.state ?? undefined,
            page: each === 1 ? undefined : String(each),
          })
        }
      />
    </>
  )
}

function NoMail({ network, isFiltered }: OutboxPageProps & { isFiltered: boolean }) {
  const reader = useReader()
  const { t } = reader
  if (!isFiltered) return <EmptyState title={t('outbox.list.emptyTitle')} why={t('outbox.list.emptyWhy')} />
  return (
    <EmptyState
      title={t('outbox.list.noneTitle')}
      next={<a href={outboxPaths.list(reader, network.slug)}>{t('outbox.list.all')}</a>}
    />
  )
}

/** Name and address, as far as there is a name. */
export function Recipient({ mail }: { mail: Pick<StoredMail, 'toName' | 'toAddress'> }) {
  return (
    <span class="mail-words mail-recipient">
      {mail.toName ? (
        <>
          {mail.toName}
          <br />
        </>
      ) : null}
      <span class="quiet">{mail.toAddress}</span>
    </span>
  )
}

/** A kind of mail as its feature calls it; the code of one that no feature knows any more. */
export function kindInWords(reader: Reader, kindWords: Application['mailKinds'], kind: string): string {
  const key = kindWords[kind]
  return key ? reader.t(key) : kind
}
