import type { Reader } from '../../../../platform/i18n/reader.ts'
import { troubleWords } from '../../../../platform/reading/reading-words.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../../paths.ts'
import type { ImportedText } from '../queries.ts'
import { troubleOf } from '../trouble.ts'

interface TextListProps {
  network: string
  texts: readonly ImportedText[]
}

/** The texts that a group has imported, by whom, and how far each has been decided on. */
export function TextList({ network, texts }: TextListProps) {
  const reader = useReader()
  const { t } = reader
  if (texts.length === 0)
    return <EmptyState title={t('imports.text.page.empty')} why={t('imports.text.page.emptyWhy')} />
  return (
    <DataTable
      caption={t('imports.text.page.title')}
      captionHidden
      rows={[...texts]}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'text',
          label: t('imports.text.page.text'),
          header: true,
          wide: true,
          cell: (text) => (
            <a
              href={paths.text(reader, network, text.id)}
              {...(text.title === '' ? {} : languageAttributes(reader, text.language ?? 'fr'))}
            >
              {text.title || text.fileName}
            </a>
          ),
        },
        { key: 'state', label: t('imports.text.page.state'), cell: (text) => stateWords(reader, text) },
        {
          key: 'made',
          label: t('imports.text.page.made'),
          cell: ({ madeBy, madeAt }) => (
            <span>
              {madeBy ?? t('imports.text.fact.somebody')}, <Moment at={madeAt} />
            </span>
          ),
        },
      ]}
    />
  )
}

function stateWords({ t }: Reader, text: ImportedText): string {
  const trouble = troubleOf(text)
  if (text.takenBackAt !== null) return t('imports.text.state.takenBack')
  if (trouble) return troubleWords(t, trouble)
  if (text.readAt === null) return t('imports.text.state.reading')
  if (text.facts === 0) return t('imports.text.state.nothing')
  if (text.accepting) return t('imports.text.accepting.progress', text.accepting)
  if (text.decided === text.facts) return t('imports.text.state.done', { count: text.accepted })
  const progress = t('imports.text.review.progress', { done: text.decided, all: text.facts })
  return text.asked === 0 ? progress : `${progress} · ${t('imports.text.left.asked', { count: text.asked })}`
}
