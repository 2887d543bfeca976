import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Pagination } from '../../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { ListedText } from '../../waiting/queries.ts'
import { TextTable } from '../../waiting/views/text-table.tsx'
import type { Batch } from '../queries.ts'
import { batchState, dayWords } from './batch-words.ts'

interface BatchPageProps {
  network: Network
  owners: readonly TextOwner[]
  batch: Batch
  made: ListedText[]
  total: number
  page: number
  pages: number
}

/** What a machine was asked for: how far it is, what it made, and the way back. */
export function BatchPage({ network, owners, batch, made, total, page, pages }: BatchPageProps) {
  const reader = useReader()
  const { t } = reader
  const title = t('translations.batch.name', {
    language: languageInWords(reader, batch.language),
    when: dayWords(reader, batch.askedAt),
  })
  const address = paths.batch(reader, network.slug, batch.id)
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('translations.list.title'), href: paths.list(reader, network.slug) }]}
        current={title}
      />
      <PageHeading kicker={t('translations.batch.title')}>{title}</PageHeading>
      <Notice kind={batch.trouble === null ? 'information' : 'warning'}>
        <p>{batchState(reader, batch)}</p>
        {batch.endedAt === null ? (
          <p>
            <a href={address}>{t('translations.batch.refresh')}</a>
          </p>
        ) : null}
      </Notice>
      <FactList
        facts={[
          { term: t('translations.batch.provider'), detail: batch.provider },
          {
            term: t('translations.batch.progress'),
            detail: t('translations.batch.of', { done: batch.done, total: batch.total }),
          },
          { term: t('translations.batch.skipped'), detail: String(batch.skipped) },
          { term: t('translations.batch.unread'), detail: String(total) },
        ]}
      />
      <Section id="made" title={t('translations.batch.made')}>
        {total === 0 ? (
          <p class="quiet">{t('translations.batch.madeNone')}</p>
        ) : (
          <>
            <TextTable network={network} owners={owners} texts={made} />
            <Pagination page={page} pages={pages} href={(each) => `${address}?page=${each}`} />
          </>
        )}
      </Section>
      {total > 0 && batch.undoneAt === null ? (
        <Section id="undo" title={t('translations.batch.undoTitle')}>
          <p>{t('translations.batch.undoLead')}</p>
          <form method="post" action={paths.undoing(reader, network.slug, batch.id)}>
            <button type="submit" class="button">
              {t('translations.batch.undo', { count: total })}
            </button>
          </form>
        </Section>
      ) : null}
    </>
  )
}
