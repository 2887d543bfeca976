import { languageNames } from '../../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { dayWords } from '../../../../../ui/text/date-words.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { countryName } from '../../../../directory/index.ts'
import { paths } from '../../paths.ts'
import { declaredDay, type Subscription } from '../../subscription.ts'
import type { ListState } from '../filter.ts'

interface ReaderTableProps {
  reader: Reader
  network: string
  people: Subscription[]
  state: ListState
}

/** The readers of a list, each with the button that takes them off it, or back. */
export function ReaderTable({ reader, network, people, state }: ReaderTableProps) {
  const { t } = reader
  return (
    <DataTable<Subscription>
      reader={reader}
      caption={t(`newsletter.subscribers.state.${state}`)}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'address',
          label: t('newsletter.subscribers.address'),
          header: true,
          wide: true,
          cell: ({ address }) => <bdi>{address}</bdi>,
        },
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          cell: ({ language }) => languageNames[language],
        },
        {
          key: 'country',
          label: t('newsletter.subscribers.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'frequency',
          label: t('newsletter.subscribers.frequency'),
          cell: ({ frequency }) => t(`newsletter.subscribers.frequency.${frequency}`),
        },
        {
          key: 'since',
          label: t(`newsletter.subscribers.since.${state}`),
          cell: (each) => <SinceCell reader={reader} each={each} state={state} />,
        },
        {
          key: 'action',
          label: t('newsletter.subscribers.action'),
          cell: (each) => <ActionCell reader={reader} network={network} each={each} />,
        },
      ]}
    />
  )
}

function SinceCell({ reader, each, state }: { reader: Reader; each: Subscription; state: ListState }) {
  const at = { subscribed: each.consentAt, unconfirmed: each.askedAt, left: each.leftAt }[state]
  if (at === null) return '–'
  const day = state === 'subscribed' ? declaredDay(each) : null
  return day === null ? (
    <Moment reader={reader} at={at} />
  ) : (
    <time datetime={day}>{dayWords(reader, day)}</time>
  )
}

function ActionCell({ reader, network, each }: { reader: Reader; network: string; each: Subscription }) {
  const { t } = reader
  if (each.state === 'unconfirmed') return '–'
  if (each.state === 'left' && each.leftBy !== 'coordinator')
    return t('newsletter.subscribers.leftThemselves')
  const verb = each.state === 'left' ? 'return' : 'removal'
  return (
    <form method="post" action={paths.removal(reader, network, each.id, verb)}>
      <button type="submit" class="button">
        {t(verb === 'return' ? 'newsletter.subscribers.undo' : 'newsletter.subscribers.remove')}
        <span class="visually-hidden"> {each.address}</span>
      </button>
    </form>
  )
}
