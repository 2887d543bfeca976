import type { Pages } from '../../platform/http/visit.ts'
import { Notice } from '../../ui/blocks/notice.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { addListPage } from '../../ui/table/list-page.tsx'
import { PageHeading } from '../../ui/text/headings.tsx'
import { languageAttributes } from '../../ui/text/language-attributes.ts'
import { renderNetworkPage } from '../networks/index.ts'
import { kindInWords, MailMoment, MailStateMark, Recipient } from './mail-words.tsx'
import { mailStates, outboxFilter } from './outbox-filter.ts'
import { outboxPaths } from './paths.ts'
import { countMails, listKinds, listMails } from './queries.ts'
import { loadOutboxRequest } from './request.ts'

/** The mails of a group, the latest first. */
export function addOutboxList(pages: Pages): void {
  addListPage(pages, '/:language/:network/outbox', {
    open: loadOutboxRequest,
    filter: outboxFilter,
    rowsAPage: 50,
    countedAtMost: 10_000,
    find: async ({ context, network, viewer }, filter, { most, ...slice }) => {
      const outbox = { networkId: network.id, viewer }
      const [total, rows, kinds] = await Promise.all([
        countMails(context, outbox, filter, most),
        listMails(context, outbox, filter, slice),
        listKinds(context, outbox),
      ])
      return { total, rows, kinds }
    },
    send: renderNetworkPage,
    head: ({ reader }) => ({
      title: reader.t('outbox.list.title'),
      description: reader.t('outbox.list.lead'),
      path: '/outbox',
      width: 'wide',
      noindex: true,
    }),
    address: ({ reader, network }, parameters) => outboxPaths.list(reader, network.slug, parameters),
    filters: ({ application, reader, network, kinds }) => ({
      action: outboxPaths.list({ ...reader, now: null }, network.slug),
      kept: { now: reader.now ?? undefined },
      told: [],
      fields: [
        {
          name: 'kind',
          label: reader.t('outbox.list.kind'),
          codes: kinds,
          word: (code) => kindInWords(reader, application.mailKinds, code),
        },
        {
          name: 'state',
          label: reader.t('outbox.list.state'),
          codes: mailStates,
          word: (code) => reader.t(`outbox.state.${code}`),
        },
      ],
    }),
    rows: ({ application, reader, reader: { t }, network, rows }) => (
      <DataTable
        caption={t('outbox.list.title')}
        captionHidden
        rows={rows}
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
                <span class="mail-kind">{kindInWords(reader, application.mailKinds, mail.kind)}</span>
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
    ),
    empty: ({ reader, reader: { t }, network, total }, isNarrowed) =>
      isNarrowed || total > 0
        ? {
            title: t('outbox.list.noneTitle'),
            next: <a href={outboxPaths.list(reader, network.slug)}>{t('outbox.list.all')}</a>,
          }
        : { title: t('outbox.list.emptyTitle'), why: t('outbox.list.emptyWhy') },
    render: ({ application, reader: { t }, filter, total }, filters, results) => (
      <>
        <PageHeading lead={t('outbox.list.lead')}>{t('outbox.list.title')}</PageHeading>
        {application.settings.smtpUrl === null ? (
          <div class="mail-notice">
            <Notice>{t('outbox.list.notDelivered')}</Notice>
          </div>
        ) : null}
        {total > 0 || filter.kind !== null || filter.state !== null ? filters : null}
        {results}
      </>
    ),
  })
}
