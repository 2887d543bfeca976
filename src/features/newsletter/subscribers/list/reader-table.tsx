import { languageNames } from '../../../../platform/i18n/languages.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { countryName } from '../../../directory/index.ts'
import { paths } from '../paths.ts'
import type { LastReturn } from '../returns/queries.ts'
import { declaredDay, type Subscription } from '../subscription.ts'
import type { ListState } from './subscriber-filter.ts'

interface ReaderTableProps {
  network: string
  people: Subscription[]
  returns: ReadonlyMap<string, LastReturn>
  state: ListState
}

/** The readers of a list, each with a button to remove or restore them. */
export function ReaderTable({ network, people, returns, state }: ReaderTableProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable<Subscription>
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
          label: t('newsletter.sending.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        // The messages of servers need the room.
        ...(state === 'returned'
          ? []
          : [
              {
                key: 'frequency',
                label: t('newsletter.subscribers.frequency'),
                cell: ({ frequency }: Subscription) => t(`newsletter.subscribers.frequency.${frequency}`),
              },
            ]),
        {
          key: 'since',
          label: t(`newsletter.subscribers.since.${state}`),
          cell: (each) => (
            <SinceCell network={network} each={each} last={returns.get(each.id)} state={state} />
          ),
        },
        ...(returns.size === 0
          ? []
          : [
              {
                key: 'returned',
                label: t('newsletter.subscribers.returned'),
                cell: ({ id }: Subscription) => <ReturnCell last={returns.get(id)} />,
              },
            ]),
        {
          key: 'action',
          label: t('newsletter.subscribers.action'),
          cell: (each) => <ActionCell network={network} each={each} />,
        },
      ]}
    />
  )
}

interface SinceCellProps {
  network: string
  each: Subscription
  last: LastReturn | undefined
  state: ListState
}

function SinceCell({ network, each, last, state }: SinceCellProps) {
  const reader = useReader()
  const at = {
    subscribed: each.consentAt,
    unconfirmed: each.askedAt,
    left: each.leftAt,
    returned: last?.leftAt ?? null,
  }[state]
  if (at === null) return '–'
  const day = state === 'subscribed' ? declaredDay(each) : null
  return (
    <div>
      {day === null ? <Moment at={at} /> : <time datetime={day}>{dayWords(reader, day)}</time>}
      {state === 'subscribed' && each.proofId ? (
        <>
          {' '}
          <a href={paths.proof(reader, network, each.proofId)}>{reader.t('newsletter.subscribers.proof')}</a>
        </>
      ) : null}
    </div>
  )
}

// Servers mostly write in English.
function ReturnCell({ last }: { last: LastReturn | undefined }) {
  const { t } = useReader()
  if (!last) return '–'
  const { kind, words, count } = last
  return (
    <div>
      {t(`newsletter.subscribers.returned.${kind}`, { count })}
      {words === '' ? null : (
        <>
          <br />
          <q lang="en">{words}</q>
        </>
      )}
    </div>
  )
}

function ActionCell({ network, each }: { network: string; each: Subscription }) {
  const reader = useReader()
  const { t } = reader
  if (each.state === 'unconfirmed') return '–'
  const isGone = each.leftReason === 'bounce'
  if (each.state === 'left' && each.leftBy !== 'coordinator' && !isGone)
    return t(
      each.leftReason === 'complaint'
        ? 'newsletter.subscribers.complained'
        : 'newsletter.subscribers.leftThemselves',
    )
  const verb = each.state === 'left' ? 'return' : 'removal'
  const back = isGone ? 'newsletter.subscribers.writeAgain' : 'newsletter.subscribers.undo'
  return (
    <form method="post" action={paths.removal(reader, network, each.id, verb)}>
      <button type="submit" class="button">
        {t(verb === 'return' ? back : 'newsletter.subscribers.remove')}
        <span class="visually-hidden"> {each.address}</span>
      </button>
    </form>
  )
}
