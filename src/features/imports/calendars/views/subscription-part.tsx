import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../paths.ts'
import { outcomes } from '../plan/outcome.ts'
import { keptTroubleWords } from '../trouble-words.ts'
import type { CalendarPageProps } from './calendar-page.tsx'

/** How a calendar that is followed fares: when it was read, what changed, why not, and how to pause or end it. */
export function SubscriptionPart({ network, calendar }: Pick<CalendarPageProps, 'network' | 'calendar'>) {
  const reader = useReader()
  const { t } = reader
  const moment = (at: Date | null) =>
    at === null ? t('imports.calendar.subscription.never') : <Moment at={at} />
  const { changes } = calendar
  const changed =
    changes === null
      ? []
      : [...outcomes, 'removed' as const].filter((each) => isTold(each) && (changes[each] ?? 0) > 0)
  const button = (part: string, label: string, fields: Record<string, string> = {}) => (
    <form method="post" action={paths.part(reader, network.slug, calendar.id, part)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="button">
        {label}
      </button>
    </form>
  )
  return (
    <Section id="subscription" title={t('imports.calendar.subscription')}>
      {calendar.trouble === null ? null : (
        <Notice kind="warning">
          <p>{t('imports.calendar.subscription.failed', { count: calendar.failures })}</p>
          <p>{keptTroubleWords(t, calendar.trouble, calendar.troubleDetail)}</p>
        </Notice>
      )}
      <p>{t('imports.calendar.subscription.rule')}</p>
      <FactList
        facts={[
          {
            term: t('imports.calendar.column.from'),
            detail: <span class="calendar-address">{calendar.address}</span>,
          },
          { term: t('imports.calendar.subscription.last'), detail: moment(calendar.succeededAt) },
          ...(calendar.pausedAt === null
            ? [{ term: t('imports.calendar.subscription.next'), detail: moment(calendar.nextFetchAt) }]
            : []),
          {
            term: t('imports.calendar.subscription.changed'),
            detail: (
              <>
                {moment(calendar.changedAt)}
                {changed.map((each) => (
                  <div key={each}>
                    {t('imports.calendar.counted', {
                      what:
                        each === 'added'
                          ? t('imports.calendar.cameIn')
                          : t(`imports.calendar.outcome.${each}`),
                      count: changes?.[each] ?? 0,
                    })}
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
      {calendar.waitsFor === null ? (
        <>
          <div class="calendar-actions">
            {calendar.pausedAt === null ? button('fetch', t('imports.calendar.subscription.fetch')) : null}
            {calendar.pausedAt === null
              ? button('pause', t('imports.calendar.subscription.pause'), { paused: '1' })
              : button('pause', t('imports.calendar.subscription.resume'), { paused: '0' })}
          </div>
          <h3>{t('imports.calendar.subscription.end')}</h3>
          <div class="calendar-actions">
            {button('end', t('imports.calendar.subscription.endKeep'), { events: 'keep' })}
            {button('end', t('imports.calendar.subscription.endRemove'), { events: 'remove' })}
          </div>
        </>
      ) : null}
    </Section>
  )
}

function isTold(outcome: string): boolean {
  return outcome !== 'same'
}
