import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Name } from '../../../ui/text/name.tsx'
import type { Network } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import type { OpenRequest } from '../requests/queries.ts'
import { placeWords, stateWords } from '../text-words.ts'
import type { ListedText } from './queries.ts'

interface TextTableProps {
  network: Network
  owners: readonly TextOwner[]
  texts: ListedText[]
  /** What people wait for. */
  asked?: readonly OpenRequest[]
}

/** Texts to translate: the beginning of each, its place, the language in which it waits, and why. */
export function TextTable({ network, owners, texts, asked = [] }: TextTableProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('translations.list.title')}
      captionHidden
      rows={texts}
      rowKey={(text) => text.id}
      columns={[
        {
          key: 'text',
          label: t('translations.list.text'),
          header: true,
          wide: true,
          cell: (text) => (
            <a
              href={paths.text(reader, network.slug, text.id)}
              {...languageAttributes(reader, text.originalLanguage)}
            >
              {beginningOf(text.original)}
            </a>
          ),
        },
        {
          key: 'record',
          label: t('translations.list.record'),
          cell: (text) => {
            const { kind, field } = placeWords(owners, text)
            return (
              <div>
                <Name name={text.label} />
                <p class="quiet">{kind === field ? t(kind) : `${t(kind)} · ${t(field)}`}</p>
              </div>
            )
          },
        },
        {
          key: 'language',
          label: t('translations.list.language'),
          cell: (text) => languageInWords(reader, text.language),
        },
        {
          key: 'state',
          label: t('translations.list.state'),
          cell: (text) => (
            <div>
              <span class="nowrap">{t(stateWords[text.state])}</span>
              <WhoWaits asked={asked.find((each) => isFor(each, text))} />
            </div>
          ),
        },
      ]}
    />
  )
}

const isFor = (asked: OpenRequest, { recordId, path, language }: ListedText) =>
  asked.recordId === recordId && asked.path === path && asked.language === language

function WhoWaits({ asked }: { asked: OpenRequest | undefined }) {
  const reader = useReader()
  if (asked === undefined) return null
  const names = new Set(asked.askers.map((name) => chooseName(name, reader.language).text))
  return (
    <p class="quiet">
      {reader.t('translations.list.waits', {
        count: asked.count,
        names: [...names].join(', '),
        day: dayWords(reader, asked.since),
      })}
    </p>
  )
}

const shown = 120

// Cut between words if possible.
function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.length <= shown) return line
  const cut = line.slice(0, shown)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), shown / 2)).trimEnd()}…`
}
